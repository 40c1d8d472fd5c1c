package chat.parley.room;

import static chat.parley.room.Surroundings.event;
import static chat.parley.room.Surroundings.guest;
import static java.time.Duration.ofNanos;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.RoomName;
import chat.parley.model.User;
import chat.parley.protocol.Subprotocol;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DeparturesTest {

    private static final RoomName LOBBY = new RoomName("lobby");

    private final Surroundings surroundings = new Surroundings(Map.of("parley.presence-grace", "10s"));
    private final Departures departures = surroundings.departures;
    private final User ada = guest("ada");
    private final User grace = guest("grace");
    private final FakeSession witness = new FakeSession();
    private final FakeSession session = new FakeSession();
    private final Connection connection = surroundings.connect(session, grace);

    @BeforeEach
    void bothEnter() {
        surroundings.join(surroundings.connect(witness, ada), "lobby");
        surroundings.join(connection, "lobby");
        surroundings.workers.run(ofSeconds(1));
    }

    @Nested
    class A_lost_connection {

        @BeforeEach
        void isLost() {
            departures.begin(connection);
        }

        @Test
        void is_sent_nothing_more() {
            int before = session.frames().size();
            surroundings.rooms.find(LOBBY).deliver(event("lobby", 1));
            surroundings.workers.run(ofSeconds(1));

            assertThat(witness.seqs()).containsExactly(1L);
            assertThat(session.frames()).hasSize(before);
            assertThat(connection.memberships().all()).isEmpty();
        }

        @Test
        void leaves_its_user_present_and_the_name_taken_until_the_grace_is_over() {
            surroundings.time.pass(ofSeconds(9).minus(ofNanos(1)));
            surroundings.time.pass(ofSeconds(1));
            departures.completeDue();
            surroundings.workers.run(ofSeconds(1));

            assertThat(left()).isEmpty();
            assertThat(surroundings.people.claim(grace, false)).isNull();
        }

        @Test
        void takes_its_user_out_of_the_room_and_frees_the_name_after_that() {
            surroundings.time.pass(ofSeconds(10));
            departures.completeDue();
            surroundings.workers.run(ofSeconds(1));

            assertThat(left()).containsExactly("grace");
            assertThat(surroundings.people.claim(grace, false)).isNotNull();
            assertThat(surroundings.log.opened(LOBBY)).isOne();
        }

        @Test
        void was_never_away_for_a_user_who_is_back_in_time() {
            surroundings.time.pass(ofSeconds(9));
            surroundings.join(surroundings.connect(new FakeSession(), grace), "lobby");
            surroundings.time.pass(ofSeconds(60));
            departures.completeDue();
            surroundings.workers.run(ofSeconds(1));

            assertThat(left()).isEmpty();
            assertThat(arrivals()).containsExactly("ada", "grace");
            assertThat(surroundings.people.claim(grace, false)).isNull();
        }

        @Test
        void enters_no_room_any_more() {
            Room attic = surroundings.retain("attic");
            Membership late = attic.enter(connection, grace).membership();

            assertThat(connection.memberships().add(late)).isFalse();
            assertThat(connection.logIn(surroundings.people.claim(guest("eve"), false)))
                    .isFalse();
        }
    }

    @Test
    void departures_are_completed_once_each_and_the_oldest_first() {
        departures.begin(connection);
        surroundings.time.pass(ofSeconds(5));
        Connection other = surroundings.connect(new FakeSession(), guest("eve"));
        surroundings.join(other, "lobby");
        departures.begin(other);
        surroundings.time.pass(ofSeconds(5));
        departures.completeDue();
        departures.completeDue();
        assertThat(surroundings.people.count()).isEqualTo(2);
        surroundings.time.pass(ofSeconds(5));
        departures.completeDue();

        assertThat(surroundings.people.count()).isOne();
        assertThat(surroundings.log.opened(LOBBY)).isOne();
    }

    @Test
    void a_room_does_not_wait_for_those_it_has_lost() {
        for (int i = 0; i < 100; i++) {
            Connection lost = surroundings.connect(new FakeSession(), guest("lost" + i));
            surroundings.join(lost, "lobby");
            departures.begin(lost);
        }
        surroundings.workers.run(ofSeconds(1));
        witness.hold();
        Room lobby = surroundings.rooms.find(LOBBY);
        lobby.deliver(event("lobby", 1));
        surroundings.workers.run();
        lobby.deliver(event("lobby", 2));

        // Ten microseconds for each member, and a fifth of a millisecond at least.
        assertThat(surroundings.workers.waiting()).containsExactly(ofNanos(200_000));
    }

    @Test
    void whoever_leaves_is_gone_at_once() {
        departures.depart(surroundings.rooms.find(LOBBY), grace);
        surroundings.workers.run(ofSeconds(1));

        assertThat(left()).containsExactly("grace");
        assertThat(surroundings.log.opened(LOBBY)).isOne();
    }

    @Test
    void a_connection_that_never_logged_in_leaves_nothing_to_wait_for() {
        departures.begin(surroundings.connect(new FakeSession(), Subprotocol.SINGLE));
        surroundings.time.pass(ofSeconds(60));
        departures.completeDue();

        assertThat(surroundings.people.count()).isEqualTo(2);
    }

    @Test
    void without_a_grace_the_next_look_completes_them() {
        Surroundings graceless = new Surroundings(Map.of("parley.presence-grace", "0s"));
        Connection lost = graceless.connect(new FakeSession(), ada);
        graceless.join(lost, "lobby");
        graceless.departures.begin(lost);
        graceless.departures.completeDue();

        assertThat(graceless.rooms.count()).isZero();
        assertThat(graceless.people.count()).isZero();
        assertThat(graceless.log.opened(LOBBY)).isZero();
    }

    private List<String> left() {
        return witness.objects("presence").stream()
                .flatMap(presence -> presence.getJsonArray("left").stream())
                .map(name -> name.toString().replace("\"", ""))
                .toList();
    }

    private List<String> arrivals() {
        return witness.objects("presence").stream()
                .flatMap(presence -> presence.getJsonArray("joined").stream())
                .map(person -> person.asJsonObject().getString("name"))
                .toList();
    }
}
