package chat.parley.room;

import static chat.parley.room.Surroundings.guest;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.RoomName;
import chat.parley.model.User;
import chat.parley.model.UserName;
import chat.parley.protocol.ClientMessage;
import chat.parley.protocol.Subprotocol;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Acts that come between the look whether somebody may come in, and their being in. */
class DoorkeeperTest {
    private static final RoomName LOBBY = new RoomName("lobby");

    private final Surroundings surroundings = new Surroundings();
    private final FakeSession session = new FakeSession();
    private final User ada = guest("ada");

    @Nested
    class Somebody_who_joins {
        private final Entrances entrances = new Entrances(
                surroundings.rooms,
                surroundings.log,
                new Deliveries(surroundings.rooms, surroundings.log, surroundings.workers),
                surroundings.departures,
                surroundings.doorkeeper,
                surroundings.live,
                surroundings.figures);
        private final Connection connection = surroundings.connect(session, ada);

        @Test
        void is_let_in_where_nothing_is_said_against_it() {
            join();
            assertThat(session.types()).startsWith("joined");
            assertThat(connection.memberships().all()).hasSize(1);
        }

        @Test
        void is_not_let_in_when_the_room_is_closed_before_they_are_there() {
            surroundings.log.whileOpening = this::close;
            join();
            assertThat(session.objects("error"))
                    .extracting(error -> error.getString("code"))
                    .containsExactly("room_closed");
            assertNobodyIsThere();
        }

        @Test
        void is_told_last_that_they_are_out_when_the_room_is_closed_before_they_are_told_that_they_are_in() {
            surroundings.log.whileReading = this::close;
            join();
            assertThat(session.types().stream().filter(List.of("joined", "removed")::contains))
                    .endsWith("joined", "removed");
            assertNobodyIsThere();
        }

        private void join() {
            entrances.join(connection, ada, new ClientMessage.Join("1", "lobby", null, null));
            surroundings.workers.run(Duration.ofSeconds(1));
        }

        private void close() {
            CompletionStage<?> unused = surroundings.rulebook.apply(new Change.Closing(LOBBY, true), RulesTest.entry());
            surroundings.expulsion.enforce("grace", "");
        }

        private void assertNobodyIsThere() {
            assertThat(connection.memberships().all()).isEmpty();
            assertThat(surroundings.rooms.count()).isZero();
            assertThat(surroundings.log.opened(LOBBY)).isZero();
            assertThat(session.closes()).isEmpty();
        }
    }

    @Nested
    class Somebody_who_logs_in {
        private Runnable whileProving = () -> {};
        private final Login login = new Login(
                surroundings.people,
                surroundings.claims,
                new NameProofs() {
                    @Override
                    public @Nullable String issue(UserName name) {
                        return "proof";
                    }

                    @Override
                    public boolean proves(String proof, UserName name) {
                        whileProving.run();
                        return true;
                    }
                },
                surroundings.doorkeeper,
                surroundings.live,
                new ServerIdentity(),
                surroundings.log,
                surroundings.time);
        private Connection connection;

        @BeforeEach
        void connect() {
            connection = surroundings.connect(session, Subprotocol.SINGLE);
        }

        @Test
        void is_let_in_where_nothing_is_said_against_it() {
            logIn();
            assertThat(session.types()).containsExactly("welcome");
        }

        @Test
        void is_sent_away_when_they_are_banned_before_it_is_known_who_they_are() {
            whileProving = () -> {
                CompletionStage<?> unused = surroundings.rulebook.apply(
                        new Change.Impose(
                                RulesTest.sanction(Sanction.Kind.BAN, new Subject.Person(ada), null, null, false)),
                        RulesTest.entry());
                surroundings.expulsion.enforce("grace", "");
            };
            logIn();
            assertThat(session.types()).containsExactly("error", "bye");
            assertThat(session.closes()).containsExactly(4505);
        }

        @Test
        void waits_until_it_is_known_who_is_banned() {
            Surroundings fresh = new Surroundings();
            FakeModerationStore away = new FakeModerationStore();
            away.fails = true;
            Doorkeeper doorkeeper = new Doorkeeper(new Rulebook(away, fresh.time), fresh.time);
            assertThat(doorkeeper.turnsAway(connection, "1", ada)).isTrue();
            assertThat(session.objects("error"))
                    .extracting(error -> error.getString("code"))
                    .containsExactly("busy");
            assertThat(session.closes()).isEmpty();
        }

        private void logIn() {
            login.logIn(connection, new ClientMessage.Login("1", "ada", "proof"));
            surroundings.workers.run(Duration.ofSeconds(1));
        }
    }
}
