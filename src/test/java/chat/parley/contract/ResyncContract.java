package chat.parley.contract;

import static chat.parley.contract.Scenario.events;
import static chat.parley.contract.Scenario.range;
import static chat.parley.contract.Scenario.seq;
import static chat.parley.contract.Scenario.seqs;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.ChatClient;
import chat.parley.testing.RawSocket;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** PROTOCOL.md, resync: who fell too far behind goes on where the room is. Wants a write deadline that nobody misses. */
interface ResyncContract extends Flooding {

    @Test
    default void a_member_that_reads_again_in_time_is_told_to_resync_and_can() {
        String room = stage().room();
        RawSocket slow = neverReads(room);
        flood(room);

        List<Long> live = new ArrayList<>();
        JsonObject object = slow.readObject();
        while (!object.getString("type").equals("resync")) {
            if (isMessage(object, room)) {
                live.add(seq(object));
            }
            object = slow.readObject();
        }
        assertThat(object.getString("room")).isEqualTo(room);
        assertThat(live).as("live before resync").isEqualTo(range(1, live.size()));
        assertThat(seq(object)).isGreaterThanOrEqualTo(live.size());
        long from = seq(object);
        String epoch = object.getString("epoch");

        ChatClient ada = stage().guest("ada");
        ada.join(room);
        ada.say(room, "the end");
        List<Long> after = new ArrayList<>();
        do {
            object = slow.readObject();
            assertThat(object.getString("type")).isNotEqualTo("resync");
            if (isMessage(object, room)) {
                after.add(seq(object));
            }
        } while (!object.getString("text", "").equals("the end"));
        assertThat(after).as("live after resync").isEqualTo(range(from + 1, MESSAGES + 1));
        slow.send("leave", "room", room).readObject("left");
        slow.send("join", "room", room, "after", ChatClient.object("", "epoch", epoch, "seq", MESSAGES));
        assertThat(seqs(events(slow.readObject("joined")))).containsExactly(MESSAGES + 1L);
    }

    private static boolean isMessage(JsonObject object, String room) {
        return object.getString("type").equals("message")
                && object.getString("room").equals(room);
    }
}
