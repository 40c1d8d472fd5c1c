package chat.parley.room;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Time that passes when a test says so. Its nanoseconds soon overflow, as the system's may. */
public final class FakeTime extends Time {
    public static final Instant START = Instant.parse("2026-03-01T08:15:30.123Z");

    private static final long FIRST_NANOS =
            Long.MAX_VALUE - Duration.ofMillis(5).toNanos();

    private final AtomicLong elapsed = new AtomicLong();
    private final AtomicReference<Duration> setBack = new AtomicReference<>(Duration.ZERO);

    @Override
    public long nanos() {
        return FIRST_NANOS + elapsed.get();
    }

    @Override
    public Instant now() {
        return START.plusNanos(elapsed.get()).minus(setBack.get());
    }

    public void pass(Duration duration) {
        elapsed.addAndGet(duration.toNanos());
    }

    /** Somebody sets the clock on the wall; durations do not notice. */
    public void setClockBack(Duration by) {
        setBack.accumulateAndGet(by, Duration::plus);
    }

    long elapsedNanos() {
        return elapsed.get();
    }
}
