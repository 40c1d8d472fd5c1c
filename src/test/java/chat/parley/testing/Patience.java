package chat.parley.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** How long tests wait for what must come. JUnit finds it as a service, and tells it before the first test. */
public final class Patience implements LauncherSessionListener {
    /** Where a test does not say how long; generous, for it costs nothing where all is well. */
    public static final Duration USUAL = Duration.ofMinutes(1);

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Awaitility.setDefaultTimeout(USUAL);
    }
}
