package chat.parley.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import java.io.StringReader;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {

    @Test
    void a_null_is_the_same_as_a_missing_field() {
        Fields fields = fields("{'a':null}");

        assertThat(fields.optionalString("a")).isNull();
        assertThat(fields.optionalString("b")).isNull();
        assertThat(fields.optionalWhole("a")).isNull();
        assertThat(fields.optionalWhole("b")).isNull();
        assertThat(fields.optionalObject("a")).isNull();
        assertThat(fields.optionalObject("b")).isNull();
    }

    @Test
    void a_required_field_that_is_missing_is_named() {
        assertRefused(() -> fields("{}").string("room"), "room: missing");
        assertRefused(() -> fields("{'room':null}").string("room"), "room: missing");
        assertRefused(() -> fields("{}").whole("seq"), "seq: missing");
    }

    @Test
    void a_field_of_an_inner_object_is_named_with_its_path() {
        Fields after = fields("{'after':{'seq':'7'}}").optionalObject("after");

        assertRefused(() -> after.whole("seq"), "after.seq: a whole number expected");
        assertRefused(() -> after.string("epoch"), "after.epoch: missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "true", "[]", "[\"x\"]", "{}"})
    void nothing_but_a_string_is_a_string(String value) {
        assertRefused(() -> fields("{'a':" + value + "}").optionalString("a"), "a: a string expected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "true", "[]", "\"{}\""})
    void nothing_but_an_object_is_an_object(String value) {
        assertRefused(() -> fields("{'a':" + value + "}").optionalObject("a"), "a: an object expected");
    }

    @Nested
    class Whole_numbers {

        @ParameterizedTest
        @CsvSource({
            "0,0",
            "-0,0",
            "7,7",
            "-7,-7",
            "2147483648,2147483648",
            "9223372036854775807,9223372036854775807",
            "-9223372036854775808,-9223372036854775808"
        })
        void have_up_to_64_bits(String written, long value) {
            assertThat(fields("{'n':" + written + "}").whole("n")).isEqualTo(value);
        }

        @ParameterizedTest
        @ValueSource(strings = {"9223372036854775808", "-9223372036854775809", "9900000000000000000"})
        void of_more_bits_are_refused(String written) {
            assertRefused(() -> fields("{'n':" + written + "}").whole("n"), "n: a whole number of 64 bits expected");
        }

        @ParameterizedTest
        @ValueSource(strings = {"1.5", "0.1", "1e-9", "\"1\"", "true", "[1]", "{}", "1e19", "1e400", "1e999999999"})
        void are_nothing_else(String written) {
            assertRefused(() -> fields("{'n':" + written + "}").whole("n"), "n: a whole number expected");
        }
    }

    @Nested
    class Text {

        @ParameterizedTest
        @ValueSource(strings = {"", "héllo", "会议", "\uD83D\uDE00", "\uD83D\uDE00\uD83D\uDE00", "a\n\tb", "\uFFFF"})
        void that_a_store_can_keep_comes_as_it_is(String text) {
            Fields fields = new Fields(Json.createObjectBuilder().add("a", text).build());

            assertThat(fields.string("a")).isEqualTo(text);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\u0000",
                    "a\u0000b",
                    "\uD83D",
                    "\uDE00",
                    "\uDE00\uD83D",
                    "\uD83D\uD83D\uDE00",
                    "\uD83D\uDE00\uDE00",
                    "end \uD83D"
                })
        void that_no_store_can_keep_is_refused(String text) {
            Fields fields = new Fields(Json.createObjectBuilder().add("a", text).build());

            assertRefused(() -> fields.string("a"), "a: holds U+0000 or half a surrogate pair");
        }
    }

    private static Fields fields(String json) {
        return new Fields(
                Json.createReader(new StringReader(json.replace('\'', '"'))).readObject());
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(BadMessageException.class).hasMessage(message);
    }
}
