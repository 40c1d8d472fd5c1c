package chat.parley.settings;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the values of a setting are, and how an administrator writes them. */
public interface SettingType<T> {

    /** @throws IllegalArgumentException if the text is not allowed */
    T parse(String text);

    /** How an administrator would write the value. */
    String text(T value);

    /** What may be written, as it ends the sentence "allowed: …". */
    String allowed();

    /** {@code true} or {@code false} and nothing else: a {@code yes} that means no is a hole. */
    static SettingType<Boolean> flag() {
        return of("`true` or `false`", String::valueOf, text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        });
    }

    /** A whole number from min to max. */
    static SettingType<Integer> number(int min, int max) {
        return of(min + " to " + max, String::valueOf, text -> within(min, Integer.parseInt(text), max));
    }

    /** A duration from min to max, written {@code 500ms}, {@code 10s}, {@code 5m}, {@code 2h} or {@code 30d}. */
    static SettingType<Duration> time(Duration min, Duration max) {
        return of(
                "`" + DurationText.format(min) + "` to `" + DurationText.format(max) + "`",
                DurationText::format,
                text -> within(min, DurationText.parse(text), max));
    }

    /** One of an enumeration's values, in lower case. */
    static <E extends Enum<E>> SettingType<E> choice(Class<E> values) {
        return of(
                Stream.of(values.getEnumConstants())
                        .map(value -> "`" + word(value) + "`")
                        .collect(Collectors.joining(" or ")),
                SettingType::word,
                text -> Stream.of(values.getEnumConstants())
                        .filter(value -> word(value).equals(text))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(text)));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** Any text on one line. */
    static SettingType<String> line(String allowed) {
        return of(allowed, text -> text, text -> {
            if (text.length() > 1_000 || text.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException(text);
            }
            return text;
        });
    }

    /** How long messages are kept. */
    static SettingType<Retention> retention() {
        return of(Retention.ALLOWED, Retention::toString, Retention::parse);
    }

    /** Any number of words with commas between them. */
    static SettingType<Set<String>> list(String allowed, Function<String, String> canonical) {
        return of(
                allowed,
                values -> values.stream().sorted().collect(Collectors.joining(",")),
                text -> Stream.of(text.split(","))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .map(canonical)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static <T extends Comparable<T>> T within(T min, T value, T max) {
        if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
            throw new IllegalArgumentException(value.toString());
        }
        return value;
    }

    private static <T> SettingType<T> of(String allowed, Function<T, String> text, Function<String, T> parse) {
        return new SettingType<>() {
            @Override
            public T parse(String words) {
                return parse.apply(words);
            }

            @Override
            public String text(T value) {
                return text.apply(value);
            }

            @Override
            public String allowed() {
                return allowed;
            }
        };
    }
}
