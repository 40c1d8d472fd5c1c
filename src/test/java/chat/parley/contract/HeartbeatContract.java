package chat.parley.contract;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.ChatClient;
import chat.parley.testing.Frame;
import chat.parley.testing.RawSocket;
import jakarta.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** PROTOCOL.md, ping and 4002: the living stay and the dead go. Wants the settings of {@link ContractSuite#TIGHT}. */
interface HeartbeatContract extends Scenario {

    @Test
    default void the_server_pings_by_itself() throws Exception {
        RawSocket raw = stage().rawGuest("ada");
        Frame frame = raw.next();
        while (frame.opcode() != Frame.PING) {
            frame = raw.next();
        }
    }

    /** The silent one is the clock: when it is told, the other has said no word for as long. */
    @Test
    default void who_only_answers_pings_stays_and_who_answers_none_is_told_why_and_closed() {
        ChatClient ada = stage().guest("ada");
        RawSocket silent = stage().rawGuest("grace");
        silent.leavePingsUnanswered();
        JsonObject bye = silent.readObject("bye");
        assertThat(bye.getInt("code")).isEqualTo(4002);
        assertThat(bye.getBoolean("reconnect")).isTrue();
        assertThat(bye.getInt("afterMs")).isNotNegative();
        assertThat(silent.readClose().code()).isEqualTo(4002);
        assertThat(ada.isOpen()).isTrue();
        ada.request("ping");
    }

    /** Half-open: the TCP connection stands, nobody reads or answers, no FIN comes. */
    @Test
    default void whoever_vanishes_without_a_word_is_present_no_longer() {
        ChatClient ada = stage().guest("ada");
        String room = stage().room();
        ada.join(room);
        RawSocket vanished = stage().rawGuest("grace");
        vanished.send("join", "room", room).readObject("joined");
        ada.await("arrival", change -> change.getInt("count", 0) == 2);
        JsonObject left = ada.await(
                "departure",
                change -> change.getInt("count", 0) == 1
                        && change.getString("type").equals("presence")
                        && !change.getJsonArray("left").isEmpty());
        assertThat(left.getString("room")).isEqualTo(room);
    }

    @Test
    default void requests_count_as_life_even_where_pings_go_unanswered() {
        RawSocket silent = stage().rawGuest("ada");
        silent.leavePingsUnanswered();
        RawSocket clock = stage().rawGuest("grace");
        clock.leavePingsUnanswered();
        var dropped =
                stage().meanwhile(() -> assertThat(clock.readClose().code()).isEqualTo(4002));
        org.awaitility.Awaitility.await().pollInterval(Duration.ofMillis(500)).until(() -> {
            silent.send("ping").readObject("pong");
            return dropped.isDone();
        });
        dropped.join();
        silent.send("ping").readObject("pong");
    }
}
