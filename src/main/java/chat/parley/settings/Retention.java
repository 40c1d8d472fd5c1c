package chat.parley.settings;

import java.time.Duration;
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

    private static final Duration SHORTEST = Duration.ofMinutes(1);

    /**
     * Reads {@code off}, an age as {@code 90d}, at least a minute, or a count as {@code 100000}, at least one.
     *
     * @throws IllegalArgumentException if it is none of them
     */
    public static Retention parse(String text) {
        if (text.equals("off")) {
            return OFF;
        }
        if (text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            int count = Integer.parseInt(text);
            if (count < 1) {
                throw new IllegalArgumentException(text);
            }
            return new Retention(null, count);
        }
        Duration age = DurationText.parse(text);
        if (age.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException(text);
        }
        return new Retention(age, null);
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
