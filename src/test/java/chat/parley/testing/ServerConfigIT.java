package chat.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The scripts of {@code server-config}, run on servers as they come, and read back through their management. */
class ServerConfigIT {
    private static final Path SCRIPTS = Path.of("server-config").toAbsolutePath();
    private static final String SETTING = "parley.max-connections";

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class On_WildFly {
        private static final String LOGGER = "/subsystem=logging/logger=chat.parley";
        private static final String PROPERTY = "/system-property=" + SETTING;

        private final WildFlyServer server = WildFlyServer.pristine(Map.of());

        @BeforeAll
        void start() {
            server.start();
        }

        @AfterAll
        void stop() {
            server.close();
        }

        @Test
        void configuring_twice_is_configuring_once_and_removing_leaves_nothing() {
            run("configure.cli");
            String once = configuration();
            assertThat(server.runCommand(LOGGER + ":read-attribute(name=level)"))
                    .contains("\"INFO\"");
            assertThat(server.runCommand(PROPERTY + ":read-attribute(name=value)"))
                    .contains("\"10000\"");
            assertThat(settingIn(server)).isEqualTo("10000");

            run("configure.cli");
            assertThat(configuration()).isEqualTo(once);

            run("remove.cli");
            String removed = configuration();
            assertThat(removed).doesNotContain("parley");
            assertThat(settingIn(server)).isNull();

            run("remove.cli");
            assertThat(configuration()).isEqualTo(removed);
            server.assertCleanLog();
        }

        @Test
        void configuring_keeps_what_an_administrator_has_set() {
            server.runCommand(LOGGER + ":add(level=DEBUG)");
            run("configure.cli");
            assertThat(server.runCommand(LOGGER + ":read-attribute(name=level)"))
                    .contains("\"DEBUG\"");
            run("remove.cli");
            assertThat(configuration()).doesNotContain("parley");
        }

        private void run(String script) {
            server.runScript(SCRIPTS.resolve("wildfly").resolve(script));
        }

        private String configuration() {
            return Folders.read(server.base().resolve("configuration/standalone.xml"));
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class On_Payara {
        private static final String THREADS =
                "configs.config.server-config.thread-pools.thread-pool.http-thread-pool.max-thread-pool-size";

        private final PayaraServer server = PayaraServer.pristine(Map.of());

        @BeforeAll
        void start() {
            server.start();
        }

        @AfterAll
        void stop() {
            server.close();
        }

        @Test
        void configuring_twice_is_configuring_once_and_removing_leaves_nothing() {
            run("configure.sh");
            String once = configuration();
            assertThat(server.asadmin("list-log-levels")).containsPattern("chat\\.parley\\s+<INFO>");
            assertThat(server.asadmin("list-log-levels"))
                    .containsPattern("org\\.glassfish\\.tyrus\\s+<SEVERE>")
                    .containsPattern("org\\.glassfish\\.grizzly\\s+<SEVERE>");
            assertThat(server.asadmin("get", THREADS)).contains(THREADS + "=32");
            assertThat(server.asadmin("list-jvm-options")).contains("-Xmx1g").doesNotContain("-Xmx512m");
            assertThat(server.asadmin("list-system-properties")).contains(SETTING + "=10000");
            assertThat(settingIn(server)).isEqualTo("10000");

            run("configure.sh");
            assertThat(configuration()).isEqualTo(once);

            run("remove.sh");
            String removed = configuration();
            assertThat(removed).doesNotContain("parley").doesNotContain("-Xmx1g");
            assertThat(server.asadmin("list-log-levels"))
                    .doesNotContain("chat.parley", "org.glassfish.tyrus", "org.glassfish.grizzly");
            assertThat(server.asadmin("get", THREADS)).contains(THREADS + "=5");
            assertThat(server.asadmin("list-jvm-options")).contains("-Xmx512m");
            assertThat(settingIn(server)).isNull();

            run("remove.sh");
            assertThat(configuration()).isEqualTo(removed);
            server.assertCleanLog();
        }

        @Test
        void configuring_keeps_what_an_administrator_has_set() {
            server.asadmin("set", THREADS + "=64");
            server.asadmin("create-system-properties", SETTING + "=7");
            run("configure.sh");
            assertThat(server.asadmin("get", THREADS)).contains(THREADS + "=64");
            assertThat(server.asadmin("list-system-properties")).contains(SETTING + "=7");
            server.asadmin("set", THREADS + "=5");
            run("remove.sh");
            assertThat(configuration()).doesNotContain("parley");
        }

        private void run(String script) {
            server.runScript(SCRIPTS.resolve("payara").resolve(script));
        }

        /** Both files that the scripts change. */
        private String configuration() {
            return Folders.read(server.base().resolve("config/domain.xml"))
                    + Folders.read(server.base().resolve("config/logging.properties"));
        }
    }

    /** What Parley reads in that server, null when it is not set. */
    private static String settingIn(ServerProcess server) {
        try (ServerJvm jvm = server.jvm()) {
            return jvm.systemProperty(SETTING);
        }
    }
}
