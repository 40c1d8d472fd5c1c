package chat.parley.room;

import java.util.function.IntSupplier;

/**
 * Lets so many through per second in the long run, and so many at once after a pause.
 *
 * <p>It is the generic cell rate algorithm: one number, the moment at which all that was let through would have come had it
 * kept to the rate.
 */
final class TokenBucket {
    private final IntSupplier perSecond;
    private final IntSupplier burst;
    private boolean started;
    private long paidUntil;

    /**
     * @param perSecond 0 lets everything through
     * @param burst at least 1
     */
    TokenBucket(int perSecond, int burst) {
        this(() -> perSecond, () -> burst);
    }

    /** One whose rate and burst may change. */
    TokenBucket(IntSupplier perSecond, IntSupplier burst) {
        this.perSecond = perSecond;
        this.burst = burst;
    }

    /** Lets one through and returns 0, or returns how many nanoseconds later to try again. */
    synchronized long take(long now) {
        // Threads that share a bucket disagree a little about now, which must not look like too fast here.
        int rate = perSecond.getAsInt();
        if (rate == 0) {
            return 0;
        }
        long intervalNanos = 1_000_000_000L / rate;
        long toleranceNanos = intervalNanos * (burst.getAsInt() - 1);
        if (!started || paidUntil - now < 0) {
            started = true;
            paidUntil = now;
        }
        long early = paidUntil - now - toleranceNanos;
        if (early > 0) {
            return early;
        }
        paidUntil += intervalNanos;
        return 0;
    }
}
