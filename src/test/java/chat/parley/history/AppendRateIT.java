package chat.parley.history;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.load.Load;
import chat.parley.testing.Alone;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How much the log stores in a second, held against what its database can do. */
@Alone
class AppendRateIT {
    private static final int ROUNDS = Load.size(9, 3);
    private static final Duration TURN = Duration.ofMillis(Load.size(2_000, 400));
    private static final int CALLERS = 64;

    @TempDir
    Path home;

    @ParameterizedTest
    @EnumSource
    void the_log_stores_at_least_half_of_what_a_bare_batch_loop_does(Engine engine) throws Exception {
        try (Bench bench = new Bench(engine, home);
                BareWriter bare = bench.bare()) {
            double[] medians = Rounds.medians(
                    ROUNDS,
                    () -> bench.flood(TURN),
                    bench::meanBatch,
                    () -> bare.batches((int) bench.meanBatch(), TURN));
            double ratio = medians[0] / medians[2];
            Load.report(
                    engine,
                    "%.0f messages/s in commits of %.0f, %.2f of the %.0f/s of a bare loop",
                    medians[0],
                    medians[1],
                    ratio,
                    medians[2]);
            assertThat(ratio).isGreaterThanOrEqualTo(0.5);
        }
    }

    @ParameterizedTest
    @EnumSource
    void callers_that_wait_for_their_acks_share_commits(Engine engine) throws Exception {
        try (Bench bench = new Bench(engine, home);
                BareWriter bare = bench.bare()) {
            double[] medians = Rounds.medians(
                    ROUNDS,
                    () -> bench.callers(CALLERS, TURN),
                    bench::meanBatch,
                    () -> bare.singles(TURN),
                    () -> bare.batches(CALLERS, TURN));
            double gain = medians[0] / medians[2];
            double atMost = medians[3] / medians[2];
            Load.report(
                    engine,
                    "%.0f messages/s of %d callers in commits of %.0f, %.1f times the %.0f/s of a commit each; all in one is %.1f times",
                    medians[0],
                    CALLERS,
                    medians[1],
                    gain,
                    medians[2],
                    atMost);
            assertThat(gain).isGreaterThanOrEqualTo(2);
            double promised = engine == Engine.SQLITE ? 8 : 20;
            Load.measured(() -> assertThat(gain).isGreaterThanOrEqualTo(promised));
        }
    }
}
