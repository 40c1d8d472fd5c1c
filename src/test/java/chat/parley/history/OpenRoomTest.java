package chat.parley.history;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.Event;
import chat.parley.model.RoomTopic;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenRoomTest {
    private static final Event MESSAGE =
            new Event(DurableLogTest.LOBBY, 1, DurableLogTest.ADA, "1", "wrong", Instant.EPOCH);
    private static final Event DELETION =
            Event.deletion(DurableLogTest.LOBBY, 2, DurableLogTest.GRACE, Instant.EPOCH, 1);

    private final OpenRoom room = new OpenRoom(DurableLogTest.LOBBY, 10, 1_000);

    OpenRoomTest() {
        room.loaded(new Tables.RoomRow(7, DurableLogTest.LOBBY, "epoch", 1, 0, null, RoomTopic.NONE), List.of());
    }

    @Test
    void what_was_taken_back_has_no_text_in_memory() {
        room.stored(MESSAGE);
        room.stored(DELETION);
        assertThat(room.page(1, 2).events()).containsExactly(MESSAGE.takenBackBy(2), DELETION);
    }

    @Test
    void what_was_taken_back_while_it_was_read_has_no_text_in_what_was_read() {
        room.stored(MESSAGE);
        room.stored(DELETION);
        assertThat(room.page(1, List.of(MESSAGE)).events()).containsExactly(MESSAGE.takenBackBy(2));
    }
}
