package chat.parley.settings;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A place where an administrator may have set something. */
public interface SettingsSource {

    /** For a fault's message: {@code environment variable PARLEY_GUESTS}. */
    String where(Setting<?> setting);

    /** Null where nothing is set here. */
    @Nullable
    String get(Setting<?> setting);

    /** Java's system properties, which the servers' consoles set. */
    static SettingsSource systemProperties() {
        return new SettingsSource() {
            @Override
            public String where(Setting<?> setting) {
                return "system property";
            }

            @Override
            public @Nullable String get(Setting<?> setting) {
                return System.getProperty(setting.name());
            }
        };
    }

    /** The environment, as {@code System.getenv()} gives it. */
    static SettingsSource environment(Map<String, String> environment) {
        return new SettingsSource() {
            @Override
            public String where(Setting<?> setting) {
                return "environment variable " + setting.environmentName();
            }

            @Override
            public @Nullable String get(Setting<?> setting) {
                return environment.get(setting.environmentName());
            }
        };
    }

    /** Fixed values by the settings' names, for tests and embedding. */
    static SettingsSource of(Map<String, String> values) {
        return new SettingsSource() {
            @Override
            public String where(Setting<?> setting) {
                return "given";
            }

            @Override
            public @Nullable String get(Setting<?> setting) {
                return values.get(setting.name());
            }
        };
    }
}
