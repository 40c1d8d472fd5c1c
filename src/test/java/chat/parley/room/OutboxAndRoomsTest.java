package chat.parley.room;

import static chat.parley.room.Surroundings.event;
import static chat.parley.room.Surroundings.guest;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofNanos;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.RoomName;
import chat.parley.protocol.CloseCode;
import chat.parley.protocol.ServerMessage.Pong;
import chat.parley.protocol.Subprotocol;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OutboxAndRoomsTest {

    private final Surroundings surroundings = new Surroundings(Map.of("parley.ring-events", "50"));
    private final FakeSession session = new FakeSession();
    private final Connection connection = surroundings.connect(session, Subprotocol.LINES);

    OutboxAndRoomsTest() {
        connection.logIn(surroundings.people.claim(guest("ada"), true));
    }

    @Test
    void a_session_that_was_busy_takes_all_it_missed_as_one_frame_of_lines() {
        Room lobby = join("lobby");
        session.hold();
        deliver(lobby, 1, 4);
        assertThat(session.seqs()).containsExactly(1L);
        session.endSend();

        assertThat(session.seqs()).containsExactly(1L, 2L, 3L, 4L);
        assertThat(session.frames().get(session.frames().size() - 1).lines()).hasSize(3);
        assertThat(surroundings.figures.messagesOut()).isEqualTo(4);
    }

    @Test
    void one_object_is_a_frame_where_lines_were_not_negotiated() {
        FakeSession plain = new FakeSession();
        surroundings.join(surroundings.connect(plain, guest("grace")), "lobby");
        surroundings.workers.run(ofMillis(300));
        plain.hold();
        deliver(surroundings.rooms.find(new RoomName("lobby")), 1, 3);
        plain.endSend();
        plain.endSend();

        assertThat(plain.seqs()).containsExactly(1L, 2L, 3L);
        assertThat(plain.frames()).allMatch(frame -> frame.lines().count() == 1);
    }

    @Test
    void all_who_stand_at_the_same_place_are_sent_the_same_text() {
        Room lobby = join("lobby");
        FakeSession other = graceJoins("lobby");
        deliver(lobby, 1, 1);
        LongStream.rangeClosed(2, 5).forEach(seq -> lobby.deliver(event("lobby", seq)));
        surroundings.workers.run(ofMillis(100));

        assertThat(last(session.frames()).lines()).hasSize(4);
        assertThat(last(session.frames())).isSameAs(last(other.frames()));
    }

    @Test
    void who_is_still_being_sent_a_message_gets_the_next_without_waiting_for_the_others() {
        Room lobby = join("lobby");
        FakeSession other = graceJoins("lobby");
        session.hold();
        other.hold();
        lobby.deliver(event("lobby", 1));
        surroundings.workers.run();
        lobby.deliver(event("lobby", 2));
        assertThat(session.seqs()).containsExactly(1L);
        session.endSend();

        assertThat(session.seqs()).containsExactly(1L, 2L);
        assertThat(other.seqs()).containsExactly(1L);
    }

    @Test
    void a_busy_room_does_not_keep_a_quiet_one_waiting() {
        Room busy = join("busy");
        Room quiet = join("quiet");
        session.hold();
        deliver(busy, 1, 1);
        deliver(busy, 2, 3);
        deliver(quiet, 1, 1);
        session.endSend();
        deliver(busy, 4, 5);
        session.endSend();

        List<String> rooms = session.objects("message").stream()
                .map(message -> message.getString("room"))
                .toList();
        assertThat(rooms.subList(1, rooms.size())).contains("quiet");
    }

    @Test
    void replies_go_before_events_that_wait_as_well() {
        Room lobby = join("lobby");
        session.hold();
        deliver(lobby, 1, 2);
        connection.reply(new Pong("1"));
        session.endSend();
        assertThat(last(session.types())).isEqualTo("pong");
        session.endSend();
        assertThat(last(session.types())).isEqualTo("message");
    }

    @Test
    void acks_wait_for_the_flush_that_carries_their_messages_and_share_a_frame() {
        Room lobby = join("lobby");
        Membership membership = connection.memberships().find("lobby");
        int before = session.frames().size();
        for (long seq = 1; seq <= 3; seq++) {
            lobby.deliver(event("lobby", seq));
            connection.replyWithFlush(new Pong("" + seq), membership);
        }
        assertThat(session.frames()).hasSize(before);
        surroundings.workers.run();
        assertThat(session.frames()).hasSize(before + 2);
        assertThat(session.frames().get(before).lines()).hasSize(3).allMatch(line -> line.contains("pong"));
        assertThat(session.seqs()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void whoever_has_left_is_answered_without_a_flush() {
        join("lobby");
        Membership membership = connection.memberships().find("lobby");
        connection.memberships().remove(membership);
        connection.replyWithFlush(new Pong("late"), membership);
        assertThat(last(session.types())).isEqualTo("pong");
    }

    @Nested
    class A_session_that_fell_off_the_backlog {

        @Test
        void is_told_where_it_goes_on_and_misses_nothing_after_that() {
            Room lobby = join("lobby");
            session.hold();
            deliver(lobby, 1, 1);
            deliver(lobby, 2, 100);
            session.endSend();

            assertThat(session.objects("resync")).singleElement().satisfies(resync -> {
                assertThat(resync.getString("room")).isEqualTo("lobby");
                assertThat(resync.getString("epoch")).isEqualTo("epoch");
                assertThat(resync.getInt("seq")).isEqualTo(100);
            });
            assertThat(surroundings.figures.slowConsumers()).isOne();
            session.network(session::succeed);
            session.endSend();
            deliver(lobby, 101, 103);
            assertThat(session.seqs()).containsExactly(1L, 101L, 102L, 103L);
        }
    }

    @Nested
    class A_connection_that_ends {

        @Test
        void is_sent_nothing_of_its_rooms_after_the_bye() {
            Room lobby = join("lobby");
            session.hold();
            deliver(lobby, 1, 3);
            connection.close(CloseCode.KICKED, 0);
            session.endSend();
            assertThat(last(session.types())).isEqualTo("bye");
            session.endSend();
            deliver(lobby, 4, 4);

            assertThat(session.seqs()).containsExactly(1L);
            assertThat(last(session.types())).isEqualTo("bye");
            assertThat(session.closes()).containsExactly(4504);
        }

        @Test
        void no_longer_holds_up_its_room_though_its_send_never_ends() {
            Room lobby = join("lobby");
            FakeSession witness = new FakeSession();
            surroundings.join(surroundings.connect(witness, guest("grace")), "lobby");
            surroundings.workers.run(ofMillis(300));
            session.hold();
            deliver(lobby, 1, 1);
            assertThat(pauseOf(lobby, 2)).isEqualTo(ofNanos(200_000));

            connection.abort(CloseCode.TOO_SLOW);
            surroundings.workers.run(ofMillis(100));
            assertThat(session.isSending()).isTrue();
            surroundings.workers.run(ofMillis(100));
            deliver(lobby, 4, 4);
            assertThat(witness.seqs()).containsExactly(1L, 2L, 3L, 4L);
            assertThat(pauseOf(lobby, 5)).isNotEqualTo(ofNanos(200_000));
        }

        /** How long after one event the next goes out at the earliest. */
        private Duration pauseOf(Room room, long seq) {
            surroundings.workers.run(Duration.ofSeconds(1));
            room.deliver(event("lobby", seq));
            surroundings.workers.run();
            room.deliver(event("lobby", seq + 1));
            Duration pause = surroundings.workers.waiting().get(0);
            surroundings.workers.run(Duration.ofSeconds(1));
            return pause;
        }
    }

    private FakeSession graceJoins(String room) {
        FakeSession session = new FakeSession();
        Connection connection = surroundings.connect(session, Subprotocol.LINES);
        connection.logIn(surroundings.people.claim(guest("grace"), true));
        surroundings.join(connection, room);
        surroundings.workers.run(ofMillis(300));
        return session;
    }

    private Room join(String name) {
        Room room = surroundings.join(connection, name).room();
        surroundings.workers.run(ofMillis(300));
        return room;
    }

    private void deliver(Room room, long first, long last) {
        for (long seq = first; seq <= last; seq++) {
            room.deliver(event(room.name().value(), seq));
            surroundings.workers.run(ofMillis(50));
        }
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }
}
