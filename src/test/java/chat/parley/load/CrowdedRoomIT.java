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

/** 1,000 clients in one room, 20 of them talk, 20,000 messages: every client gets all of them, once, in one order. */
@Alone
class CrowdedRoomIT {

    private static final int CLIENTS = 1000;
    private static final int TALKERS = 20;
    private static final int MESSAGES = Load.size(20_000, 3_000);

    @ParameterizedTest
    @EnumSource
    void everybody_gets_everything_once_and_in_one_order(ServerKind kind) {
        try (ServerProcess server = kind.start(Map.of("parley.rate-per-second", "0"));
                Swarm swarm = new Swarm(server.socket(), "crowd")) {
            Latencies delivered = new Latencies();
            List<SwarmMember> crowd = swarm.enter("grace", CLIENTS, delivered);
            long before = System.nanoTime();
            swarm.talk(crowd.subList(0, TALKERS), MESSAGES / TALKERS, 10, 100);
            swarm.awaitDelivered(crowd, MESSAGES, Duration.ofMinutes(10));
            double seconds = (System.nanoTime() - before) / 1e9;
            Load.report(
                    server,
                    "%d messages to %d clients in %.1f s, %.0f deliveries/s; delivered %s",
                    MESSAGES,
                    CLIENTS,
                    seconds,
                    (double) MESSAGES * CLIENTS / seconds,
                    delivered);
            assertThat(swarm.faults()).isEmpty();
            assertThat(crowd).allMatch(member -> member.got() == MESSAGES && member.closed() == null);
            assertThat(delivered.count()).isEqualTo((long) MESSAGES * CLIENTS);
            server.assertCleanLog();
        }
    }
}
