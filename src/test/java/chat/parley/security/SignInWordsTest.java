package chat.parley.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInWordsTest {

    @Test
    void every_language_has_all_words() {
        for (String language : SignInWords.LANGUAGES) {
            assertThat(SignInWords.in(language).keySet())
                    .as(language)
                    .isEqualTo(SignInWords.in("en").keySet());
            assertThat(SignInWords.in(language).values()).as(language).noneMatch(String::isBlank);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "fr-FR ms-MY en, ms",
        "zh-CN, zh-Hans",
        "zh-HK en, zh-Hant",
        "zh-SG, zh-Hans",
        "zh-Hant-MY, zh-Hant",
        "en-AU zh, en",
        "ja, en"
    })
    void the_first_that_is_wanted_and_spoken_is_taken(String wanted, String language) {
        assertThat(SignInWords.best(Stream.of(wanted.split(" ")).map(Locale::forLanguageTag)))
                .isEqualTo(language);
    }
}
