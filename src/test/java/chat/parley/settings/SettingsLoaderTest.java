package chat.parley.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Map;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SettingsLoaderTest {

    @AfterEach
    void forget() {
        System.clearProperty("parley.history-page");
    }

    @Test
    void the_first_source_that_has_a_value_wins() {
        SettingsSource first = SettingsSource.of(Map.of("parley.history-page", "10"));
        SettingsSource second = SettingsSource.environment(Map.of(
                "PARLEY_HISTORY_PAGE", "20",
                "PARLEY_GUESTS", "false"));

        Settings settings = SettingsLoader.load(List.of(first, second));

        assertThat(settings.historyPage()).isEqualTo(10);
        assertThat(settings.guests()).isFalse();
        assertThat(settings.rateBurst()).isEqualTo(20);
    }

    @Test
    void a_system_property_is_read_where_there_is_no_microprofile_config() {
        System.setProperty("parley.history-page", " 42 ");

        assertThat(SettingsLoader.load().historyPage()).isEqualTo(42);
    }

    @Test
    void a_server_without_even_the_api_of_microprofile_config_has_the_defaults() throws Exception {
        URL classes = new File("target/classes").toURI().toURL();
        try (URLClassLoader bare = new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader())) {
            Class<?> loader = bare.loadClass(SettingsLoader.class.getName());

            assertThat(loader.getMethod("load").invoke(null))
                    .hasToString(Settings.defaults().toString());
            assertThatThrownBy(() -> bare.loadClass("org.eclipse.microprofile.config.ConfigProvider"))
                    .isInstanceOf(ClassNotFoundException.class);
        }
    }

    @Test
    void a_bad_value_is_refused_with_its_name_the_value_and_what_is_allowed() {
        SettingsSource environment =
                SettingsSource.environment(Map.of("PARLEY_GUESTS", "yes", "PARLEY_WRITE_DEADLINE", "10"));

        assertThatThrownBy(() -> SettingsLoader.load(List.of(environment)))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessage("""
                        Parley's settings are wrong:
                        - parley.guests is 'yes' (environment variable PARLEY_GUESTS); allowed: true or false
                        - parley.write-deadline is '10' (environment variable PARLEY_WRITE_DEADLINE); allowed: 100ms to 10m""");
    }

    @Test
    void a_bad_value_is_never_passed_over_for_a_later_source() {
        SettingsSource bad = SettingsSource.of(Map.of("parley.guests", ""));
        SettingsSource good = SettingsSource.of(Map.of("parley.guests", "false"));

        assertThatThrownBy(() -> SettingsLoader.load(List.of(bad, good)))
                .hasMessageContaining("parley.guests is '' (given); allowed: true or false");
    }

    @Test
    void values_that_do_not_fit_a_bad_ones_default_are_no_fault_of_theirs() {
        Map<String, String> values = Map.of(
                "parley.ping-interval", "bad",
                "parley.dead-after", "20s",
                "parley.max-text-length", "5000");

        assertThatThrownBy(() -> SettingsLoader.load(values))
                .isInstanceOfSatisfying(
                        InvalidSettingsException.class,
                        e -> assertThat(e.faults())
                                .extracting(fault -> fault.settings().get(0))
                                .containsExactly("parley.ping-interval", "parley.max-text-length"));
    }

    @Test
    void a_name_nobody_defined_is_none_of_its_business() {
        assertThat(SettingsLoader.load(Map.of("parley.war", "x"))).isEqualTo(Settings.defaults());
    }

    @Test
    void beans_are_given_the_settings_read_once() {
        System.setProperty("parley.history-page", "33");
        try (WeldContainer container = application().initialize()) {
            Settings settings = container.select(Settings.class).get();

            assertThat(settings.historyPage()).isEqualTo(33);
            assertThat(container.select(Settings.class).get()).isSameAs(settings);
        }
    }

    @Test
    void an_application_with_a_bad_setting_does_not_start() {
        System.setProperty("parley.history-page", "0");

        assertThatThrownBy(() -> application().initialize())
                .hasStackTraceContaining("parley.history-page is '0' (system property); allowed: 1 to 100");
    }

    private static Weld application() {
        return new Weld().disableDiscovery().addBeanClasses(SettingsProducer.class, LiveSettings.class);
    }
}
