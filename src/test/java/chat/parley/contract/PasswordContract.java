package chat.parley.contract;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.ChatClient;
import chat.parley.testing.RestClient;
import chat.parley.testing.ServerProcess;
import chat.parley.testing.SignedIn;
import jakarta.json.JsonValue;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Whoever guesses passwords has to wait, by their address: each scenario has its own. Wants {@link ContractSuite#GUARDED}, on a real
 * server.
 */
interface PasswordContract extends Scenario {
    int FAILURES = 5;

    /** From where Java's own client connects. */
    String PROXY = "127.0.0.1";

    String FORWARDED_FOR = "X-Forwarded-For";

    private ServerProcess server() {
        return (ServerProcess) stage().server();
    }

    private static void assertHasToWait(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(429);
        assertThat(Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 60);
    }

    private SignedIn guesserOnThePage(String address) {
        SignedIn guesser = SignedIn.nobodyAt(address, server());
        guesser.get("signin");
        for (int i = 0; i < FAILURES; i++) {
            assertThat(guesser.send("ada", "guess " + i).statusCode()).isEqualTo(401);
        }
        return guesser;
    }

    @Test
    default void whoever_guesses_on_the_page_has_to_wait_and_nobody_else() {
        stage().signedIn("ada");
        SignedIn guesser = guesserOnThePage("203.0.113.101");

        HttpResponse<String> right = guesser.send("ada", Stage.PASSWORD);
        assertHasToWait(right);
        assertThat(right.body()).contains("role=\"alert\"", "Too many");
        assertThat(guesser.get("").body()).contains("data-member=\"\"");
        assertThat(guesser.get("signin/failed").statusCode()).isEqualTo(401);

        SignedIn elsewhere = SignedIn.nobodyAt("203.0.113.102", server());
        elsewhere.get("signin");
        elsewhere.send("ada", Stage.PASSWORD);
        elsewhere.get("signin");
        assertThat(elsewhere.get("").body()).contains("data-member=\"ada\"");
        assertThat(server().logText()).contains("Sign-ins from 203.0.113.101 have to wait");
    }

    @Test
    default void no_other_way_of_writing_it_is_looked_at_either() {
        stage().signedIn("ada");
        SignedIn guesser = guesserOnThePage("203.0.113.103");
        Map<String, String> form = Map.of("j_username", "ada", "j_password", Stage.PASSWORD);
        for (String path : List.of(
                "j%5Fsecurity_check",
                "j_security_check;a=b",
                "nowhere/j_security_check",
                "signin/j_security_check",
                "ws/j_security_check",
                "j_security_check?lang=en")) {
            assertThat(guesser.post(path, form).statusCode() / 100).as(path).isEqualTo(4);
            assertThat(guesser.get("").body()).as(path).contains("data-member=\"\"");
        }
    }

    @Test
    default void a_password_in_the_address_is_refused_where_the_server_can_be_told_to() {
        stage().signedIn("ada");
        SignedIn careless = SignedIn.nobodyAt("203.0.113.106", server());
        careless.get("signin");
        String address = "j_security_check?j_username=ada&j_password=" + Stage.PASSWORD;
        int expected = server().name().equals("WildFly") ? 400 : 302;
        assertThat(careless.post(address, Map.of()).statusCode()).isEqualTo(expected);
    }

    @Test
    default void whoever_guesses_with_a_program_has_to_wait_and_nobody_else() {
        RestClient grace = stage().user("grace", "parley-admin");
        RestClient guesser = RestClient.of(server().page(), "grace", "guess");
        String address = "203.0.113.104";
        for (int i = 0; i < FAILURES; i++) {
            assertThat(guesser.send("GET", "api/figures", null, FORWARDED_FOR, address)
                            .statusCode())
                    .isEqualTo(401);
        }
        for (String path : List.of("api/figures", "metrics")) {
            HttpResponse<String> refused = grace.send("GET", path, null, FORWARDED_FOR, address);
            assertHasToWait(refused);
            assertThat(ChatClient.parse(refused.body()).getString("title")).isEqualTo("Too Many Requests");
        }
        grace.get("api/figures");
    }

    @Test
    default void the_audit_log_has_the_address_a_proxy_of_ours_was_called_by() {
        RestClient grace = stage().user("grace", "parley-admin");
        String ban = "{\"act\":\"ban\",\"address\":\"198.51.100.7\"}";
        assertThat(grace.send("POST", "api/acts", ban, FORWARDED_FOR, "203.0.113.105")
                        .statusCode())
                .isEqualTo(200);
        assertThat(grace.get("api/audit").getJsonArray("items").getValuesAs(JsonValue::asJsonObject))
                .extracting(entry -> entry.getString("address"))
                .contains("203.0.113.105");
    }
}
