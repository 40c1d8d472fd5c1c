package chat.parley.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.ChatClient;
import chat.parley.testing.ServerKind;
import chat.parley.testing.ServerProcess;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However Parley is stopped, clients learn that they should come back, and they can; and however it ends, nobody gets around a ban. */
class StopIT {

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void clients_are_told_to_come_back_when_it_stops_and_what_was_decided_holds_when_it_is_killed(ServerKind kind) {
        try (ServerProcess server = kind.start(Map.of())) {
            assertClientsAreSentAway(server, server::undeploy);
            server.deploy();
            assertClientsAreSentAway(server, server::stop);
            server.start();
            member(server, "back").close();

            Decisions decisions = new Decisions(server);
            server.kill();
            server.start();
            decisions.assertHold();
            server.assertCleanLog();
        }
    }

    private static void assertClientsAreSentAway(ServerProcess server, Runnable end) {
        var clients = Stream.of("ada", "grace", "edsger")
                .map(name -> member(server, name))
                .toList();
        end.run();
        assertThat(clients).allSatisfy(client -> {
            assertThat(client.awaitClose().code()).isIn(1001, 4000);
            client.close();
        });
    }

    private static ChatClient member(ServerProcess server, String name) {
        ChatClient client = ChatClient.connect(server.socket());
        client.login(name);
        client.join("lobby");
        return client;
    }
}
