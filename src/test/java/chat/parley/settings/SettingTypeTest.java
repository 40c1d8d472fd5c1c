package chat.parley.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingTypeTest {

    private static final SettingType<Duration> TIME = SettingType.time(Duration.ofMillis(100), Duration.ofDays(30));

    @ParameterizedTest
    @CsvSource({"500ms, PT0.5S", "10s, PT10S", "5m, PT5M", "2h, PT2H", "30d, PT720H", "90s, PT90S", "036s, PT36S"})
    void a_duration_is_a_number_and_a_unit(String text, Duration duration) {
        assertThat(TIME.parse(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10",
                "s",
                "10 s",
                "10S",
                "-1s",
                "+1s",
                "1.5s",
                "1e3s",
                "PT10S",
                "10sec",
                "1s1s",
                "99ms",
                "31d",
                "9999999999s",
                "१s"
            })
    void anything_else_is_no_duration(String text) {
        assertThatThrownBy(() -> TIME.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0s",
        "PT0.5S, 500ms",
        "PT10S, 10s",
        "PT1S, 1s",
        "PT60S, 60s",
        "PT120S, 2m",
        "PT1H, 60m",
        "PT90S, 90s",
        "PT2H, 2h",
        "PT48H, 2d"
    })
    void a_duration_is_written_in_the_largest_unit_of_which_it_has_several(Duration duration, String text) {
        assertThat(DurationText.format(duration)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yes", "1", "TRUE", "True", "on", " true"})
    void a_flag_is_true_or_false_and_nothing_else(String text) {
        assertThatThrownBy(() -> SettingType.flag().parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9", "101", "1k", "10.0", "99999999999", "0x10"})
    void a_number_is_whole_and_within_its_bounds(String text) {
        SettingType<Integer> number = SettingType.number(10, 100);

        assertThat(number.parse("10")).isEqualTo(10);
        assertThat(number.parse("100")).isEqualTo(100);
        assertThatThrownBy(() -> number.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_list_may_be_empty_and_have_spaces_around_its_words() {
        SettingType<Set<String>> list = SettingType.list("words", word -> word);

        assertThat(list.parse("")).isEmpty();
        assertThat(list.parse(" b , a,,b ")).containsExactlyInAnyOrder("a", "b");
        assertThat(list.text(Set.of("b", "a"))).isEqualTo("a,b");
    }

    @ParameterizedTest
    @MethodSource("all")
    <T> void every_default_is_allowed_and_read_back_as_it_is_written(Setting<T> setting) {
        assertThat(setting.type().parse(setting.defaultText())).isEqualTo(setting.defaultValue());
        assertThat(setting.name()).matches("parley(\\.[a-z]+(-[a-z]+)*)+");
    }

    @Test
    void an_environment_variable_is_named_after_its_setting() {
        assertThat(SettingDefinitions.WRITE_DEADLINE.environmentName()).isEqualTo("PARLEY_WRITE_DEADLINE");
    }

    static Iterable<Setting<?>> all() {
        return SettingDefinitions.ALL;
    }
}
