package chat.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What every other test on a real server takes for granted. */
@ParameterizedClass
@EnumSource(ServerKind.class)
class ServerHarnessIT {
    private final ServerKind kind;

    ServerHarnessIT(ServerKind kind) {
        this.kind = kind;
    }

    @Test
    void a_server_starts_stops_redeploys_dies_and_comes_back_at_the_same_address() throws IOException {
        try (ServerProcess server = kind.start(Map.of("parley.example", "a b"), "-Xmx640m")) {
            URI page = server.page();
            assertThat(status(page)).isEqualTo(200);
            long first = server.pid();
            try (ServerJvm jvm = server.jvm()) {
                assertThat(jvm.threads()).isNotEmpty();
                assertThat(jvm.liveHeap()).isPositive();
                assertThat(jvm.instancesOf("java.lang.String")).isPositive();
                assertThat(jvm.systemProperty("parley.example")).isEqualTo("a b");
                assertThat(jvm.maximumHeap()).isEqualTo(640L << 20);
            }

            server.redeploy();
            assertThat(status(page)).isEqualTo(200);

            server.stop();
            assertThat(server.isRunning()).isFalse();
            server.start();
            assertThat(server.page()).isEqualTo(page);
            assertThat(status(page)).isEqualTo(200);
            assertThat(server.pid()).isNotEqualTo(first);

            server.undeploy();
            assertThat(status(page)).isEqualTo(404);
            server.deploy();
            assertThat(status(page)).isEqualTo(200);

            server.kill();
            assertThat(server.isRunning()).isFalse();
            server.start();
            assertThat(status(page)).isEqualTo(200);

            server.assertCleanLog();
        }
    }

    private static int status(URI page) throws IOException {
        return ((HttpURLConnection) page.toURL().openConnection()).getResponseCode();
    }
}
