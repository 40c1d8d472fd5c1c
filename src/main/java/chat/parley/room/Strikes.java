package chat.parley.room;

import java.util.concurrent.TimeUnit;

/** Counts a client's offences within a minute of the first. */
final class Strikes {
    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final int limit;
    private int count;
    private long since;

    Strikes(int limit) {
        this.limit = limit;
    }

    /** One more; true when that was one too many. */
    synchronized boolean another(long now) {
        if (count == 0 || now - since > MINUTE) {
            count = 0;
            since = now;
        }
        return ++count >= limit;
    }
}
