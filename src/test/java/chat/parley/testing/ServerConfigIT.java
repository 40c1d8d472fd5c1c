package chat.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The scripts of {@code server-config}, run on servers as they come, and read back through their management. */
class ServerConfigIT {
    private static final String SETTING = "parley.max-connections";
    private static final String DATASOURCE = "parley.datasource";
    private static final String USER = "grace";
    private static final String PASSWORD = "Not\\told-1";

    private static Postgres postgres;

    @BeforeAll
    static void startPostgres() {
        postgres = Postgres.start();
    }

    @AfterAll
    static void stopPostgres() {
        postgres.close();
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class On_WildFly {
        private static final String LOGGER = "/subsystem=logging/logger=chat.parley";
        private static final String PROPERTY = "/system-property=" + SETTING;
        private static final String WEB_SOCKETS = "/subsystem=undertow/servlet-container=default/setting=websockets";
        private static final String IN_IO_THREADS = "<websockets dispatch-to-worker=\"false\"/>";

        private final WildFlyServer server = WildFlyServer.pristine(Map.of());

        @BeforeAll
        void start() {
            server.setDatabase(postgres.newDatabase());
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
            assertThat(settingIn(server, SETTING)).isEqualTo("10000");
            assertThat(once).contains(IN_IO_THREADS);

            run("configure.cli");
            assertThat(configuration()).isEqualTo(once);

            run("remove.cli");
            String removed = configuration();
            assertThat(removed).doesNotContain("parley").doesNotContain(IN_IO_THREADS);
            assertThat(settingIn(server, SETTING)).isNull();

            run("remove.cli");
            assertThat(configuration()).isEqualTo(removed);
            server.assertCleanLog();
        }

        @Test
        void configuring_keeps_what_an_administrator_has_set() {
            server.runCommand(LOGGER + ":add(level=DEBUG)");
            server.runCommand(WEB_SOCKETS + ":write-attribute(name=dispatch-to-worker,value=true)");
            run("configure.cli");
            assertThat(server.runCommand(LOGGER + ":read-attribute(name=level)"))
                    .contains("\"DEBUG\"");
            assertThat(configuration()).doesNotContain(IN_IO_THREADS);
            run("remove.cli");
            assertThat(configuration()).doesNotContain("parley");
        }

        @Test
        void a_data_source_for_postgresql_works_at_once_and_is_made_once_and_removed() {
            run("postgresql.cli");
            String once = configuration();
            assertThat(once).contains("${env.PARLEY_DB_PASSWORD}");
            assertThat(settingIn(server, DATASOURCE)).isEqualTo("java:jboss/datasources/Parley");
            assertThat(server.runCommand("/subsystem=datasources/data-source=Parley:test-connection-in-pool"))
                    .contains("\"outcome\" => \"success\"");

            run("postgresql.cli");
            assertThat(configuration()).isEqualTo(once);

            run("postgresql-remove.cli");
            String removed = configuration();
            assertThat(removed).doesNotContainIgnoringCase("parley").doesNotContain("postgresql.jar");
            assertThat(settingIn(server, DATASOURCE)).isNull();

            run("postgresql-remove.cli");
            assertThat(configuration()).isEqualTo(removed);
            server.assertCleanLog();
        }

        @Test
        void a_user_is_made_once_known_at_once_and_removed() {
            String before = users();
            name(server);
            run("user.sh");
            String once = users();
            assertThat(once).contains(USER + "=").doesNotContain(PASSWORD);
            assertThat(identity()).contains("\"parley-moderator\"", "\"parley-admin\"");

            // As the server's own tool would have made them
            run("user-remove.sh");
            server.addUser(USER, PASSWORD, "parley-moderator", "parley-admin");
            assertThat(users().lines())
                    .containsExactlyInAnyOrderElementsOf(once.lines().toList());
            run("user.sh");
            assertThat(users()).isEqualTo(once);

            run("user-remove.sh");
            assertThat(users()).isEqualTo(before);
            run("user-remove.sh");
            assertThat(users()).isEqualTo(before);
        }

        private String users() {
            return Stream.of("users", "roles")
                    .map(what -> server.configurationFile().resolveSibling("application-" + what + ".properties"))
                    .map(Folders::read)
                    .collect(Collectors.joining());
        }

        private String identity() {
            return server.runCommand(
                    "/subsystem=elytron/security-domain=ApplicationDomain:read-identity(name=" + USER + ")");
        }

        private void run(String script) {
            server.runScript(script);
        }

        private String configuration() {
            return Folders.read(server.configurationFile());
        }
    }

    /** With the configuration that has it. */
    @Nested
    class On_WildFly_with_messaging {

        @Test
        void a_topic_is_made_once_and_removed() {
            try (WildFlyServer server = WildFlyServer.withMessaging()) {
                server.start();
                server.runScript("topic.cli");
                String once = Folders.read(server.configurationFile());
                assertThat(server.runCommand("/subsystem=naming:jndi-view")).contains("ActiveMQTopic[parley]");

                server.runScript("topic.cli");
                assertThat(Folders.read(server.configurationFile())).isEqualTo(once);

                server.runScript("topic-remove.cli");
                String removed = Folders.read(server.configurationFile());
                assertThat(removed).doesNotContain("parley");

                server.runScript("topic-remove.cli");
                assertThat(Folders.read(server.configurationFile())).isEqualTo(removed);
                server.assertCleanLog();
            }
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class On_Payara {
        private static final String THREADS =
                "configs.config.server-config.thread-pools.thread-pool.http-thread-pool.max-thread-pool-size";
        private static final String BUFFER =
                "configs.config.server-config.network-config.transports.transport.tcp.socket-write-buffer-size";

        private final PayaraServer server = PayaraServer.pristine(Map.of());

        @BeforeAll
        void start() {
            server.setDatabase(postgres.newDatabase());
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
            assertThat(server.asadmin("get", BUFFER)).contains(BUFFER + "=65536");
            assertThat(server.asadmin("list-jvm-options")).contains("-Xmx1g").doesNotContain("-Xmx512m");
            assertThat(server.asadmin("list-system-properties")).contains(SETTING + "=10000");
            assertThat(settingIn(server, SETTING)).isEqualTo("10000");

            run("configure.sh");
            assertThat(configuration()).isEqualTo(once);

            run("remove.sh");
            String removed = configuration();
            assertThat(removed).doesNotContain("parley").doesNotContain("-Xmx1g");
            assertThat(server.asadmin("list-log-levels"))
                    .doesNotContain("chat.parley", "org.glassfish.tyrus", "org.glassfish.grizzly");
            assertThat(server.asadmin("get", THREADS)).contains(THREADS + "=5");
            assertThat(server.asadmin("get", BUFFER)).contains(BUFFER + "=-1");
            assertThat(server.asadmin("list-jvm-options")).contains("-Xmx512m");
            assertThat(settingIn(server, SETTING)).isNull();

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

        @Test
        void a_data_source_for_postgresql_works_at_once_and_is_made_once_and_removed() {
            run("postgresql.sh");
            String once = configuration();
            assertThat(once).contains("${ENV=PARLEY_DB_PASSWORD}");
            assertThat(settingIn(server, DATASOURCE)).isEqualTo("jdbc/parley");
            server.asadmin("ping-connection-pool", "parley");

            run("postgresql.sh");
            assertThat(configuration()).isEqualTo(once);

            run("postgresql-remove.sh");
            String removed = configuration();
            assertThat(removed).doesNotContain("parley");
            assertThat(server.asadmin("list-libraries")).doesNotContain("postgresql");
            assertThat(settingIn(server, DATASOURCE)).isNull();

            run("postgresql-remove.sh");
            assertThat(configuration()).isEqualTo(removed);
            server.assertCleanLog();
        }

        @Test
        void a_topic_is_made_once_and_removed() {
            run("topic.sh");
            String once = configuration();
            assertThat(server.asadmin("list-jndi-entries", "--context", "jms")).contains("parley");

            run("topic.sh");
            assertThat(configuration()).isEqualTo(once);

            run("topic-remove.sh");
            String removed = configuration();
            assertThat(removed).doesNotContain("parley");

            run("topic-remove.sh");
            assertThat(configuration()).isEqualTo(removed);
            server.assertCleanLog();
        }

        @Test
        void a_user_is_made_once_and_removed() {
            name(server);
            run("user.sh");
            String once = users();
            assertThat(once).contains(USER + ";").doesNotContain(PASSWORD);
            assertThat(server.asadmin("list-file-groups", "--name", USER)).contains("parley-moderator", "parley-admin");

            run("user.sh");
            assertThat(users()).isEqualTo(once);

            run("user-remove.sh");
            assertThat(users()).doesNotContain(USER);
            String removed = users();
            run("user-remove.sh");
            assertThat(users()).isEqualTo(removed);
        }

        private String users() {
            return Folders.read(server.base().resolve("config/keyfile"));
        }

        private void run(String script) {
            server.runScript(script);
        }

        /** Both files that the scripts change. */
        private String configuration() {
            return Folders.read(server.base().resolve("config/domain.xml"))
                    + Folders.read(server.base().resolve("config/logging.properties"));
        }
    }

    private static void name(ServerProcess server) {
        server.setVariable("PARLEY_USER", USER);
        server.setVariable("PARLEY_USER_PASSWORD", PASSWORD);
        server.setVariable("PARLEY_USER_GROUPS", "parley-moderator,parley-admin");
    }

    /** What Parley reads in that server, null when it is not set. */
    private static String settingIn(ServerProcess server, String setting) {
        try (ServerJvm jvm = server.jvm()) {
            return jvm.systemProperty(setting);
        }
    }
}
