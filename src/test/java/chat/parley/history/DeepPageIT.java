package chat.parley.history;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.load.Load;
import chat.parley.room.MessageLog.Page;
import chat.parley.testing.Alone;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pages out of a long history: wherever they are, they are found at once. */
@Alone
class DeepPageIT {
    private static final int EVENTS = Load.size(1_000_000, 100_000);
    private static final int PAGE = 100;
    private static final int READS = 51;

    @TempDir
    Path home;

    @ParameterizedTest
    @EnumSource
    void a_page_of_a_long_history_takes_less_than_20_ms_wherever_it_is(Engine engine) throws Exception {
        try (Bench bench = new Bench(engine, home)) {
            try (BareWriter bare = bench.bare()) {
                bare.fill(EVENTS);
            }
            bench.open(BareWriter.FILLED);
            Map<String, Long> places =
                    Map.of("beginning", 1L, "middle", EVENTS / 2L, "end", EVENTS - (long) READS * PAGE + 1);
            for (Map.Entry<String, Long> place : places.entrySet()) {
                List<Double> millis = new ArrayList<>();
                for (int i = 0; i < READS; i++) {
                    millis.add(read(bench, place.getValue() + (long) i * PAGE));
                }
                Load.report(
                        engine,
                        "a page of %d at the %s of %d takes %.2f ms, at most %.2f ms",
                        PAGE,
                        place.getKey(),
                        EVENTS,
                        Rounds.median(millis),
                        Collections.max(millis));
                assertThat(Rounds.median(millis)).as(place.getKey()).isLessThan(20);
            }
        }
    }

    private static double read(Bench bench, long first) {
        long begin = System.nanoTime();
        Page page = bench.log
                .read(BareWriter.FILLED, first, first + PAGE - 1)
                .toCompletableFuture()
                .join();
        double millis = (System.nanoTime() - begin) / 1e6;
        assertThat(page.events()).hasSize(PAGE);
        assertThat(page.events().get(0).seq()).isEqualTo(first);
        return millis;
    }
}
