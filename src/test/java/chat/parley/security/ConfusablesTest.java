package chat.parley.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.SpoofChecker;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfusablesTest {

    private final Confusables confusables = new Confusables();
    private final SpoofChecker icu = new SpoofChecker.Builder().build();

    /** What is left out by ICU and has no place in a name is left out here. */
    @Test
    void every_characters_skeleton_is_icus() {
        int[] differing = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(c -> Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK)
                .filter(c -> !icu(Character.toString(c)).isEmpty())
                .filter(c -> !confusables.skeleton(Character.toString(c)).equals(icu(Character.toString(c))))
                .toArray();

        assertThat(differing).as("code points").isEmpty();
    }

    private String icu(String text) {
        return icu.getSkeleton(text).toLowerCase(Locale.ROOT);
    }

    @ParameterizedTest
    @CsvSource({
        "paypal, раураl",
        "paypal, paypaI",
        "ada, аda",
        "grace 10, grace lO",
        "modern, rnodern",
        "Ångström, Ångstro\u0308m",
        "scope, ѕсоре"
    })
    void names_that_look_alike_have_one_skeleton(String one, String other) {
        assertThat(confusables.skeleton(other)).isEqualTo(confusables.skeleton(one));
        assertThat(icu(other)).isEqualTo(icu(one));
    }

    @ParameterizedTest
    @CsvSource({"ada, adb", "ada, áda", "grace, grade", "艾达, 艾逹", "ada, adaa"})
    void other_names_have_another(String one, String other) {
        assertThat(confusables.skeleton(other)).isNotEqualTo(confusables.skeleton(one));
    }
}
