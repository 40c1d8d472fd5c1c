package chat.parley.contract;

import static chat.parley.contract.Scenario.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.ChatClient;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PROTOCOL.md, login: who somebody is, and how it is proved again. */
interface LoginContract extends Scenario {

    @Test
    default void welcome_tells_who_one_is_and_what_the_server_takes() {
        String name = stage().name("ada");
        JsonObject welcome = stage().stranger().request("login", "id", "first", "name", name);

        assertThat(welcome.getString("type")).isEqualTo("welcome");
        assertThat(welcome.getString("id")).isEqualTo("first");
        assertThat(welcome.getString("session")).isNotBlank();
        assertThat(welcome.getString("token")).isNotBlank();
        assertThat(welcome.getJsonObject("user").getString("name")).isEqualTo(name);
        assertThat(welcome.getJsonObject("user").getString("kind")).isEqualTo("guest");
        JsonObject limits = welcome.getJsonObject("limits");
        for (String limit : List.of("frameBytes", "textLength", "rooms", "historyPage", "ratePerSecond", "rateBurst")) {
            assertThat(limits.getInt(limit)).as(limit).isNotNegative();
        }
        assertThat(limits.getInt("rooms")).isEqualTo(100);
        assertThat(welcome.getInt("pingSeconds")).isPositive();
        JsonObject server = welcome.getJsonObject("server");
        assertThat(server.getString("name")).isNotBlank();
        assertThat(server.getString("version")).isNotBlank();
        assertThat(server.getString("node")).isNotBlank();
        assertThat(server.getString("history")).isIn("durable", "memory");
        assertThat(welcome.getString("time")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    }

    @Test
    default void two_connections_have_two_sessions() {
        ChatClient ada = stage().stranger();
        String first = ada.login(stage().name("ada")).getString("session");
        String second = stage().stranger().login(ada.name(), ada.token()).getString("session");
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    default void a_reply_without_an_id_in_the_request_has_none() {
        ChatClient ada = stage().stranger();
        ada.send("login", "name", stage().name("ada"));
        assertThat(ada.await("welcome")).doesNotContainKey("id");
        ada.send("ping");
        assertThat(ada.await("pong")).doesNotContainKey("id");
    }

    @Test
    default void every_request_but_ping_asks_for_a_login_first() {
        ChatClient stranger = stage().stranger();
        String room = stage().room();
        assertError(stranger.request("join", "room", room), "not_logged_in");
        assertError(stranger.request("leave", "room", room), "not_logged_in");
        assertError(stranger.request("say", "room", room, "text", "hello"), "not_logged_in");
        assertError(stranger.request("history", "room", room), "not_logged_in");
        assertError(stranger.request("typing", "room", room), "not_logged_in");
        stranger.login(stage().name("ada"));
    }

    @Test
    default void a_connection_has_one_user() {
        ChatClient ada = stage().guest("ada");
        assertError(ada.request("login", "name", stage().name("grace")), "already_logged_in");
        assertError(ada.request("login", "name", ada.name(), "token", ada.token()), "already_logged_in");
        ada.join(stage().room());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a/b",
                "a\tb",
                "a\nb",
                "<ada>",
                "a\u200Bda",
                "a\u202Eda",
                "ada@home",
                "\uD83D\uDE00",
                "123456789012345678901234567890123"
            })
    default void a_name_outside_the_rules_is_invalid(String name) {
        ChatClient stranger = stage().stranger();
        assertError(stranger.request("login", "name", name), "name_invalid");
        stranger.login(stage().name("ada"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada Lovelace", "g.r_a'c-e", "艾达", "Ада", "عائشة", "आदा"})
    default void names_are_letters_of_any_script(String like) {
        String name = stage().name(like);
        assertThat(stage().stranger().login(name).getJsonObject("user").getString("name"))
                .isEqualTo(name);
    }

    @Test
    default void a_name_of_32_characters_is_not_too_long() {
        String name = (stage().name("ada") + "x".repeat(32)).substring(0, 32);
        stage().stranger().login(name);
    }

    @Test
    default void a_name_held_by_another_is_taken_whatever_its_case_and_width() {
        ChatClient ada = stage().guest("ada");
        ChatClient grace = stage().stranger();
        String wide = ada.name().replace("ada", "\uFF41\uFF44\uFF41");
        assertError(grace.request("login", "name", ada.name()), "name_taken");
        assertError(grace.request("login", "name", ada.name().toUpperCase(java.util.Locale.ROOT)), "name_taken");
        assertError(grace.request("login", "name", wide), "name_taken");
        assertError(grace.request("login", "name", wide.toUpperCase(java.util.Locale.ROOT)), "name_taken");
        grace.login(stage().name("grace"));
    }

    @Test
    default void the_token_opens_a_second_tab_of_the_same_person() {
        ChatClient first = stage().guest("ada");
        ChatClient second = stage().again(first);
        assertThat(second.name()).isEqualTo(first.name());

        String room = stage().room();
        first.join(room);
        second.join(room);
        second.say(room, "from the second tab");
        assertThat(first.awaitMessage(room, "from the second tab").getString("from"))
                .isEqualTo(first.name());
    }

    @Test
    default void the_token_brings_the_person_back_after_a_lost_connection() {
        ChatClient ada = stage().guest("ada");
        ada.drop();
        assertThat(stage().again(ada).name()).isEqualTo(ada.name());
    }

    @Test
    default void a_token_that_does_not_fit_counts_as_none() {
        ChatClient ada = stage().guest("ada");
        ChatClient grace = stage().guest("grace");
        ChatClient other = stage().stranger();
        assertError(other.request("login", "name", ada.name(), "token", grace.token()), "name_taken");
        assertError(other.request("login", "name", ada.name(), "token", "made.up"), "name_taken");
        assertError(other.request("login", "name", ada.name(), "token", ada.token() + "x"), "name_taken");
        assertError(other.request("login", "name", ada.name(), "token", ""), "name_taken");
        other.login(stage().name("ada"), "made.up");
        assertThat(other.token()).isNotBlank().isNotEqualTo("made.up");
    }

    @Test
    default void a_guest_without_a_name_is_told_so_and_may_try_again() {
        ChatClient stranger = stage().stranger();
        assertThat(stranger.request("login").getString("code")).isIn("name_invalid", "bad_message");
        stranger.login(stage().name("ada"));
    }
}
