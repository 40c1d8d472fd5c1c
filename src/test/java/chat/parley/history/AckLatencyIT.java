package chat.parley.history;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.load.Load;
import chat.parley.room.MessageLog.Appended.Stored;
import chat.parley.swarm.Latencies;
import chat.parley.testing.Alone;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How long an ack takes when a thousand messages a second come, held against a commit that has nothing else to do. */
@Alone
class AckLatencyIT {
    private static final int PER_SECOND = 1_000;
    private static final int ROUNDS = Load.size(9, 3);
    private static final int MESSAGES = Load.size(5_000, 500);

    @TempDir
    Path home;

    @ParameterizedTest
    @EnumSource
    void an_ack_takes_little_longer_than_a_commit(Engine engine) throws Exception {
        try (Bench bench = new Bench(engine, home);
                BareWriter bare = bench.bare()) {
            Latencies[] last = {new Latencies(), new Latencies()};
            double[] medians = Rounds.medians(
                    ROUNDS,
                    () -> millis(last[0] = acks(bench), 0.5),
                    () -> millis(last[0], 0.99),
                    () -> millis(last[1] = commits(bare), 0.5),
                    () -> millis(last[1], 0.99));
            Load.report(
                    engine,
                    "an ack at %d messages/s takes %.2f ms, p99 %.2f ms; a commit alone %.2f ms, p99 %.2f ms",
                    PER_SECOND,
                    medians[0],
                    medians[1],
                    medians[2],
                    medians[3]);
            // Three threads take part: where others keep the processors busy, each waits for its turn.
            Load.measured(() -> {
                assertThat(medians[0]).as("p50").isLessThanOrEqualTo(5);
                assertThat(medians[1]).as("p99").isLessThanOrEqualTo(5 * medians[3]);
            });
        }
    }

    private static double millis(Latencies latencies, double share) {
        return latencies.percentile(share).toNanos() / 1e6;
    }

    private static Latencies acks(Bench bench) throws Exception {
        Latencies latencies = new Latencies();
        Semaphore acked = new Semaphore(0);
        paced(number -> {
            long begin = System.nanoTime();
            CompletionStage<Stored> unused = bench.append(Bench.draft(Bench.room(number)))
                    .whenComplete((stored, failure) -> {
                        latencies.record(System.nanoTime() - begin);
                        acked.release();
                    });
        });
        acked.acquire(MESSAGES);
        return latencies;
    }

    private static Latencies commits(BareWriter bare) throws Exception {
        Latencies latencies = new Latencies();
        paced(number -> {
            long begin = System.nanoTime();
            bare.single();
            latencies.record(System.nanoTime() - begin);
        });
        return latencies;
    }

    private interface Act {
        void run(int number) throws Exception;
    }

    /** What is late is done at once. */
    private static void paced(Act act) throws Exception {
        long begin = System.nanoTime();
        for (int i = 0; i < MESSAGES; i++) {
            long due = begin + i * Duration.ofSeconds(1).toNanos() / PER_SECOND;
            LockSupport.parkNanos(Math.max(0, due - System.nanoTime()));
            act.run(i);
        }
    }
}
