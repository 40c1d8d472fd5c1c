package chat.parley.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    @Test
    void the_defaults_are_those_of_the_design() {
        assertThat(Settings.defaults())
                .isEqualTo(new Settings(
                        HistoryKind.DURABLE,
                        "",
                        "",
                        Retention.OFF,
                        RoomCreation.ANYONE,
                        true,
                        Duration.ofHours(8),
                        20,
                        Set.of(),
                        Set.of(),
                        16_384,
                        4_000,
                        1_024,
                        1_048_576,
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(25),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(10),
                        10_000,
                        0,
                        10,
                        20,
                        50,
                        MetricsAccess.ADMIN));
    }

    @Test
    void origins_and_addresses_come_in_one_form() {
        Settings settings = SettingsLoader.load(Map.of(
                "parley.allowed-origins", "HTTPS://Chat.Example.org:443, http://localhost:3000,",
                "parley.trusted-proxies", "10.0.0.0/8 , 2001:DB8:0:0:0:0:0:1"));

        assertThat(settings.allowedOrigins())
                .containsExactlyInAnyOrder("https://chat.example.org", "http://localhost:3000");
        assertThat(settings.trustedProxies()).containsExactlyInAnyOrder("10.0.0.0/8", "2001:db8:0:0:0:0:0:1");
    }

    @Test
    void the_constructor_refuses_what_the_definitions_do_not_allow_and_names_all_of_it() {
        Duration second = Duration.ofSeconds(1);
        assertThatThrownBy(() -> new Settings(
                        HistoryKind.DURABLE,
                        "a\nb",
                        "c\td",
                        Retention.OFF,
                        RoomCreation.ANYONE,
                        true,
                        Duration.ofDays(31),
                        -1,
                        Set.of("*"),
                        Set.of("proxy.example.org"),
                        1_023,
                        0,
                        0,
                        0,
                        Duration.ZERO,
                        Duration.ofHours(2),
                        Duration.ZERO,
                        Duration.ZERO,
                        second.negated(),
                        0,
                        -1,
                        -1,
                        0,
                        101,
                        MetricsAccess.ADMIN))
                .isInstanceOfSatisfying(
                        InvalidSettingsException.class,
                        e -> assertThat(e.faults()).hasSize(SettingDefinitions.ALL.size() - 5));
    }

    @Nested
    class Values_that_make_one_another_meaningless {

        @ParameterizedTest
        @CsvSource({
            "parley.max-text-length, 4001, parley.max-frame-bytes, 16384",
            "parley.max-text-length, 161, parley.max-frame-bytes, 1024",
            "parley.ring-bytes, 16383, parley.max-frame-bytes, 16384",
            "parley.dead-after, 25s, parley.ping-interval, 25s",
            "parley.max-connections-per-address, 11, parley.max-connections, 10"
        })
        void are_refused(String name, String value, String other, String otherValue) {
            assertThatThrownBy(() -> SettingsLoader.load(Map.of(name, value, other, otherValue)))
                    .isInstanceOf(InvalidSettingsException.class)
                    .hasMessageContaining(name + " is '" + value + "'; allowed: ")
                    .hasMessageContaining(other)
                    .hasMessageContaining(otherValue);
        }

        @ParameterizedTest
        @CsvSource({
            "parley.max-text-length, 4000, parley.max-frame-bytes, 16384",
            "parley.max-text-length, 160, parley.max-frame-bytes, 1024",
            "parley.ring-bytes, 16384, parley.max-frame-bytes, 16384",
            "parley.dead-after, 26s, parley.ping-interval, 25s",
            "parley.max-connections-per-address, 10, parley.max-connections, 10"
        })
        void are_allowed_where_they_only_just_fit(String name, String value, String other, String otherValue) {
            assertThat(SettingsLoader.load(Map.of(name, value, other, otherValue)))
                    .isNotNull();
        }
    }
}
