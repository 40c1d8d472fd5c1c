package chat.parley.settings;

import java.util.Map;

/**
 * Settings, and where each value was found.
 *
 * @param values by the setting's name; each setting has one
 */
record SettingsInForce(Settings settings, Map<String, Value> values) {
    /** Where nobody has set anything. */
    static final String DEFAULT = "default";

    /**
     * A setting's value.
     *
     * @param text in its canonical form
     * @param source for an administrator: {@code system property}, {@code environment variable PARLEY_GUESTS}
     */
    record Value(String text, String source) {}

    Value value(Setting<?> setting) {
        Value value = values.get(setting.name());
        if (value == null) {
            throw new IllegalArgumentException(setting.name());
        }
        return value;
    }
}
