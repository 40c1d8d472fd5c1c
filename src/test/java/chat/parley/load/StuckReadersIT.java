package chat.parley.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.swarm.Latencies;
import chat.parley.swarm.Swarm;
import chat.parley.swarm.SwarmMember;
import chat.parley.testing.Alone;
import chat.parley.testing.Closed;
import chat.parley.testing.PayaraServer;
import chat.parley.testing.ServerJvm;
import chat.parley.testing.ServerKind;
import chat.parley.testing.ServerProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * 5 of 105 clients never read while 200 MB is broadcast: the other 100 lose nothing and wait hardly longer, the heap
 * stays bounded, and the stuck ones are closed as too slow.
 */
@Alone
class StuckReadersIT {

    private static final int READERS = 100;
    private static final int TALKERS = 5;
    private static final int STUCK = 5;
    private static final int TEXT_LENGTH = 4000;
    private static final int MESSAGES = Load.size(200_000_000, 24_000_000) / TEXT_LENGTH;

    /** Of all that is broadcast, so much has gone into kernels and containers before a client that never reads is felt. */
    private static final int UNFELT = 20_000_000 / TEXT_LENGTH;

    private static final Duration WRITE_DEADLINE = Duration.ofSeconds(10);

    /** What a room may keep for those who are behind: each of the stuck may cost that once. */
    private static final int RING_BYTES = 1 << 20;

    private static final int HEAP_LOOKS = 4;

    @ParameterizedTest
    @EnumSource
    void five_that_never_read_cost_the_others_nothing(ServerKind kind) {
        Map<String, String> settings = Map.of(
                "parley.rate-per-second",
                "0",
                "parley.write-deadline",
                WRITE_DEADLINE.toSeconds() + "s",
                "parley.ring-bytes",
                Integer.toString(RING_BYTES));
        try (ServerProcess server = started(kind, settings);
                ServerJvm jvm = server.jvm()) {
            List<Broadcast> without = new ArrayList<>();
            Load.measured(() -> {
                // A server just started is slow in itself.
                broadcast(server, jvm, "warm-up", () -> {});
                without.add(broadcast(server, jvm, "before", () -> {}));
            });
            Broadcast beside = besideStuckClients(server, jvm);
            without.add(broadcast(server, jvm, "after", () -> {}));
            Load.report(server, "without stuck clients: %s", without);
            Load.report(server, "beside stuck clients: %s", beside);

            assertThat((Long) jvm.parley("SlowConsumers")).isGreaterThanOrEqualTo(STUCK);
            Load.measured(() -> {
                assertThat(beside.p99())
                        .isLessThanOrEqualTo(without.stream()
                                .map(Broadcast::p99)
                                .reduce(Duration.ZERO, StuckReadersIT::max)
                                .multipliedBy(2));
                assertThat(beside.heapGrown
                                - without.stream()
                                        .mapToLong(Broadcast::heapGrown)
                                        .max()
                                        .orElseThrow())
                        .as("growth of the heap beyond that without stuck clients")
                        .isLessThanOrEqualTo(STUCK * (long) RING_BYTES);
            });
        }
    }

    private static Broadcast besideStuckClients(ServerProcess server, ServerJvm jvm) {
        try (Swarm stuck = new Swarm(server.socket(), "beside")) {
            List<SwarmMember> never = stuck.enter("ada", STUCK, new Latencies(), 4096);
            stuck.stopReading(never);
            Broadcast beside = broadcast(server, jvm, "beside", () -> awaitDropped(server, jvm));
            stuck.readAgain(never);
            assertThat(never).allSatisfy(StuckReadersIT::assertClosedAsTooSlow);
            return beside;
        }
    }

    /** On Payara with the buffer that server-config/payara sets, which tells why. */
    private static ServerProcess started(ServerKind kind, Map<String, String> settings) {
        ServerProcess server = kind.prepare(settings);
        if (server instanceof PayaraServer payara) {
            payara.boundWriteBuffers();
        }
        server.start();
        server.deploy();
        return server;
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private record Broadcast(Latencies delivered, long heapGrown) {

        Duration p99() {
            return delivered.percentile(0.99);
        }

        @Override
        public String toString() {
            return delivered + ", heap grew by " + (heapGrown >> 10) + " kB";
        }
    }

    /** All readers get all messages. Looks at the heap on the way, as often with stuck clients as without. */
    private static Broadcast broadcast(ServerProcess server, ServerJvm jvm, String room, Runnable whenFelt) {
        long heapBefore = jvm.liveHeap();
        long heapGrown = 0;
        Latencies delivered = new Latencies();
        try (Swarm swarm = new Swarm(server.socket(), room)) {
            List<SwarmMember> readers = swarm.enter("grace", READERS, delivered);
            swarm.talk(readers.subList(0, TALKERS), MESSAGES / TALKERS, 4, TEXT_LENGTH);
            for (int part = 1; part <= HEAP_LOOKS; part++) {
                swarm.awaitDelivered(readers, (long) UNFELT * part / HEAP_LOOKS, Duration.ofMinutes(5));
                heapGrown = Math.max(heapGrown, jvm.liveHeap() - heapBefore);
            }
            whenFelt.run();
            swarm.awaitDelivered(readers, MESSAGES, Duration.ofMinutes(10));
            assertThat(swarm.faults()).isEmpty();
            assertThat(readers).allMatch(member -> member.got() == MESSAGES && member.closed() == null);
        }
        return new Broadcast(delivered, heapGrown);
    }

    private static void awaitDropped(ServerProcess server, ServerJvm jvm) {
        long felt = System.nanoTime();
        await("the stuck to be closed")
                .atMost(WRITE_DEADLINE.plusSeconds(2))
                .until(() -> (Integer) jvm.parley("Connections") <= READERS);
        Load.report(server, "stuck clients were closed within %.1f s", (System.nanoTime() - felt) / 1e9);
    }

    /** Its kernel may have the line cut before the close frame is through. */
    private static void assertClosedAsTooSlow(SwarmMember member) {
        await(member + " to find out").until(() -> member.closed() != null);
        assertThat(member.closed().code()).isIn(4001, Closed.LOST);
    }
}
