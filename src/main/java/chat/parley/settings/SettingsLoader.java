package chat.parley.settings;

import chat.parley.settings.InvalidSettingsException.Fault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the settings. The first source that has a value wins; a value that is not allowed is never passed over. */
public final class SettingsLoader {

    private final List<SettingsSource> sources;
    private final Map<String, SettingsInForce.Value> values = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Set<String> faulty = new HashSet<>();

    private SettingsLoader(List<SettingsSource> sources) {
        this.sources = sources;
    }

    /**
     * What this server's administrator has set: system property, environment variable, MicroProfile Config, default.
     *
     * @throws InvalidSettingsException if anything is not allowed; it names everything that is not
     */
    public static Settings load() {
        return load(serverSources());
    }

    /** Where this server's administrator sets things, the first that counts first. */
    static List<SettingsSource> serverSources() {
        List<SettingsSource> sources = new ArrayList<>(
                List.of(SettingsSource.systemProperties(), SettingsSource.environment(System.getenv())));
        SettingsSource microProfile = microProfile();
        if (microProfile != null) {
            sources.add(microProfile);
        }
        return sources;
    }

    /**
     * The defaults but for these values, by name: {@code Map.of("parley.write-deadline", "1s")}.
     *
     * @throws InvalidSettingsException if any is not allowed; it names everything that is not
     */
    public static Settings load(Map<String, String> values) {
        return load(List.of(SettingsSource.of(values)));
    }

    static Settings load(List<SettingsSource> sources) {
        return loadWithSources(sources).settings();
    }

    static SettingsInForce loadWithSources(List<SettingsSource> sources) {
        SettingsLoader loader = new SettingsLoader(sources);
        return new SettingsInForce(loader.read(), Map.copyOf(loader.values));
    }

    /** GlassFish has the API and nothing behind it, Tyrus on its own has not even the API. */
    private static @Nullable SettingsSource microProfile() {
        try {
            SettingsSource source = new MicroProfileSource();
            source.get(SettingDefinitions.GUESTS);
            return source;
        } catch (IllegalStateException | LinkageError e) {
            return null;
        }
    }

    private Settings read() {
        Settings settings;
        try {
            settings = new Settings(
                    value(SettingDefinitions.HISTORY),
                    value(SettingDefinitions.HOME),
                    value(SettingDefinitions.DATASOURCE),
                    value(SettingDefinitions.RETENTION),
                    value(SettingDefinitions.ROOMS_CREATE),
                    value(SettingDefinitions.GUESTS),
                    value(SettingDefinitions.SESSION_TIMEOUT),
                    value(SettingDefinitions.FAILED_SIGN_INS),
                    value(SettingDefinitions.ALLOWED_ORIGINS),
                    value(SettingDefinitions.TRUSTED_PROXIES),
                    value(SettingDefinitions.MAX_FRAME_BYTES),
                    value(SettingDefinitions.MAX_TEXT_LENGTH),
                    value(SettingDefinitions.RING_EVENTS),
                    value(SettingDefinitions.RING_BYTES),
                    value(SettingDefinitions.WRITE_DEADLINE),
                    value(SettingDefinitions.PING_INTERVAL),
                    value(SettingDefinitions.DEAD_AFTER),
                    value(SettingDefinitions.LOGIN_DEADLINE),
                    value(SettingDefinitions.PRESENCE_GRACE),
                    value(SettingDefinitions.MAX_CONNECTIONS),
                    value(SettingDefinitions.MAX_CONNECTIONS_PER_ADDRESS),
                    value(SettingDefinitions.RATE_PER_SECOND),
                    value(SettingDefinitions.RATE_BURST),
                    value(SettingDefinitions.HISTORY_PAGE),
                    value(SettingDefinitions.METRICS));
        } catch (InvalidSettingsException e) {
            // What does not fit a default that only stands in for a bad value may well fit the value that was meant
            e.faults().stream()
                    .filter(fault -> fault.settings().stream().noneMatch(faulty::contains))
                    .forEach(faults::add);
            throw new InvalidSettingsException(faults);
        }
        if (!faults.isEmpty()) {
            throw new InvalidSettingsException(faults);
        }
        return settings;
    }

    private <T> T value(Setting<T> setting) {
        for (SettingsSource source : sources) {
            String text = source.get(setting);
            if (text != null) {
                try {
                    T value = setting.type().parse(text.strip());
                    values.put(
                            setting.name(),
                            new SettingsInForce.Value(setting.type().text(value), source.where(setting)));
                    return value;
                } catch (IllegalArgumentException e) {
                    faults.add(Fault.of(setting, text, " (" + source.where(setting) + ")"));
                    faulty.add(setting.name());
                    return setting.defaultValue();
                }
            }
        }
        values.put(setting.name(), new SettingsInForce.Value(setting.defaultText(), SettingsInForce.DEFAULT));
        return setting.defaultValue();
    }
}
