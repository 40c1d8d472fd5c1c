package chat.parley.settings;

import java.util.Locale;

/**
 * One setting: its name, its default, what is allowed and what it means, in the words of the README's table.
 *
 * @param name as a system property, {@code parley.write-deadline}
 * @param type what its values are
 * @param defaultValue what holds where nobody says
 * @param meaning for an administrator: what it does, and what zero means where that is special
 * @param live whether a change takes effect at once, rather than when Parley starts next
 */
public record Setting<T>(String name, SettingType<T> type, T defaultValue, String meaning, boolean live) {

    /** One that is read at the start. */
    Setting(String name, SettingType<T> type, T defaultValue, String meaning) {
        this(name, type, defaultValue, meaning, false);
    }

    /** The same, but a change of it takes effect at once. */
    Setting<T> asLive() {
        return new Setting<>(name, type, defaultValue, meaning, true);
    }

    /** As an environment variable, {@code PARLEY_WRITE_DEADLINE}. */
    public String environmentName() {
        return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** The default as an administrator would write it; empty where it is an empty list. */
    public String defaultText() {
        return type.text(defaultValue);
    }

    /**
     * The value in its canonical form.
     *
     * @throws IllegalArgumentException if it is not allowed
     */
    T checked(T value) {
        return type.parse(type.text(value));
    }
}
