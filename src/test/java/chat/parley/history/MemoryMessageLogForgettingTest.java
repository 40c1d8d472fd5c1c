package chat.parley.history;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.Draft;
import chat.parley.model.RoomName;
import chat.parley.model.RoomTopic;
import chat.parley.model.User;
import chat.parley.model.User.Kind;
import chat.parley.model.UserName;
import chat.parley.room.FakeTime;
import chat.parley.room.MessageLog.Appended.Duplicate;
import chat.parley.room.MessageLog.Appended.Stored;
import chat.parley.room.MessageLog.Head;
import chat.parley.settings.Settings;
import org.junit.jupiter.api.Test;

/** What becomes of a room's log when nobody is in the room. */
class MemoryMessageLogForgettingTest {

    private static final RoomName LOBBY = new RoomName("lobby");
    private static final User ADA = new User(UserName.parse("ada"), Kind.GUEST);

    private final MemoryMessageLog log = new MemoryMessageLog(Settings.defaults(), new FakeTime());

    @Test
    void a_deserted_room_keeps_its_events_its_epoch_and_its_ids() {
        Head before = openAndSay(LOBBY);
        log.close(LOBBY);
        Head after = open(LOBBY);

        assertThat(after).isEqualTo(new Head(before.epoch(), 1, RoomTopic.NONE));
        assertThat(isDuplicate(LOBBY)).isTrue();
    }

    @Test
    void a_deserted_room_keeps_its_topic_also_when_nothing_was_said_in_it() {
        Head before = open(LOBBY);
        RoomTopic topic = setTopic("News");
        log.close(LOBBY);

        assertThat(open(LOBBY)).isEqualTo(new Head(before.epoch(), 0, topic));
    }

    @Test
    void a_room_whose_topic_was_taken_away_leaves_no_trace() {
        Head before = open(LOBBY);
        setTopic("News");
        setTopic("");
        log.close(LOBBY);

        assertThat(open(LOBBY).epoch()).isNotEqualTo(before.epoch());
    }

    private RoomTopic setTopic(String text) {
        return log.setTopic(LOBBY, text, ADA).toCompletableFuture().join();
    }

    @Test
    void a_room_in_which_nothing_was_said_leaves_no_trace() {
        Head before = open(LOBBY);
        log.close(LOBBY);

        assertThat(open(LOBBY).epoch()).isNotEqualTo(before.epoch());
    }

    @Test
    void a_room_is_open_until_it_has_been_closed_as_often_as_opened() {
        Head before = open(LOBBY);
        open(LOBBY);
        log.close(LOBBY);

        assertThat(open(LOBBY)).isEqualTo(before);
    }

    @Test
    void closing_a_room_that_nobody_opened_changes_nothing() {
        log.close(LOBBY);

        assertThat(open(LOBBY).seq()).isZero();
    }

    @Test
    void of_more_than_a_thousand_deserted_rooms_the_one_left_longest_ago_is_forgotten() {
        Head lobby = openAndSay(LOBBY);
        log.close(LOBBY);
        desert(1, MemoryMessageLog.MAX_DESERTED - 1);
        assertThat(open(LOBBY).epoch()).isEqualTo(lobby.epoch());
        log.close(LOBBY);

        desert(MemoryMessageLog.MAX_DESERTED, MemoryMessageLog.MAX_DESERTED);

        assertThat(open(LOBBY).epoch()).isEqualTo(lobby.epoch());
        assertThat(open(room(2)).seq()).isOne();
        assertThat(open(room(1)).seq()).isZero();
    }

    @Test
    void a_forgotten_room_begins_anew_and_its_ids_are_free() {
        Head before = openAndSay(LOBBY);
        log.close(LOBBY);
        desert(1, MemoryMessageLog.MAX_DESERTED);
        Head after = open(LOBBY);

        assertThat(after.seq()).isZero();
        assertThat(after.epoch()).isNotEqualTo(before.epoch());
        assertThat(isDuplicate(LOBBY)).isFalse();
    }

    @Test
    void a_room_somebody_is_in_is_never_forgotten() {
        Head before = openAndSay(LOBBY);
        open(LOBBY);
        log.close(LOBBY);
        desert(1, MemoryMessageLog.MAX_DESERTED + 10);

        assertThat(open(LOBBY)).isEqualTo(new Head(before.epoch(), 1, RoomTopic.NONE));
    }

    private void desert(int first, int last) {
        for (int i = first; i <= last; i++) {
            openAndSay(room(i));
            log.close(room(i));
        }
    }

    private Head openAndSay(RoomName room) {
        Head head = open(room);
        assertThat(log.append(draft(room)).toCompletableFuture().join()).isInstanceOf(Stored.class);
        return head;
    }

    private boolean isDuplicate(RoomName room) {
        return log.append(draft(room)).toCompletableFuture().join() instanceof Duplicate;
    }

    private Head open(RoomName room) {
        return log.open(room, true).toCompletableFuture().join();
    }

    private static Draft draft(RoomName room) {
        return new Draft(room, ADA, "in-" + room, "Hello");
    }

    private static RoomName room(int number) {
        return new RoomName("room-" + number);
    }
}
