package chat.parley.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.load.Load;
import chat.parley.testing.Alone;
import chat.parley.testing.ChatClient;
import chat.parley.testing.Postgres;
import chat.parley.testing.ServerKind;
import chat.parley.testing.ServerProcess;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The database goes away, or is not there yet: people stay connected and are told, and all goes on by itself. */
@Alone
class DatabaseOutageIT {
    private static final int OUTAGES = Load.size(5, 1);
    private static final Duration OUTAGE = Duration.ofSeconds(Load.size(30, 4));
    private static final Duration UNTIL_FIRST_ACK = Duration.ofSeconds(5);
    private static final int MESSAGES_BETWEEN = 300;

    private static final Map<ServerKind, String> DATA_SOURCES =
            Map.of(ServerKind.WILDFLY, "java:jboss/datasources/Parley", ServerKind.PAYARA, "jdbc/parley");

    private static Postgres postgres;

    /** The short form has each server once. */
    static Stream<ServerKind> away() {
        return Load.kinds(ServerKind.PAYARA);
    }

    static Stream<ServerKind> missing() {
        return Load.kinds(ServerKind.WILDFLY);
    }

    @BeforeAll
    static void startPostgres() {
        postgres = Postgres.start();
    }

    @AfterAll
    static void stopPostgres() {
        postgres.close();
    }

    @ParameterizedTest
    @MethodSource("away")
    void while_the_database_is_away_connections_stay_and_nothing_is_lost(ServerKind kind) {
        PGSimpleDataSource database = postgres.newDatabase();
        try (ServerProcess server = kind.start(database, Map.of("parley.rate-per-second", "0"));
                Traffic traffic = new Traffic(server)) {
            for (int i = 0; i < OUTAGES; i++) {
                traffic.flow(MESSAGES_BETWEEN, Duration.ofMillis(500));
                Duration firstAck = away(traffic, i);
                Load.report(server, "the first ack came %d ms after the database", firstAck.toMillis());
                assertThat(firstAck).isLessThan(UNTIL_FIRST_ACK);
            }
            traffic.flow(MESSAGES_BETWEEN, Duration.ZERO);
            traffic.end();
            Load.report(server, "database away %d times for %s: %s", OUTAGES, OUTAGE, traffic);
            assertThat(traffic.errors().keySet()).isNotEmpty().isSubsetOf("busy", "internal");
            assertThat(traffic.visits()).as("nobody had to come back").isEqualTo(traffic.size());
            traffic.assertNothingLostOrDoubled(StoredLog.in(database));
        }
    }

    /** Stops the database, in one way or the other, and gives how long after its return the first ack came. */
    private static Duration away(Traffic traffic, int way) {
        if (way % 2 == 0) {
            postgres.stopImmediately();
        } else {
            postgres.stop();
        }
        Traffic.sleep(OUTAGE);
        int before = traffic.acknowledgements();
        postgres.startAgain();
        long back = System.nanoTime();
        await("the first ack").until(() -> traffic.acknowledgements() > before);
        return Duration.ofNanos(System.nanoTime() - back);
    }

    @ParameterizedTest
    @MethodSource("missing")
    void a_data_source_that_is_missing_is_named_once_and_used_when_it_appears(ServerKind kind) {
        String name = DATA_SOURCES.get(kind);
        // Nobody tries to log in while the data source is made, which takes the server's tool some seconds
        Map<String, String> settings = Map.of("parley.datasource", name, "parley.login-deadline", "5m");
        try (ServerProcess server = kind.prepare(settings)) {
            server.setDatabase(postgres.newDatabase());
            server.start();
            server.deploy();
            try (ChatClient early = ChatClient.connect(server.socket())) {
                // Long enough to say it several times
                for (int i = 0; i < 30; i++) {
                    assertThat(early.request("login", "name", "ada").getString("code"))
                            .isEqualTo("busy");
                    Traffic.sleep(Duration.ofMillis(100));
                }
                assertThat(server.logText().lines().filter(line -> line.contains("No history")))
                        .singleElement()
                        .asString()
                        .contains("no data source " + name);
                server.assertCleanLog();

                server.addDataSource();
                await().pollInterval(Duration.ofMillis(500))
                        .until(() -> early.request("login", "name", "ada")
                                .getString("type")
                                .equals("welcome"));
                early.join("lobby");
                early.say("lobby", "at last");
            }
            // WildFly takes the data source away before Parley has ended
            server.stop();
            assertThat(server.logText()).doesNotContain("Error destroying", "shut down");
            assertThat(server.logText().lines().filter(line -> line.contains("No history")))
                    .hasSize(1);
            server.assertCleanLog();
        }
    }
}
