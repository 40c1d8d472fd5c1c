package chat.parley.security;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What people read on the page that signs them in, in the languages of the chat page. It has to do without scripts. */
final class SignInWords {
    private static final String ENGLISH = "en";

    /** By the tags the page has for them. */
    static final List<String> LANGUAGES = List.of(ENGLISH, "ms", "zh-Hans", "zh-Hant");

    /** Where Chinese is written in traditional characters, unless it says how. */
    private static final Set<String> TRADITIONAL = Set.of("TW", "HK", "MO");

    private static final Map<String, Map<String, String>> WORDS =
            LANGUAGES.stream().collect(Collectors.toUnmodifiableMap(tag -> tag, SignInWords::read));

    private SignInWords() {}

    /** The words of one of {@link #LANGUAGES}, by their names. */
    static Map<String, String> in(String language) {
        return Objects.requireNonNull(WORDS.get(language), language);
    }

    /** What the chat page was read in, as its link says; else what the browser prefers; else English. */
    static String languageOf(HttpServletRequest request) {
        String chosen = request.getParameter("lang");
        return chosen != null && LANGUAGES.contains(chosen)
                ? chosen
                : best(Collections.list(request.getLocales()).stream());
    }

    /** The first that we speak; English when there is none. */
    static String best(Stream<Locale> wanted) {
        return wanted.map(SignInWords::tag).filter(Objects::nonNull).findFirst().orElse(ENGLISH);
    }

    private static @Nullable String tag(Locale locale) {
        String language = locale.getLanguage();
        if (language.equals("zh")) {
            boolean traditional = locale.getScript().isEmpty()
                    ? TRADITIONAL.contains(locale.getCountry())
                    : locale.getScript().equals("Hant");
            return traditional ? "zh-Hant" : "zh-Hans";
        }
        return LANGUAGES.contains(language) ? language : null;
    }

    private static Map<String, String> read(String language) {
        String name = "signin." + language + ".properties";
        Properties read = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(SignInWords.class.getResourceAsStream(name), name), StandardCharsets.UTF_8)) {
            read.load(reader);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Map<String, String> words = new HashMap<>();
        read.stringPropertyNames().forEach(key -> words.put(key, read.getProperty(key)));
        return Map.copyOf(words);
    }
}
