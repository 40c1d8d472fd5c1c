package chat.parley.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.model.Role;
import chat.parley.testing.ChatClient;
import chat.parley.testing.TestServer;
import chat.parley.testing.TyrusServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The contract within this JVM, in seconds, on one kind of history. */
abstract class TyrusContract extends ContractSuite {

    /** The settings that choose the history. */
    abstract Map<String, String> history();

    @Override
    TestServer start(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(history());
        return TyrusServer.start(all);
    }

    @Nested
    class Usual extends UsualProfile implements ModerationContract, DeletionContract, RoomRulesContract {

        @Test
        void what_moderators_decided_holds_after_a_restart_as_far_as_what_was_said_is_kept() {
            ChatClient grace = stage().member("grace", Role.MODERATOR);
            String ada = stage().name("ada");
            String room = stage().room();
            ModerationContract.act(grace, "ban", "user", ModerationContract.guest(ada));
            ModerationContract.act(grace, "close", "room", room);
            Bot bot = stage().makeBot("news");
            boolean durable = stage().caller(stage().name("alan"), "")
                    .login("ignored")
                    .getJsonObject("server")
                    .getString("history")
                    .equals("durable");
            stage().server().stop();
            stage().server().start();
            ChatClient back = stage().caller(grace.name(), "", Role.MODERATOR);
            back.login("ignored");
            ChatClient banned = stage().stranger();
            if (durable) {
                Scenario.assertError(banned.request("login", "name", ada), "banned");
                Scenario.assertError(back.request("join", "room", room), "room_closed");
                assertThat(stage().connected(bot).login().getJsonObject("user").getString("name"))
                        .isEqualTo(bot.name());
                ModerationContract.act(back, "unban", "user", ModerationContract.guest(ada));
                ModerationContract.act(back, "reopen", "room", room);
            } else {
                banned.login(ada);
                stage().assertRefused(bot);
            }
            back.join(room);
        }

        @Test
        void the_log_tells_who_comes_and_goes_and_not_what_is_said() {
            Logger logger = Logger.getLogger("chat.parley.room");
            List<String> lines = new CopyOnWriteArrayList<>();
            Handler handler = new Handler() {
                @Override
                public void publish(LogRecord entry) {
                    lines.add(entry.getMessage());
                }

                @Override
                public void flush() {}

                @Override
                public void close() {}
            };
            logger.addHandler(handler);
            logger.setLevel(Level.FINE);
            handler.setLevel(Level.FINE);
            try {
                String room = stage().room();
                ChatClient ada = stage().guest("ada");
                ada.join(room);
                ada.say(room, "between the two of us");
                ada.request("leave", "room", room);
                await().untilAsserted(() -> assertThat(String.join("\n", lines))
                        .containsPattern("Logged in: session \\S+ of " + ada.name() + ", GUEST, from ")
                        .containsPattern("Joined: session \\S+ of " + ada.name() + ", room " + room)
                        .containsPattern("Left: session \\S+ of " + ada.name() + ", room " + room)
                        .doesNotContain("between the two of us"));
            } finally {
                logger.setLevel(null);
                logger.removeHandler(handler);
            }
        }
    }

    @Nested
    class Patient extends PatientProfile {}

    @Nested
    class Tight extends TightProfile {}

    @Nested
    class Guarded extends GuardedProfile {}
}
