package chat.parley.testing;

import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/** The servers Parley is proved on, to run one test on each. */
public enum ServerKind {
    WILDFLY {
        @Override
        public ServerProcess prepare(Map<String, String> settings, String... jvmOptions) {
            return WildFlyServer.pristine(settings, jvmOptions);
        }
    },
    PAYARA {
        @Override
        public ServerProcess prepare(Map<String, String> settings, String... jvmOptions) {
            return PayaraServer.quiet(settings, jvmOptions);
        }
    };

    /** A server of this kind, not started and without Parley, with these system properties and JVM options. */
    public abstract ServerProcess prepare(Map<String, String> settings, String... jvmOptions);

    /** A running server of this kind with Parley, with these system properties and JVM options. */
    public ServerProcess start(Map<String, String> settings, String... jvmOptions) {
        ServerProcess server = prepare(settings, jvmOptions);
        server.start();
        server.deploy();
        return server;
    }

    /** A running server of this kind with Parley, and with its history in that database. */
    public ServerProcess start(PGSimpleDataSource database, Map<String, String> settings) {
        ServerProcess server = prepare(settings);
        server.setDatabase(database);
        server.start();
        server.addDataSource();
        server.deploy();
        return server;
    }
}
