package chat.parley.room;

import chat.parley.settings.LiveSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Has the settings follow what an administrator changes: system properties within half a second, for looking at them costs
 * nothing; MicroProfile Config, which some servers keep a copy of for a minute, within two minutes.
 */
@Singleton
class SettingsWatch {
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration THOROUGH_PAUSE = Duration.ofMinutes(1);

    private final LiveSettings settings;
    private final Workers workers;

    @Inject
    SettingsWatch(LiveSettings settings, Workers workers) {
        this.settings = settings;
        this.workers = workers;
    }

    void start(@Observes @Initialized(ApplicationScoped.class) Object context) {
        workers.repeat(settings::refresh, PAUSE);
        workers.repeat(settings::reread, THOROUGH_PAUSE);
    }
}
