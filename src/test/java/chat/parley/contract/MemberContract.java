package chat.parley.contract;

import static chat.parley.contract.Scenario.assertError;
import static chat.parley.contract.Scenario.events;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.ChatClient;
import chat.parley.testing.ServerProcess;
import chat.parley.testing.SignedIn;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Those whom a real server signs in, with the users it has got by its own tool, among guests. */
interface MemberContract extends Scenario {

    @Test
    default void a_member_needs_no_name_and_is_told_apart_everywhere() {
        ChatClient grace = stage().guest("grace");
        String room = stage().room();
        grace.join(room);
        SignedIn session = stage().signedIn("ada");
        ChatClient ada = stage().connected(session);
        JsonObject welcome = ada.login();
        assertThat(welcome.getJsonObject("user").getString("name")).isEqualTo("ada");
        assertThat(welcome.getJsonObject("user").getString("kind")).isEqualTo("member");
        assertThat(welcome).doesNotContainKey("token");

        assertThat(kinds(ada.join(room), "members")).containsExactlyInAnyOrder("ada member", grace.name() + " guest");
        grace.await(
                "presence of ada",
                object -> object.getString("type").equals("presence")
                        && kinds(object, "joined").contains("ada member"));
        ada.say(room, "said by a member");
        grace.say(room, "said by a guest");
        assertThat(grace.awaitMessage(room, "said by a member").getBoolean("member"))
                .isTrue();
        assertThat(ada.awaitMessage(room, "said by a guest")).doesNotContainKey("member");
        assertThat(events(grace.request("history", "room", room)))
                .extracting(event -> event.getBoolean("member", false))
                .containsExactly(true, false);

        ChatClient again = stage().connected(session);
        assertThat(again.request("login", "name", "somebody else")
                        .getJsonObject("user")
                        .getString("name"))
                .isEqualTo("ada");
    }

    private static List<String> kinds(JsonObject object, String field) {
        return object.getJsonArray(field).getValuesAs(JsonValue::asJsonObject).stream()
                .map(person -> person.getString("name") + " " + person.getString("kind"))
                .toList();
    }

    @Test
    default void a_stranger_is_asked_for_a_name_and_a_password_and_only_the_right_ones_do() {
        stage().signedIn("ada");
        SignedIn stranger = stage().nobody();
        HttpResponse<String> asked = stranger.get("signin?lang=ms");
        assertThat(asked.statusCode()).isEqualTo(401);
        assertThat(asked.body()).contains("<html lang=\"ms\">", "j_password").doesNotContain("role=\"alert\"");
        assertThat(asked.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'");

        HttpResponse<String> wrong = stranger.send("ada", "not hers");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).contains("role=\"alert\"").doesNotContain("not hers");
        assertError(stage().connected(stranger).request("login"), "bad_message");
        assertThat(stranger.get("").body()).contains("data-member=\"\"");
    }

    @Test
    default void the_sessions_cookie_is_for_this_server_alone_and_another_after_signing_in() {
        ServerProcess server = (ServerProcess) stage().server();
        stage().signedIn("ada");
        SignedIn session = stage().nobody();
        String cookie = session.get("signin").headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).containsIgnoringCase("HttpOnly").containsIgnoringCase("SameSite=Lax");
        assertThat(cookie).doesNotContainIgnoringCase("Secure");
        assertThat(SignedIn.cookieOverTls(server))
                .containsIgnoringCase("HttpOnly")
                .containsIgnoringCase("SameSite=Lax")
                .containsIgnoringCase("Secure");

        String before = session.cookie();
        session.send("ada", Stage.PASSWORD);
        session.get("signin");
        assertThat(session.get("").body()).contains("data-member=\"ada\"");
        assertThat(session.cookie()).isNotEqualTo(before);
        SignedIn thief = stage().nobody();
        thief.take(before);
        assertThat(thief.get("").body()).contains("data-member=\"\"");
    }

    @Test
    default void another_sites_page_signs_nobody_in() {
        stage().signedIn("ada");
        SignedIn victim = stage().nobody();
        victim.get("signin");
        // By SameSite a browser sends no cookie when another site's page sends the form.
        victim.forgetCookie();
        victim.send("ada", Stage.PASSWORD);
        assertThat(victim.get("").headers().firstValue("Location").orElseThrow())
                .isEqualTo("/parley/signin");
        assertThat(victim.get("").body()).contains("data-member=\"\"");
        assertError(stage().connected(victim).request("login"), "bad_message");
    }

    @Test
    default void signing_out_ends_the_connections_of_that_session_and_no_others() {
        SignedIn session = stage().signedIn("ada");
        ChatClient ada = stage().member(session);
        ChatClient tab = stage().connected(session);
        ChatClient elsewhere = stage().member(stage().signedIn("ada"));
        String cookie = session.cookie();

        assertThat(session.post("signout", Map.of()).statusCode()).isEqualTo(403);
        assertThat(session.post("signout", Map.of("token", "made up")).statusCode())
                .isEqualTo(403);
        assertThat(session.get("signout").statusCode()).isEqualTo(405);
        ada.request("ping");
        HttpResponse<String> out = session.signOut();
        assertThat(out.statusCode()).isEqualTo(303);
        assertThat(out.headers().firstValue("Location")).contains("/parley/");

        JsonObject bye = ada.await("bye");
        assertThat(bye.getInt("code")).isEqualTo(4503);
        assertThat(bye.getBoolean("reconnect")).isFalse();
        assertThat(ada.awaitClose().code()).isEqualTo(4503);
        assertThat(tab.awaitClose().code()).isEqualTo(4503);
        elsewhere.request("ping");
        SignedIn thief = stage().nobody();
        thief.take(cookie);
        assertThat(thief.get("").body()).contains("data-member=\"\"");
        assertThat(session.signOutAgain().statusCode()).isEqualTo(303);
    }

    @Test
    default void no_guest_has_a_members_name_or_one_that_looks_like_it() {
        ChatClient cyrillic = stage().stranger();
        cyrillic.login("\u0430l\u0430n");
        ChatClient bystander = stage().guest("alan");
        SignedIn session = stage().signedIn("alan");
        ChatClient alan = stage().member(session);
        assertThat(cyrillic.awaitClose().code()).isEqualTo(4502);
        bystander.request("ping");

        for (String name : List.of("alan", "ALAN", "\uFF41lan", "\u0430l\u0430n", "aIan")) {
            assertError(stage().stranger().request("login", "name", name), "name_taken");
        }
        session.signOut();
        assertThat(alan.awaitClose().code()).isEqualTo(4503);
        for (String name : List.of("alan", "\u0430l\u0430n")) {
            assertError(stage().stranger().request("login", "name", name), "name_taken");
        }
    }
}
