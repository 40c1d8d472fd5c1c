package chat.parley.lifecycle;

import chat.parley.load.Load;
import chat.parley.testing.Postgres;
import chat.parley.testing.ServerKind;
import chat.parley.testing.ServerProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Killed in mid-traffic again and again, the server loses nothing that it acknowledged, and nothing is said twice. */
class CrashIT {
    private static final int KILLS = Load.size(20, 1);
    private static final int MESSAGES_BETWEEN = 300;
    private static final Duration MOMENT = Duration.ofMillis(500);

    @TempDir
    Path home;

    /** The short form has each server and each database once. */
    static Stream<ServerKind> onFile() {
        return Load.kinds(ServerKind.PAYARA);
    }

    static Stream<ServerKind> onPostgres() {
        return Load.kinds(ServerKind.WILDFLY);
    }

    @ParameterizedTest
    @MethodSource("onFile")
    void a_server_that_is_killed_again_and_again_keeps_what_it_acknowledged_in_a_file(ServerKind kind) {
        Map<String, String> settings = Map.of("parley.rate-per-second", "0", "parley.home", home.toString());
        try (ServerProcess server = kind.start(settings)) {
            killUnderTraffic(server, "a file", () -> {
                server.stop();
                return StoredLog.inFile(home);
            });
        }
    }

    @ParameterizedTest
    @MethodSource("onPostgres")
    void a_server_that_is_killed_again_and_again_keeps_what_it_acknowledged_in_postgresql(ServerKind kind) {
        try (Postgres postgres = Postgres.start()) {
            PGSimpleDataSource database = postgres.newDatabase();
            try (ServerProcess server = kind.start(database, Map.of("parley.rate-per-second", "0"))) {
                killUnderTraffic(server, "PostgreSQL", () -> StoredLog.in(database));
            }
        }
    }

    private static void killUnderTraffic(ServerProcess server, String where, Supplier<StoredLog> stored) {
        try (Traffic traffic = new Traffic(server)) {
            for (int i = 0; i < KILLS; i++) {
                traffic.flow(MESSAGES_BETWEEN, MOMENT);
                server.kill();
                server.start();
            }
            traffic.flow(MESSAGES_BETWEEN, MOMENT);
            traffic.end();
            Load.report(server, "killed %d times, history in %s: %s", KILLS, where, traffic);
            traffic.assertNothingLostOrDoubled(stored.get());
        }
    }
}
