package chat.parley.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.testing.ChatClient;
import chat.parley.testing.ServerJvm;
import chat.parley.testing.ServerProcess;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.management.RuntimeMBeanException;
import org.junit.jupiter.api.Test;

/** What an operator sees and does from outside, on a real server whose history is durable. */
interface OperatorContract extends Scenario {

    private ServerProcess server() {
        return (ServerProcess) stage().server();
    }

    @Test
    default void the_server_tells_that_it_lives_and_can_work() throws Exception {
        for (String check : List.of("health/live", "health/ready")) {
            URI uri = server().page().resolve(check);
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(ChatClient.parse(answer.body()).getString("status")).isEqualTo("UP");
            assertThat(answer.body()).contains("\"kind\":\"durable\"", "\"broker\"", "\"kind\":\"unused\"");
        }
    }

    /** WildFly's standalone.xml has no MicroProfile Health; Payara has. */
    @Test
    default void the_servers_own_health_has_parleys_checks_where_it_has_one() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server().page().resolve("/health/ready"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(server().name().equals("Payara") ? 200 : 404);
        if (answer.statusCode() == 200) {
            assertThat(answer.body()).contains("\"parley\"", "\"broker\"", "\"drain\"");
        }
    }

    @Test
    default void history_is_exported_backed_up_and_given_a_rule_by_the_management_bean() throws Exception {
        ChatClient ada = stage().guest("ada");
        String room = stage().room();
        ada.join(room);
        ada.say(room, "first");
        ada.say(room, "片段 \"second\"");
        try (ServerJvm jvm = server().jvm()) {
            assertThat(jvm.parley("History")).isEqualTo("durable");
            assertThat(jvm.parley("HistoryTrouble")).isEqualTo("");
            List<String> lines = Files.readAllLines(Path.of((String) jvm.invoke("exportRoom", room)));
            assertThat(lines).hasSize(2);
            assertThat(ChatClient.parse(lines.get(1)).getString("text")).isEqualTo("片段 \"second\"");
            assertThat(ChatClient.parse(lines.get(1)).getString("from")).isEqualTo(ada.name());

            assertThat(Path.of((String) jvm.invoke("backUpHistory"))).isNotEmptyFile();

            jvm.invoke("setRoomRetention", room, "30d");
            jvm.invoke("setRoomRetention", room, "");
            assertRefused(jvm, "allowed", "setRoomRetention", room, "soon");
            assertRefused(jvm, "no such room", "exportRoom", "no-such-room");
            assertRefused(jvm, "lower case", "exportRoom", "Lobby");
        }
    }

    private static void assertRefused(ServerJvm jvm, String why, String operation, String... arguments) {
        assertThatThrownBy(() -> jvm.invoke(operation, arguments))
                .isInstanceOf(RuntimeMBeanException.class)
                .hasStackTraceContaining(why);
    }
}
