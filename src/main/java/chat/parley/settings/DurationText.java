package chat.parley.settings;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as an administrator writes them: a whole number and a unit, {@code 500ms}, {@code 10s}, {@code 30d}. */
final class DurationText {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d)");

    private DurationText() {}

    /** @throws IllegalArgumentException if it is written otherwise */
    static Duration parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(text);
        }
        return Duration.of(Long.parseLong(form.group(1)), unit(form.group(2)));
    }

    /** In the largest unit that takes it whole and of which it has several: 60s rather than 1m. */
    static String format(Duration duration) {
        long millis = duration.toMillis();
        for (String unit : new String[] {"d", "h", "m", "s"}) {
            long length = unit(unit).getDuration().toMillis();
            boolean several = millis >= 2 * length || unit.equals("s");
            if (several && millis % length == 0) {
                return millis / length + unit;
            }
        }
        return millis + "ms";
    }

    private static ChronoUnit unit(String letter) {
        return switch (letter) {
            case "ms" -> ChronoUnit.MILLIS;
            case "s" -> ChronoUnit.SECONDS;
            case "m" -> ChronoUnit.MINUTES;
            case "h" -> ChronoUnit.HOURS;
            default -> ChronoUnit.DAYS;
        };
    }
}
