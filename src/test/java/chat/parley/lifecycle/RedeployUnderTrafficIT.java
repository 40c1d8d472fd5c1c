package chat.parley.lifecycle;

import chat.parley.load.Load;
import chat.parley.testing.ServerKind;
import chat.parley.testing.ServerProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Redeployed in mid-traffic, Parley hands its database file from one deployment to the next, whole and to one at a time. */
class RedeployUnderTrafficIT {
    private static final int REDEPLOYS = Load.size(20, 3);
    private static final int MESSAGES_BETWEEN = 300;
    private static final Duration MOMENT = Duration.ofMillis(500);

    @TempDir
    Path home;

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void redeploys_under_traffic_lose_nothing_double_nothing_and_let_go_of_the_file(ServerKind kind) {
        Map<String, String> settings = Map.of("parley.rate-per-second", "0", "parley.home", home.toString());
        try (ServerProcess server = kind.start(settings);
                Traffic traffic = new Traffic(server)) {
            for (int i = 0; i < REDEPLOYS; i++) {
                traffic.flow(MESSAGES_BETWEEN, MOMENT);
                server.redeploy();
            }
            traffic.flow(MESSAGES_BETWEEN, MOMENT);
            traffic.end();
            Load.report(server, "redeployed %d times: %s", REDEPLOYS, traffic);
            server.undeploy();
            traffic.assertNothingLostOrDoubled(StoredLog.inFile(home));
            server.assertCleanLog();
        }
    }
}
