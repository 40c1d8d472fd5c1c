package chat.parley.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "7",
                "Ada",
                "Ada Lovelace",
                "Jean-Luc O'Neill Jr.",
                "snake_case",
                "王小明",
                "Жанна",
                "Ελένη",
                "שָׁלוֹם",
                "प्रिया",
                "ปู่",
                "٣أحمد",
                "𠮷田"
            })
    void names_of_any_script_are_shown_as_they_were_written(String name) {
        assertThat(UserName.parse(name)).hasToString(Normalizer.normalize(name, Normalizer.Form.NFKC));
    }

    @ParameterizedTest
    @CsvSource({
        "Ada, ada",
        "ADA, ada",
        "Ａｄａ, ada",
        "Straße, strasse",
        "STRASSE, strasse",
        "ΟΔΥΣΣΕΥΣ, οδυσσευσ",
        "Οδυσσεύς, οδυσσεύσ",
        "İpek, i\u0307pek",
        "İpek, ipek",
        "ﬁnn, finn",
        "Ｋｅｌｖｉｎ, kelvin",
        "\u212Aelvin, kelvin",
        "e\u0301mile, émile"
    })
    void names_are_compared_without_regard_to_case_and_width(String name, String key) {
        assertThat(UserName.parse(name)).isEqualTo(UserName.parse(key)).hasSameHashCodeAs(UserName.parse(key));
    }

    @Test
    void spaces_around_a_name_are_cut_off_whatever_their_width() {
        assertThat(UserName.parse("  Ada\u00A0Lovelace\u3000").display()).isEqualTo("Ada Lovelace");
    }

    @Test
    void different_names_are_different() {
        assertThat(UserName.parse("ada")).isNotEqualTo(UserName.parse("ada1"));
    }

    @Nested
    class Refused {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "\u3000",
                    "a  b",
                    "a \u00A0b",
                    ".a",
                    "-a",
                    "_a",
                    "'a",
                    "\u0301a",
                    "a\nb",
                    "a\n",
                    "\ta",
                    "a\u0000",
                    "a@b",
                    "a/b",
                    "<b>",
                    "a\"b",
                    "a\\b",
                    "a,b",
                    "🙂",
                    "a🙂",
                    "a \u0301",
                    "a.\u0301",
                    "a\u00B4",
                    "a\uD83D",
                    "\uDE00a"
                })
        void what_is_no_name(String text) {
            assertThatThrownBy(() -> UserName.parse(text)).isInstanceOf(InvalidNameException.class);
        }

        @ParameterizedTest
        @ValueSource(
                ints = {
                    0x00AD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x180E, 0x200B, 0x200D, 0x200E, 0x202E, 0x2060,
                    0x2066, 0x3164, 0xFE0F, 0xFEFF, 0xFFA0, 0xE0001, 0xE0100, 0xE000
                })
        void what_nobody_can_see(int c) {
            String hidden = "ad" + Character.toString(c) + "a";

            assertThatThrownBy(() -> UserName.parse(hidden)).isInstanceOf(InvalidNameException.class);
            assertThatThrownBy(() -> UserName.ofMember(hidden)).isInstanceOf(InvalidNameException.class);
        }

        @Test
        void a_name_of_33_characters_and_none_of_32() {
            String longest = "𠮷".repeat(32);

            assertThat(UserName.parse(longest).display()).isEqualTo(longest);
            assertThatThrownBy(() -> UserName.parse(longest + "a")).hasMessage("a name has at most 32 characters");
        }

        @Test
        void a_name_that_grows_too_long_when_normalised() {
            assertThatThrownBy(() -> UserName.parse("\uFDFA".repeat(2))).hasMessage("a name has at most 32 characters");
        }

        @Test
        void a_tower_of_accents() {
            assertThat(UserName.parse("x\u0316\u0317\u0318\u0319").display()).hasSize(5);
            assertThatThrownBy(() -> UserName.parse("x\u0316\u0317\u0318\u0319\u031C"))
                    .hasMessageContaining("at most four");
        }

        @Test
        void a_text_far_too_long_before_it_is_looked_at() {
            assertThatThrownBy(() -> UserName.parse("a".repeat(60_000))).hasMessageContaining("too long");
        }

        @Test
        void the_message_names_a_visible_character_as_it_is_and_another_by_its_number() {
            assertThatThrownBy(() -> UserName.parse("a@b")).hasMessage("a name cannot hold '@'");
            assertThatThrownBy(() -> UserName.parse("a\u202Eb")).hasMessage("a name cannot hold the character U+202E");
        }
    }

    @Nested
    class Every_code_point {

        @Test
        void that_is_a_name_by_itself_is_the_same_name_when_parsed_again() {
            assertThat(names(c -> true))
                    .hasSizeGreaterThan(100_000)
                    .filteredOn(
                            name -> !UserName.parse(name.display()).display().equals(name.display())
                                    || !NameCharacters.folded(name.key()).equals(name.key()))
                    .isEmpty();
        }

        @Test
        void that_has_another_case_is_the_same_name_in_it() {
            assertThat(names(c -> Character.toLowerCase(c) != c || Character.toUpperCase(c) != c))
                    .hasSizeGreaterThan(2_000)
                    .filteredOn(name -> !name.equals(
                                    UserName.parse(name.display().toLowerCase(Locale.ROOT)))
                            || !name.equals(UserName.parse(name.display().toUpperCase(Locale.ROOT))))
                    .isEmpty();
        }

        @Test
        void that_is_an_ideograph_of_the_first_block_is_a_name() {
            assertThat(IntStream.rangeClosed(0x4E00, 0x9FA5).boxed())
                    .allMatch(c -> UserName.parse(Character.toString(c)).key().equals(Character.toString(c)));
        }

        private List<UserName> names(IntPredicate which) {
            return IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                    .filter(which)
                    .filter(this::isName)
                    .mapToObj(c -> UserName.parse(Character.toString(c)))
                    .toList();
        }

        private boolean isName(int c) {
            if (!NameCharacters.isLetterOrDigit(c)) {
                return false;
            }
            try {
                UserName.parse(Character.toString(c));
                return true;
            } catch (InvalidNameException e) {
                return false;
            }
        }
    }

    @Nested
    class Of_a_member {

        @ParameterizedTest
        @ValueSource(strings = {"ada@example.org", "EXAMPLE\\ada", "cn=Ada Lovelace,dc=example,dc=org", "-ada", "a  b"})
        void may_be_whatever_the_realm_calls_them(String principal) {
            assertThat(UserName.ofMember(principal)).hasToString(principal);
        }

        @Test
        void is_the_guests_name_of_the_same_letters() {
            assertThat(UserName.ofMember("Ada")).isEqualTo(UserName.parse("ADA"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "  ", "a\u0000b", "a\u2028b", "a\uD800"})
        void is_not_empty_and_hides_nothing(String principal) {
            assertThatThrownBy(() -> UserName.ofMember(principal)).isInstanceOf(InvalidNameException.class);
        }

        @Test
        void ends_at_128_characters() {
            assertThat(UserName.ofMember("a".repeat(128)).display()).hasSize(128);
            assertThatThrownBy(() -> UserName.ofMember("a".repeat(129))).isInstanceOf(InvalidNameException.class);
        }
    }
}
