package chat.parley.room;

/**
 * Lets so many through per second in the long run, and so many at once after a pause.
 *
 * <p>It is the generic cell rate algorithm: one number, the moment at which all that was let through would have come had it
 * kept to the rate.
 */
final class TokenBucket {
    private final long intervalNanos;
    private final long toleranceNanos;
    private boolean started;
    private long paidUntil;

    /**
     * @param perSecond 0 lets everything through
     * @param burst at least 1
     */
    TokenBucket(int perSecond, int burst) {
        intervalNanos = perSecond == 0 ? 0 : 1_000_000_000L / perSecond;
        toleranceNanos = intervalNanos * (burst - 1);
    }

    /** Lets one through and returns 0, or returns how many nanoseconds later to try again. */
    synchronized long take(long now) {
        // Threads that share a bucket disagree a little about now, which must not look like too fast here.
        if (intervalNanos == 0) {
            return 0;
        }
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
