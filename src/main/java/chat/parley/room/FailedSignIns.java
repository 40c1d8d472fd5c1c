package chat.parley.room;

import chat.parley.settings.LiveSettings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/**
 * Wrong passwords and tokens. They are in the log, and whoever guesses passwords is made to wait: by address, and not by name, or
 * any stranger could keep somebody out by guessing theirs.
 *
 * <p>Safe for use by all threads. Passwords that are being checked when a limit is reached are checked to the end.
 */
@Singleton
public class FailedSignIns {
    private static final Logger LOG = System.getLogger("chat.parley.security");

    private final FailuresByAddress passwords = new FailuresByAddress();
    private final FailuresByAddress tokens = new FailuresByAddress();
    private final LiveSettings settings;
    private final Time time;

    @Inject
    public FailedSignIns(LiveSettings settings, Time time) {
        this.settings = settings;
        this.time = time;
    }

    /** How long no password from there is looked at; zero: the next one is. */
    public Duration pause(String address) {
        int limit = settings.now().failedSignIns();
        return limit == 0 ? Duration.ZERO : passwords.left(address, limit, time.nanos());
    }

    /**
     * A password from there was wrong.
     *
     * @param path what it was for
     */
    public void wrongPassword(String address, String path) {
        LOG.log(Level.WARNING, "Sign-in refused: address {0}, {1}", address, path);
        int count = passwords.another(address, time.nanos());
        if (count == settings.now().failedSignIns()) {
            LOG.log(
                    Level.WARNING,
                    "Sign-ins from {0} have to wait for {1} s: {2} were refused within a minute",
                    address,
                    pause(address).toSeconds(),
                    count);
        }
    }

    /** A token from there was wrong. Nobody can guess one; but a bot that keeps trying is not to fill the log. */
    public void wrongToken(String address, String path) {
        boolean first = tokens.another(address, time.nanos()) == 1;
        LOG.log(first ? Level.WARNING : Level.DEBUG, "Token refused: address {0}, {1}", address, path);
    }
}
