package chat.parley.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveSettingsTest {

    private final Map<String, String> elsewhere = new HashMap<>();
    private final LiveSettings settings =
            new LiveSettings(List.of(SettingsSource.systemProperties(), SettingsSource.of(elsewhere)));

    @AfterEach
    void clear() {
        SettingDefinitions.ALL.forEach(setting -> System.clearProperty(setting.name()));
    }

    @Test
    void a_system_property_takes_effect_when_it_is_looked_at_next_and_its_removal_too() {
        System.setProperty("parley.guests", "false");
        settings.refresh();
        assertThat(settings.now().guests()).isFalse();
        assertThat(shown("parley.guests").source()).isEqualTo("system property");
        System.clearProperty("parley.guests");
        settings.refresh();
        assertThat(settings.now().guests()).isTrue();
        assertThat(shown("parley.guests").source()).isEqualTo("default");
    }

    @Test
    void what_is_not_allowed_is_passed_over_and_keeps_nothing_else_from_changing() {
        System.setProperty("parley.rate-per-second", "7");
        settings.refresh();
        System.setProperty("parley.rate-per-second", "many");
        System.setProperty("parley.rate-burst", "9");
        settings.refresh();
        assertThat(settings.now().ratePerSecond()).isEqualTo(7);
        assertThat(settings.now().rateBurst()).isEqualTo(9);
        System.setProperty("parley.rate-per-second", "8");
        settings.refresh();
        assertThat(settings.now().ratePerSecond()).isEqualTo(8);
    }

    @Test
    void values_that_make_one_another_meaningless_both_stay_as_they_were() {
        System.setProperty("parley.ping-interval", "30s");
        System.setProperty("parley.dead-after", "20s");
        settings.refresh();
        assertThat(settings.now().pingInterval()).hasSeconds(25);
        assertThat(settings.now().deadAfter()).hasSeconds(60);
    }

    @Test
    void what_needs_a_restart_stays_as_it_was() {
        System.setProperty("parley.ring-events", "5");
        System.setProperty("parley.history-page", "5");
        settings.refresh();
        assertThat(settings.now().ringEvents()).isEqualTo(1024);
        assertThat(settings.now().historyPage()).isEqualTo(5);
    }

    @Test
    void another_source_is_asked_when_all_is_read_again() {
        elsewhere.put("parley.history-page", "12");
        settings.refresh();
        assertThat(settings.now().historyPage()).isEqualTo(50);
        settings.reread();
        assertThat(settings.now().historyPage()).isEqualTo(12);
    }

    @Test
    void a_change_by_an_administrator_is_checked_and_then_a_system_property() {
        settings.change("parley.max-connections", "77");
        assertThat(System.getProperty("parley.max-connections")).isEqualTo("77");
        assertThat(settings.now().maxConnections()).isEqualTo(77);
        settings.change("parley.max-connections", null);
        assertThat(settings.now().maxConnections()).isEqualTo(10_000);

        assertRefused("parley.max-connections", "0", "parley.max-connections is '0'; allowed: 1 to 1000000");
        assertRefused("parley.dead-after", "20s", "longer than parley.ping-interval, 25s");
        assertRefused("parley.home", "/tmp", "in the server's console");
        assertRefused("parley.nothing", "1", "there is no setting parley.nothing");
        assertThat(System.getProperty("parley.dead-after")).isNull();
    }

    private void assertRefused(String name, String text, String why) {
        assertThatThrownBy(() -> settings.change(name, text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    private LiveSettings.Shown shown(String name) {
        return settings.shown().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
