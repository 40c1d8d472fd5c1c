package chat.parley.load;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.swarm.Latencies;
import chat.parley.swarm.Swarm;
import chat.parley.swarm.SwarmMember;
import chat.parley.testing.Alone;
import chat.parley.testing.ServerKind;
import chat.parley.testing.ServerProcess;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** 200 clients all send at once, on a server as it comes (Payara has five HTTP threads then): nobody stalls. */
@Alone
class AllAtOnceIT {

    private static final int CLIENTS = 200;
    private static final int ROUNDS = Load.size(50, 10);

    /** Longer is a stall. */
    private static final Duration LONGEST = Duration.ofSeconds(1);

    @ParameterizedTest
    @EnumSource
    void two_hundred_that_send_at_once_stall_nobody(ServerKind kind) {
        try (ServerProcess server = kind.start(Map.of("parley.rate-per-second", "0"))) {
            // A server just started is slow in itself.
            round(server, "warm-up", 20, new Latencies());
            Latencies delivered = new Latencies();
            Latencies acknowledged = round(server, "measured", ROUNDS, delivered);
            Load.report(server, "%d at once: acknowledged %s; delivered %s", CLIENTS, acknowledged, delivered);
            assertThat(acknowledged.count()).isEqualTo((long) CLIENTS * ROUNDS);
            Load.measured(() -> {
                assertThat(acknowledged.max()).isLessThan(LONGEST);
                assertThat(delivered.max()).isLessThan(LONGEST);
            });
            server.assertCleanLog();
        }
    }

    private static Latencies round(ServerProcess server, String room, int rounds, Latencies delivered) {
        try (Swarm swarm = new Swarm(server.socket(), room)) {
            List<SwarmMember> everybody = swarm.enter("grace", CLIENTS, delivered);
            for (int round = 1; round <= rounds; round++) {
                swarm.talk(everybody, 1, 1, 100);
                swarm.awaitDelivered(everybody, (long) round * CLIENTS, Duration.ofMinutes(2));
            }
            assertThat(swarm.faults()).isEmpty();
            return swarm.acknowledged();
        }
    }
}
