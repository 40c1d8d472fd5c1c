package chat.parley.settings;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The settings in force. Those that are {@linkplain Setting#live live} follow what an administrator changes while Parley runs;
 * a value that is not allowed is passed over, and the one before stays. The others stay as they were at the start.
 *
 * <p><b>Concurrency:</b> any thread may read, which costs as much as a field. Changes come one at a time.
 */
@Singleton
public class LiveSettings {
    private static final Logger LOG = System.getLogger("chat.parley.settings");

    private final List<SettingsSource> sources;
    private volatile SettingsInForce inForce;

    /** The system properties as they were when the settings were read last. */
    @GuardedBy("this")
    private Map<String, String> seen = Map.of();

    /** What has been said of values that are not taken, so that it is said once. */
    @GuardedBy("this")
    private Set<String> told = new HashSet<>();

    /** @throws InvalidSettingsException if anything is not allowed */
    @Inject
    LiveSettings() {
        this(SettingsLoader.serverSources());
    }

    LiveSettings(List<SettingsSource> sources) {
        this.sources = sources;
        inForce = SettingsLoader.loadWithSources(sources);
        seen = systemProperties();
    }

    private LiveSettings(Settings settings) {
        sources = List.of();
        inForce = new SettingsInForce(settings, Map.of());
    }

    /** Settings that never change, for tests and embedding. */
    public static LiveSettings fixed(Settings settings) {
        return new LiveSettings(settings);
    }

    /** What holds now. Not to be kept. */
    public Settings now() {
        return inForce.settings();
    }

    /**
     * A setting as an administrator sees it.
     *
     * @param value in its canonical form
     * @param source where it was found: {@code system property}, {@code default}
     * @param live whether it can be changed while Parley runs
     */
    public record Shown(
            String name,
            String value,
            String source,
            boolean live,
            String defaultValue,
            String allowed,
            String meaning) {}

    /** All of them. None is a secret: passwords belong to the server's data sources. */
    public List<Shown> shown() {
        SettingsInForce current = inForce;
        return SettingDefinitions.ALL.stream()
                .map(setting -> new Shown(
                        setting.name(),
                        current.value(setting).text(),
                        current.value(setting).source(),
                        setting.live(),
                        setting.defaultText(),
                        setting.type().allowed().replace("`", ""),
                        setting.meaning().replace("`", "")))
                .toList();
    }

    /**
     * Sets a live setting as its system property would be set in the server's console: for as long as the server runs.
     *
     * @param text null: as if it were set there no more
     * @throws IllegalArgumentException if there is no such setting, it is not live, or the value is not allowed; the message
     *     says which
     */
    public synchronized void change(String name, @Nullable String text) {
        Setting<?> setting = SettingDefinitions.ALL.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no setting " + name));
        if (!setting.live()) {
            throw new IllegalArgumentException(name + " is read when Parley starts; set it in the server's console");
        }
        if (text == null) {
            System.clearProperty(name);
        } else {
            requireAllowed(setting, text);
            System.setProperty(name, text);
        }
        refresh();
    }

    private void requireAllowed(Setting<?> setting, String text) {
        Set<String> others = new HashSet<>();
        SettingDefinitions.ALL.forEach(one -> others.add(one.name()));
        others.remove(setting.name());
        try {
            SettingsInForce unused = SettingsLoader.loadWithSources(
                    List.of(SettingsSource.of(Map.of(setting.name(), text)), pinned(others)));
        } catch (InvalidSettingsException e) {
            throw new IllegalArgumentException(e.faults().get(0).text().replace(" (given)", ""));
        }
    }

    /** Looks whether a system property has changed, which is cheap, and takes what has. */
    public synchronized void refresh() {
        Map<String, String> now = systemProperties();
        if (!now.equals(seen)) {
            warnOfRestart(now);
            seen = now;
            reread();
        }
    }

    /** Takes what has changed in any source. */
    public synchronized void reread() {
        Set<String> held = new HashSet<>();
        for (Setting<?> setting : SettingDefinitions.ALL) {
            if (!setting.live()) {
                held.add(setting.name());
            }
        }
        SettingsInForce next = null;
        Set<String> faults = new HashSet<>();
        while (next == null) {
            try {
                next = SettingsLoader.loadWithSources(
                        Stream.concat(Stream.of(pinned(held)), sources.stream()).toList());
            } catch (InvalidSettingsException e) {
                e.faults().forEach(fault -> {
                    faults.add(fault.text());
                    held.addAll(fault.settings());
                });
            }
        }
        for (String fault : faults) {
            if (!told.contains(fault)) {
                LOG.log(Level.WARNING, "Not taken, the value before stays: {0}", fault);
            }
        }
        told = faults;
        take(new SettingsInForce(next.settings(), withOrigins(next, held)));
    }

    /** A value that is held is from where it was. */
    @GuardedBy("this")
    private Map<String, SettingsInForce.Value> withOrigins(SettingsInForce next, Set<String> held) {
        Map<String, SettingsInForce.Value> values = new HashMap<>(next.values());
        for (Setting<?> setting : SettingDefinitions.ALL) {
            if (held.contains(setting.name())) {
                values.put(setting.name(), inForce.value(setting));
            }
        }
        return Map.copyOf(values);
    }

    @GuardedBy("this")
    private void take(SettingsInForce next) {
        for (Setting<?> setting : SettingDefinitions.ALL) {
            SettingsInForce.Value before = inForce.value(setting);
            SettingsInForce.Value after = next.value(setting);
            if (!before.text().equals(after.text())) {
                LOG.log(
                        Level.INFO,
                        "{0} is now ''{1}'' ({2}), it was ''{3}''",
                        setting.name(),
                        after.text(),
                        after.source(),
                        before.text());
            }
        }
        inForce = next;
    }

    @GuardedBy("this")
    private void warnOfRestart(Map<String, String> now) {
        for (Setting<?> setting : SettingDefinitions.ALL) {
            String name = setting.name();
            String text = now.get(name);
            boolean changed = text == null ? seen.containsKey(name) : !text.equals(seen.get(name));
            if (changed && !setting.live()) {
                LOG.log(Level.WARNING, "{0} has been changed, which needs a restart of Parley", name);
            }
        }
    }

    /** The values in force of some settings, as a source. */
    private SettingsSource pinned(Set<String> names) {
        Map<String, String> texts = new HashMap<>();
        for (Setting<?> setting : SettingDefinitions.ALL) {
            if (names.contains(setting.name())) {
                texts.put(setting.name(), inForce.value(setting).text());
            }
        }
        return SettingsSource.of(texts);
    }

    private static Map<String, String> systemProperties() {
        Map<String, String> properties = new HashMap<>();
        for (Setting<?> setting : SettingDefinitions.ALL) {
            String text = System.getProperty(setting.name());
            if (text != null) {
                properties.put(setting.name(), text);
            }
        }
        return properties;
    }
}
