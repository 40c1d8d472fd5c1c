package chat.parley.settings;

import chat.parley.settings.InvalidSettingsException.Fault;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a set of values: each by itself, and those that make one another meaningless. */
final class SettingsCheck {

    /** Any text takes at most four bytes a code point, and the rest of its frame this much. */
    private static final int BYTES_AROUND_A_TEXT = 384;

    private final List<Fault> faults = new ArrayList<>();

    /** The value in its canonical form; as it came where it is a fault. */
    <T> T value(Setting<T> setting, T value) {
        try {
            return setting.checked(value);
        } catch (IllegalArgumentException e) {
            faults.add(Fault.of(setting, setting.type().text(value), ""));
            return value;
        }
    }

    /** One value that makes another meaningless. */
    <T> void fits(boolean fits, Setting<T> setting, T value, Setting<?> other, String allowed) {
        if (!fits) {
            faults.add(new Fault(
                    List.of(setting.name(), other.name()),
                    setting.name() + " is '" + setting.type().text(value) + "'; allowed: " + allowed));
        }
    }

    static int longestText(int maxFrameBytes) {
        return (maxFrameBytes - BYTES_AROUND_A_TEXT) / 4;
    }

    void throwIfFaulty() {
        if (!faults.isEmpty()) {
            throw new InvalidSettingsException(faults);
        }
    }
}
