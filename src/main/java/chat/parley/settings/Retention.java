package chat.parley.settings;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How long messages are kept: for ever, for an age, or the newest so many.
 *
 * @param age null where age does not matter
 * @param count of messages in each room; null where it does not matter
 */
public record Retention(@Nullable Duration age, @Nullable Integer count) {

    /** Keeps everything. */
    public static final Retention OFF = new Retention(null, null);

    static final String ALLOWED = "`off`, an age as `90d`, or a number of messages a room as `100000`";

    private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,8}");

    private static final Duration SHORTEST = Duration.ofMinutes(1);

    /**
     * Reads {@code off}, an age as {@code 90d}, at least a minute, or a count as {@code 100000}, at least one.
     *
     * @throws IllegalArgumentException if it is none of them; the message tells what is allowed
     */
    public static Retention parse(String text) {
        if (text.equals("off")) {
            return OFF;
        }
        if (COUNT.matcher(text).matches()) {
            return new Retention(null, Integer.valueOf(text));
        }
        try {
            Duration age = DurationText.parse(text);
            if (age.compareTo(SHORTEST) >= 0) {
                return new Retention(age, null);
            }
        } catch (IllegalArgumentException noAge) {
            // Nor anything else.
        }
        throw new IllegalArgumentException("'" + text + "'; allowed: " + ALLOWED);
    }

    /** As an administrator writes it. */
    @Override
    public String toString() {
        if (age != null) {
            return DurationText.format(age);
        }
        return count == null ? "off" : count.toString();
    }
}
