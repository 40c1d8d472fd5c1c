package chat.parley.room;

import static chat.parley.room.Surroundings.event;
import static chat.parley.room.Surroundings.guest;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.RoomName;
import chat.parley.protocol.CloseCode;
import chat.parley.protocol.ServerMessage.Pong;
import chat.parley.protocol.Subprotocol;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** With the defaults: write deadline and login deadline 10 s, a ping every 25 s, dead after 60 s. */
class HeartbeatTest {

    private static final Duration SWEEP = Duration.ofMillis(250);

    private final Surroundings surroundings = new Surroundings();
    private final Heartbeat heartbeat = new Heartbeat(
            surroundings.connections,
            surroundings.departures,
            surroundings.live,
            surroundings.time,
            surroundings.workers);
    private final FakeSession session = new FakeSession();

    @Nested
    class A_connection_that_answers {

        private final Connection connection = surroundings.connect(session, guest("ada"));

        @Test
        void is_pinged_every_25_seconds_and_lives() {
            for (int minute = 1; minute <= 10; minute++) {
                live(connection, 60);
            }

            assertThat(session.pings()).isBetween(23, 24);
            assertThat(session.frames()).isEmpty();
            assertThat(surroundings.connections.count()).isOne();
        }

        @Test
        void has_its_first_ping_after_25_seconds() {
            sweepFor(25);
            assertThat(session.pings()).isZero();
            sweepFor(1);
            assertThat(session.pings()).isOne();
        }
    }

    @Nested
    class A_silent_connection {

        private final Connection connection = surroundings.connect(session, guest("ada"));

        @Test
        void is_told_and_closed_after_60_seconds() {
            sweepFor(59);
            assertThat(session.types()).isEmpty();
            sweepFor(1);

            assertThat(session.objects("bye")).singleElement().satisfies(bye -> {
                assertThat(bye.getInt("code")).isEqualTo(4002);
                assertThat(bye.getBoolean("reconnect")).isTrue();
            });
            assertThat(session.closes()).containsExactly(4002);
            assertThat(surroundings.connections.count()).isZero();
        }

        @Test
        void counts_from_the_last_frame() {
            sweepFor(59);
            connection.heard();
            sweepFor(59);
            assertThat(session.closes()).isEmpty();
            sweepFor(1);
            assertThat(session.closes()).containsExactly(4002);
        }

        @Test
        void leaves_nothing_behind_whatever_the_container_says_of_it() {
            surroundings.join(connection, "lobby");
            sweepFor(61 + 10 + 10);

            assertThat(surroundings.connections.count()).isZero();
            assertThat(surroundings.connections.ending()).isEmpty();
            assertThat(surroundings.people.count()).isZero();
            assertThat(surroundings.rooms.count()).isZero();
            assertThat(surroundings.log.opened(new RoomName("lobby"))).isZero();
        }
    }

    @Nested
    class A_connection_without_a_login {

        private final Connection connection = surroundings.connect(session, Subprotocol.SINGLE);

        @Test
        void is_closed_after_10_seconds_however_much_it_says() {
            live(connection, 10);
            assertThat(session.types()).isEmpty();
            live(connection, 1);

            assertThat(session.types()).containsExactly("bye");
            assertThat(session.closes()).containsExactly(4501);
        }

        @Test
        void has_another_10_seconds_when_it_is_told_to_try_again() {
            live(connection, 9);
            connection.awaitLoginAgain();
            live(connection, 9);
            assertThat(session.closes()).isEmpty();
            live(connection, 2);
            assertThat(session.closes()).containsExactly(4501);
        }

        @Test
        void stays_when_it_logs_in_meanwhile() {
            live(connection, 9);
            connection.logIn(surroundings.people.claim(guest("ada"), false));
            live(connection, 50);

            assertThat(session.closes()).isEmpty();
        }
    }

    @Nested
    class A_connection_that_takes_nothing {

        private final Connection connection = surroundings.connect(session, guest("ada"));

        @Test
        void is_cut_off_without_a_word_when_one_send_takes_more_than_10_seconds() {
            session.hold();
            connection.reply(new Pong("1"));
            live(connection, 10);
            assertThat(session.closes()).isEmpty();
            live(connection, 1);

            assertThat(session.types()).containsExactly("pong");
            assertThat(session.closes()).containsExactly(4001);
            assertThat(surroundings.figures.slowConsumers()).isOne();
        }

        @Test
        void lives_as_long_as_each_send_ends_in_time() {
            session.hold();
            for (int i = 0; i < 10; i++) {
                connection.reply(new Pong("1"));
                live(connection, 9);
                session.endSend();
            }
            assertThat(session.closes()).isEmpty();
        }

        @Test
        void is_closed_a_second_after_a_bye_that_it_does_not_take() {
            session.hold();
            connection.reply(new Pong("1"));
            connection.close(CloseCode.KICKED, 0);
            sweepFor(1);
            assertThat(session.closes()).isEmpty();
            sweepFor(1);

            assertThat(session.types()).containsExactly("pong");
            assertThat(session.closes()).containsExactly(4504);
            sweepFor(20);
            assertThat(session.closes()).containsExactly(4504);
            assertThat(surroundings.connections.ending()).isEmpty();
        }

        @Test
        void delays_nobody_else() {
            FakeSession other = new FakeSession();
            Connection neighbour = surroundings.connect(other, guest("grace"));
            surroundings.join(connection, "lobby");
            surroundings.join(neighbour, "lobby");
            session.hold();
            Room lobby = surroundings.rooms.find(new RoomName("lobby"));
            for (int seq = 1; seq <= 60; seq++) {
                lobby.deliver(event("lobby", seq));
                neighbour.heard();
                sweepFor(1);
                assertThat(other.seqs()).hasSize(seq);
            }
            assertThat(session.closes()).containsExactly(4001);
        }
    }

    @Test
    void a_session_the_container_has_closed_is_not_closed_again() {
        Connection connection = surroundings.connect(session, guest("ada"));
        connection.closed(1006);
        surroundings.connections.gone(connection);
        sweepFor(60);

        assertThat(session.closes()).isEmpty();
        assertThat(session.frames()).isEmpty();
        assertThat(surroundings.people.count()).isZero();
    }

    @Test
    void a_connection_ends_once_whoever_wants_it_to() {
        Connection connection = surroundings.connect(session, guest("ada"));
        connection.close(CloseCode.KICKED, 0);
        connection.close(CloseCode.BANNED, 0);
        connection.lost();
        connection.tooSlow();
        sweepFor(30);

        assertThat(session.types()).containsExactly("bye");
        assertThat(session.closes()).containsExactly(4504);
        assertThat(surroundings.figures.slowConsumers()).isZero();
    }

    private void live(Connection connection, int seconds) {
        for (int i = 0; i < seconds; i++) {
            connection.heard();
            sweepFor(1);
        }
    }

    private void sweepFor(int seconds) {
        for (int i = 0; i < seconds * 4; i++) {
            surroundings.workers.run(SWEEP);
            heartbeat.sweep();
            surroundings.workers.run();
        }
    }
}
