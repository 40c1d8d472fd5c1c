package chat.parley.swarm;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * A histogram of durations with a relative error of at most 1/16: buckets of equal width within each power of two.
 *
 * <p><b>Concurrency:</b> any thread may record and read.
 */
public final class Latencies {

    private static final int STEPS_LOG = 4;
    private static final int STEPS = 1 << STEPS_LOG;

    private final AtomicLongArray counts = new AtomicLongArray((Long.SIZE - STEPS_LOG) * STEPS);

    public void record(long nanos) {
        counts.incrementAndGet(bucket(Math.max(0, nanos)));
    }

    public long count() {
        long count = 0;
        for (int i = 0; i < counts.length(); i++) {
            count += counts.get(i);
        }
        return count;
    }

    /** The duration within which this share of all lies, as 0.99; zero where nothing was recorded. */
    public Duration percentile(double share) {
        long left = (long) Math.ceil(count() * share);
        for (int i = 0; i < counts.length(); i++) {
            left -= counts.get(i);
            if (left <= 0 && counts.get(i) > 0) {
                return Duration.ofNanos(upperBound(i));
            }
        }
        return Duration.ZERO;
    }

    public Duration max() {
        return percentile(1);
    }

    private static int bucket(long nanos) {
        if (nanos < STEPS) {
            return (int) nanos;
        }
        int power = Long.SIZE - 1 - Long.numberOfLeadingZeros(nanos);
        int step = (int) (nanos >>> (power - STEPS_LOG)) - STEPS;
        return (power - STEPS_LOG + 1) * STEPS + step;
    }

    private static long upperBound(int bucket) {
        int octave = bucket >> STEPS_LOG;
        int step = bucket & (STEPS - 1);
        return octave == 0 ? step : (((long) STEPS + step + 1) << (octave - 1)) - 1;
    }

    @Override
    public String toString() {
        return "%d, p50 %.1f ms, p99 %.1f ms, max %.1f ms"
                .formatted(count(), millis(percentile(0.5)), millis(percentile(0.99)), millis(max()));
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
