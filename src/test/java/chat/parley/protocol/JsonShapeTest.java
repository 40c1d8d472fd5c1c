package chat.parley.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonShapeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                " \t\r\n{ }\n ",
                "{\"a\":{\"b\":[1,2,{}]}}",
                "{\"text\":\"}\"}",
                "{\"text\":\"a \\\" } b\"}",
                "{\"text\":\"ends with a backslash \\\\\"}",
                "{\"text\":\"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\"}"
            })
    void one_whole_object_has_the_right_shape(String text) {
        assertThat(JsonShape.fault(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"{}\"", "1", "null", "}", "]{}", "x{}", "\uFEFF{}", "\u00A0{}"})
    void what_begins_with_anything_but_an_object_is_refused(String text) {
        assertThat(JsonShape.fault(text)).isEqualTo("a frame holds one JSON object");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}{}", "{} {}", "{}x", "{}\n{}", "{}]", "{},", "{}\u0000"})
    void what_goes_on_after_the_object_is_refused(String text) {
        assertThat(JsonShape.fault(text)).isEqualTo("a frame holds one object and nothing after it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "{", "{\"a\":1", "{\"a", "{\"a\\", "{\"}\"", "{[}"})
    void half_an_object_is_refused(String text) {
        assertThat(JsonShape.fault(text)).isEqualTo("a frame holds one whole JSON object");
    }

    @Test
    void nesting_goes_sixteen_levels_deep_and_no_deeper() {
        assertThat(JsonShape.fault(nested(16))).isEmpty();
        assertThat(JsonShape.fault(nested(17))).isEqualTo("nested deeper than 16");
        assertThat(JsonShape.fault("{\"a\":".repeat(3_000))).isEqualTo("nested deeper than 16");
    }

    @Test
    void siblings_do_not_count_as_depth() {
        assertThat(JsonShape.fault("{\"a\":[" + "[],".repeat(1_000) + "[]]}")).isEmpty();
    }

    private static String nested(int depth) {
        return "{\"a\":" + "[".repeat(depth - 1) + "]".repeat(depth - 1) + "}";
    }
}
