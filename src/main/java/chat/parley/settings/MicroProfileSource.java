package chat.parley.settings;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * MicroProfile Config, the one class that names it: where a server has none, loading this class fails and nothing else.
 * Payara keeps values, and that there was none, for about a minute; so the sources that know at once are asked first.
 */
final class MicroProfileSource implements SettingsSource {

    /** Kept, for it is found by a thread's class loader, and not every thread has the application's. */
    private final Config config = ConfigProvider.getConfig();

    @Override
    public String where(Setting<?> setting) {
        return "MicroProfile Config";
    }

    @Override
    public @Nullable String get(Setting<?> setting) {
        return config.getOptionalValue(setting.name(), String.class).orElse(null);
    }
}
