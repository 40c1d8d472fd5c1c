package chat.parley.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import chat.parley.model.Role;
import chat.parley.testing.ChatClient;
import chat.parley.testing.RestClient;
import chat.parley.testing.ServerJvm;
import chat.parley.testing.ServerProcess;
import chat.parley.testing.SignedIn;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import javax.management.RuntimeMBeanException;
import org.junit.jupiter.api.Test;

/** Bots' tokens over HTTP and by the bean: who makes them, what they open, and that nothing else does. On real servers. */
interface TokenContract extends Scenario {

    private ServerProcess server() {
        return (ServerProcess) stage().server();
    }

    private RestClient program(Bot bot) {
        return RestClient.ofBot(server().page(), bot.secret());
    }

    @Test
    default void a_secret_is_told_once_and_what_else_is_known_of_a_token_to_administrators() {
        RestClient api = stage().administrator();
        String name = stage().name("news");
        JsonObject made = api.act(
                "POST",
                "api/tokens",
                "{\"name\":\"" + name + "\",\"roles\":[\"parley-moderator\"],\"note\":\"the press 片\","
                        + "\"until\":\"2999-01-01T00:00:00Z\"}");
        String secret = made.getString("secret");
        assertThat(secret).matches("parley_bot_[A-Za-z0-9_-]{43}");
        JsonObject token = made.getJsonObject("token");
        assertThat(token.getString("name")).isEqualTo(name);
        assertThat(token.getJsonArray("roles").getString(0)).isEqualTo("parley-moderator");
        assertThat(token.getString("note")).isEqualTo("the press 片");
        assertThat(token.getString("until")).isEqualTo("2999-01-01T00:00:00Z");
        assertThat(token.getString("by")).startsWith("grace");
        assertThat(token.getString("lastUsed")).isEmpty();
        String id = token.getString("id");
        assertThat(listed(api, id)).isEqualTo(token);

        Bot bot = new Bot(name, id, secret);
        stage().connected(bot).login();
        assertThat(listed(api, id).getString("lastUsed")).isNotEmpty();
        stage().revoke(bot);
        assertThat(listed(api, id)).isNull();
        String audit = api.get("api/audit?limit=50").toString();
        assertThat(audit).contains("make_token", "revoke_token", "bot " + name, id, "parley-moderator", "the press 片");
        assertThat(Stream.of(audit, api.get("api/tokens").toString(), server().logText()))
                .noneMatch(text -> text.contains(secret));
        assertThat(audit).doesNotContain("\"tokens\"", "tokens/" + id);
    }

    private static JsonObject listed(RestClient api, String id) {
        return api.get("api/tokens").getJsonArray("items").getValuesAs(JsonValue::asJsonObject).stream()
                .filter(token -> token.getString("id").equals(id))
                .findFirst()
                .orElse(null);
    }

    @Test
    default void a_token_that_makes_no_sense_is_not_made() {
        RestClient api = stage().administrator();
        for (String wrong : List.of(
                "{}",
                "{\"name\":\"\"}",
                "{\"name\":\"a\\u0000b\"}",
                "{\"name\":\"news\",\"roles\":\"parley-admin\"}",
                "{\"name\":\"news\",\"roles\":[\"root\"]}",
                "{\"name\":\"news\",\"roles\":[1]}",
                "{\"name\":\"news\",\"until\":\"soon\"}",
                "{\"name\":\"news\",\"until\":\"2001-01-01T00:00:00Z\"}",
                "{\"name\":\"news\",\"note\":\"two\\nlines\"}",
                "{\"name\":\"news\",\"note\":\"" + "x".repeat(251) + "\"}")) {
            assertThat(api.send("POST", "api/tokens", wrong).statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
        assertThat(api.send("DELETE", "api/tokens/no-such-token", null).statusCode())
                .isEqualTo(404);
    }

    @Test
    default void a_bot_that_is_an_administrator_uses_the_resources_and_the_metrics_and_no_other_bot_does() {
        RestClient admin = program(stage().makeBot("warden", Role.ADMIN));
        assertThat(admin.get("api/figures").getInt("connections")).isNotNegative();
        assertThat(admin.send("GET", "metrics", null).statusCode()).isEqualTo(200);
        HttpResponse<String> announced =
                admin.send("POST", "api/acts", "{\"act\":\"announce\",\"text\":\"said by a bot\"}");
        assertThat(announced.statusCode()).isEqualTo(200);
        assertThat(announced.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(admin.get("api/audit?limit=5").toString()).contains("warden", "said by a bot");
        assertThat(admin.send("DELETE", "api/drain", null, "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);

        for (Bot other : List.of(stage().makeBot("news"), stage().makeBot("janitor", Role.MODERATOR))) {
            assertThat(program(other).send("GET", "api/figures", null).statusCode())
                    .isEqualTo(403);
            assertThat(program(other)
                            .send("POST", "api/tokens", "{\"name\":\"another\"}")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(program(other).send("GET", "metrics", null).statusCode()).isEqualTo(403);
        }
    }

    @Test
    default void whoever_sends_a_token_that_is_none_is_refused_and_no_guest() {
        Bot revoked = stage().makeBot("news", Role.ADMIN);
        stage().revoke(revoked);
        SignedIn signedIn = stage().signedIn("ada");
        for (String secret : List.of(revoked.secret(), "parley_bot_" + "A".repeat(43), "nonsense", "a b", "")) {
            stage().assertRefused(new Bot("", "", secret));
            for (String path : List.of("api/figures", "api/nothing-there", "metrics")) {
                HttpResponse<String> refused =
                        RestClient.ofBot(server().page(), secret).send("GET", path, null, "Cookie", signedIn.cookie());
                assertThat(refused.statusCode())
                        .as("%s with '%s'", path, secret)
                        .isEqualTo(401);
                assertThat(refused.headers().allValues("WWW-Authenticate"))
                        .containsExactly("Bearer error=\"invalid_token\"");
                assertThat(ChatClient.parse(refused.body()).getInt("status")).isEqualTo(401);
            }
        }
    }

    @Test
    default void tokens_are_listed_and_revoked_by_the_bean() throws Exception {
        Bot bot = stage().makeBot("news", Role.MODERATOR);
        ChatClient client = stage().connected(bot);
        try (ServerJvm jvm = server().jvm()) {
            await("the token to be listed")
                    .until(() -> List.of((String[]) jvm.invoke("listTokens")).stream()
                            .anyMatch(line -> line.startsWith(bot.id() + "\t" + bot.name() + "\tparley-moderator\t")));
            jvm.invoke("revokeToken", bot.id());
            assertThat(client.awaitClose().code()).isEqualTo(4503);
            assertThatThrownBy(() -> jvm.invoke("revokeToken", bot.id()))
                    .isInstanceOf(RuntimeMBeanException.class)
                    .hasStackTraceContaining("no such token");
        }
    }
}
