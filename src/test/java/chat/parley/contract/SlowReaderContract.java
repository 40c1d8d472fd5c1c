package chat.parley.contract;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.ChatClient;
import chat.parley.testing.Closed;
import chat.parley.testing.RawSocket;
import org.junit.jupiter.api.Test;

/** PROTOCOL.md, 4001: who does not take what is sent delays nobody. Wants a write deadline of a few seconds. */
interface SlowReaderContract extends Flooding {

    /** What it was sent before may be more than it takes back from its own kernel before it finds the line cut. */
    @Test
    default void a_member_that_never_reads_is_closed_as_too_slow_and_delays_nobody() {
        String room = stage().room();
        RawSocket stuck = neverReads(room);
        flood(room);
        ChatClient ada = stage().guest("ada");
        int present = ada.join(room).getInt("memberCount");
        while (present > 1) {
            present = ada.await("presence", room).getInt("count");
        }
        assertThat(stuck.readClose().code()).isIn(4001, Closed.LOST);
    }
}
