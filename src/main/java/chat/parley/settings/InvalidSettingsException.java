package chat.parley.settings;

import java.util.List;
import java.util.stream.Collectors;

/** Settings that are not allowed. The message lists every fault: the name, the value and what is allowed. */
public final class InvalidSettingsException extends IllegalArgumentException {

    private final transient List<Fault> faults;

    InvalidSettingsException(List<Fault> faults) {
        super(faults.stream()
                .map(Fault::text)
                .collect(Collectors.joining("\n- ", "Parley's settings are wrong:\n- ", "")));
        this.faults = List.copyOf(faults);
    }

    /** Never empty. */
    public List<Fault> faults() {
        return faults;
    }

    /**
     * One thing that is wrong.
     *
     * @param settings the names of those concerned
     * @param text for the administrator
     */
    public record Fault(List<String> settings, String text) {

        static Fault of(Setting<?> setting, String value, String origin) {
            return new Fault(
                    List.of(setting.name()),
                    setting.name() + " is '" + value + "'" + origin + "; allowed: "
                            + setting.type().allowed().replace("`", ""));
        }
    }
}
