package chat.parley.testing;

import java.util.Map;

/** The servers Parley is proved on, to run one test on each. */
public enum ServerKind {
    WILDFLY {
        @Override
        public ServerProcess start(Map<String, String> settings, String... jvmOptions) {
            return WildFlyServer.start(settings, jvmOptions);
        }
    },
    PAYARA {
        @Override
        public ServerProcess start(Map<String, String> settings, String... jvmOptions) {
            return PayaraServer.start(settings, jvmOptions);
        }
    };

    /** A running server of this kind with Parley, with these system properties and JVM options. */
    public abstract ServerProcess start(Map<String, String> settings, String... jvmOptions);
}
