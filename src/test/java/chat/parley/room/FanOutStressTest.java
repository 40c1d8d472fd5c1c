package chat.parley.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** On real threads and in real time: whatever the moment of a wake, a flush follows it. */
@Timeout(120)
class FanOutStressTest {

    private static final int WAKERS = 4;
    private static final int BURSTS = 100;

    private final Workers workers = new Workers();
    private final ExecutorService threads = Executors.newFixedThreadPool(WAKERS + 1);
    private final AtomicLong appended = new AtomicLong();
    private final AtomicLong flushed = new AtomicLong();
    private final AtomicInteger sends = new AtomicInteger();
    private final FanOut fanOut = new FanOut(workers, new Time(), this::flush);

    /** Some sends end within the flush, some on another thread, some while the next flush is under way. */
    private int flush() {
        long seen = appended.get();
        flushed.accumulateAndGet(seen, Math::max);
        for (int i = 0; i < 3; i++) {
            fanOut.sendBegan();
            sends.incrementAndGet();
            if (i == 0) {
                end();
            } else {
                threads.execute(this::end);
            }
        }
        return 3;
    }

    private void end() {
        sends.decrementAndGet();
        fanOut.sendEnded();
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
        workers.stop();
    }

    @Test
    void no_wake_is_ever_lost() throws Exception {
        long seed = new Random().nextLong();
        for (int burst = 0; burst < BURSTS; burst++) {
            List<Future<?>> wakers = new ArrayList<>();
            for (int waker = 0; waker < WAKERS; waker++) {
                Random random = new Random(seed + burst * WAKERS + waker);
                wakers.add(threads.submit(() -> append(random)));
            }
            for (Future<?> waker : wakers) {
                waker.get();
            }
            await().alias("seed " + seed + ", burst " + burst)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> flushed.get() == appended.get());
        }
        await().until(() -> sends.get() == 0);
        assertThat(flushed).hasValue(appended.get());
    }

    private void append(Random random) {
        for (int i = random.nextInt(20); i >= 0; i--) {
            appended.incrementAndGet();
            fanOut.wake();
            for (int spin = random.nextInt(2_000); spin > 0; spin--) {
                Thread.onSpinWait();
            }
        }
    }
}
