package chat.parley.history;

import chat.parley.settings.Settings;
import java.nio.file.Path;

/** Where Parley keeps its files. */
final class HomeDirectory {
    private HomeDirectory() {}

    /** What the administrator says, else {@code parley} in the data directory of WildFly or Payara, else {@code ~/.parley}. */
    static Path of(Settings settings) {
        if (!settings.home().isEmpty()) {
            return Path.of(settings.home());
        }
        String wildFly = System.getProperty("jboss.server.data.dir");
        if (wildFly != null) {
            return Path.of(wildFly, "parley");
        }
        String payara = System.getProperty("com.sun.aas.instanceRoot");
        return payara == null ? Path.of(System.getProperty("user.home"), ".parley") : Path.of(payara, "parley");
    }
}
