package chat.parley.protocol;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as the protocol writes them: {@code 2026-03-01T08:15:30.123Z}. */
public final class Timestamps {
    /** Instant's own text leaves out milliseconds that are zero. */
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Timestamps() {}

    /** In UTC, with milliseconds. */
    public static String text(Instant instant) {
        return FORMAT.format(instant);
    }
}
