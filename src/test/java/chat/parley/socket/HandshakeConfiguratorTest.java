package chat.parley.socket;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.glassfish.tyrus.server.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandshakeConfiguratorTest {

    private static final Server SERVER = new Server("127.0.0.1", 0, "/", null, SpokenBack.class);

    @BeforeAll
    static void start() throws Exception {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @ParameterizedTest
    @CsvSource({
        "parley.v1 parley.v1.ndjson, parley.v1",
        "parley.v1.ndjson parley.v1, parley.v1.ndjson",
        "other parley.v1, parley.v1",
        "other parley.v2, ''",
        "'', ''"
    })
    void the_clients_order_of_preference_decides(String offered, String spoken) throws Exception {
        String[] names = Arrays.stream(offered.split(" "))
                .filter(name -> !name.isEmpty())
                .toArray(String[]::new);
        CompletableFuture<String> heard = new CompletableFuture<>();
        WebSocket.Builder builder =
                HttpClient.newHttpClient().newWebSocketBuilder().header("Origin", "https://elsewhere.example");
        if (names.length > 0) {
            builder.subprotocols(names[0], Arrays.copyOfRange(names, 1, names.length));
        }

        WebSocket socket = builder.buildAsync(
                        URI.create("ws://127.0.0.1:" + SERVER.getPort() + "/ws"), new WebSocket.Listener() {
                            @Override
                            public CompletionStage<?> onText(WebSocket webSocket, CharSequence text, boolean last) {
                                heard.complete(text.toString());
                                return WebSocket.Listener.super.onText(webSocket, text, last);
                            }
                        })
                .get(10, TimeUnit.SECONDS);

        assertThat(socket.getSubprotocol()).isEqualTo(spoken);
        assertThat(heard.get(10, TimeUnit.SECONDS)).isEqualTo("spoken: " + spoken);
        socket.abort();
    }

    @ServerEndpoint(
            value = "/ws",
            configurator = HandshakeConfigurator.class,
            subprotocols = {"parley.v1.ndjson", "parley.v1"})
    public static class SpokenBack {

        @OnOpen
        public void open(Session session) {
            session.getAsyncRemote().sendText("spoken: " + session.getNegotiatedSubprotocol());
        }
    }
}
