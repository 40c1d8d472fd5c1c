package chat.parley.room;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The one place where time is read, so that tests can be its master. */
@Singleton
public class Time {
    /** For durations: nanoseconds since some moment, never stepping back. */
    public long nanos() {
        return System.nanoTime();
    }

    /** For people and the log, in whole milliseconds. */
    public Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
