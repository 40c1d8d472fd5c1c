package chat.parley.contract;

import chat.parley.model.Role;
import chat.parley.testing.ChatClient;
import chat.parley.testing.TestServer;
import chat.parley.testing.TyrusServer;
import java.util.HashMap;
import java.util.Map;
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
                ModerationContract.act(back, "unban", "user", ModerationContract.guest(ada));
                ModerationContract.act(back, "reopen", "room", room);
            } else {
                banned.login(ada);
            }
            back.join(room);
        }
    }

    @Nested
    class Patient extends PatientProfile {}

    @Nested
    class Tight extends TightProfile {}

    @Nested
    class Guarded extends GuardedProfile {}
}
