package chat.parley.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Hands the settings, as they were at the start, to whoever needs no more than those that stay as they are. */
@ApplicationScoped
class SettingsProducer {

    private static final Logger LOG = System.getLogger(SettingsProducer.class.getName());

    /** A record is final and cannot be proxied, so it is a singleton rather than application scoped. */
    @Produces
    @Singleton
    Settings settings(LiveSettings live) {
        return live.now();
    }

    /** A bad value makes the deployment fail, with its message in the console, rather than the first to connect. */
    void readAtOnce(@Observes Startup startup, Settings settings) {
        LOG.log(Level.DEBUG, "{0}", settings);
    }
}
