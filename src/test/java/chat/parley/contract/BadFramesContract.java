package chat.parley.contract;

import static chat.parley.contract.Scenario.assertError;
import static chat.parley.contract.Scenario.seq;
import static chat.parley.contract.Scenario.texts;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.ChatClient;
import chat.parley.testing.Closed;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PROTOCOL.md, Errors: a client's mistake is answered, and the connection lives on. */
interface BadFramesContract extends Scenario {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "hello",
                "null",
                "7",
                "\"ping\"",
                "[]",
                "[{\"type\":\"ping\"}]",
                "{",
                "{\"type\":\"ping\"",
                "{\"type\":\"ping\"} x",
                "{\"type\":\"ping\"}{\"type\":\"ping\"}",
                "{\"type\":\"ping\"}\n{\"type\":\"ping\"}",
                "{\"type\":\"ping\"},",
                "{'type':'ping'}",
                "{type:\"ping\"}",
                "{\"type\":\"ping\",}",
                "{\"type\":\"ping\" \"id\":\"1\"}",
                "{\"type\":\"ping\"]",
                "{\"type\":\"ping\",\"x\":01}",
                "{\"type\":\"ping\",\"x\":NaN}",
                "{\"type\":\"pi\nng\"}",
                "{\"type\":\"ping\",\"x\":\"\\x\"}",
                "{\"type\":\"ping\",\"x\":\"\\u12\"}",
                "\uFEFF{\"type\":\"ping\"}"
            })
    default void what_is_no_single_json_object_is_bad_json(String text) {
        ChatClient ada = stage().stranger();
        ada.sendText(text);
        assertError(ada.await("error"), "bad_json");
        ada.login(stage().name("ada"));
    }

    @Test
    default void ten_thousand_levels_of_json_are_bad_json() {
        ChatClient ada = stage().guest("ada");
        ada.sendText("{\"type\":\"ping\",\"x\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}");
        assertError(ada.await("error"), "bad_json");
        ada.sendText("{\"type\":\"ping\",\"x\":" + "{\"x\":".repeat(9_000));
        assertError(ada.await("error"), "bad_json");
        ada.request("ping");
    }

    @Test
    default void an_unknown_type_is_told_with_its_id() {
        ChatClient ada = stage().guest("ada");
        assertError(ada.request("dance", "id", "step"), "unknown_type");
        assertError(ada.request("Ping"), "unknown_type");
        assertError(ada.request(""), "unknown_type");
        ada.request("ping");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"1\"}",
                "{\"id\":\"1\",\"type\":7}",
                "{\"id\":\"1\",\"type\":null}",
                "{\"id\":\"1\",\"type\":\"join\"}",
                "{\"id\":\"1\",\"type\":\"join\",\"room\":7}",
                "{\"id\":\"1\",\"type\":\"join\",\"room\":null}",
                "{\"id\":\"1\",\"type\":\"join\",\"room\":[\"lobby\"]}",
                "{\"id\":\"1\",\"type\":\"join\",\"room\":\"lobby\",\"limit\":\"3\"}",
                "{\"id\":\"1\",\"type\":\"join\",\"room\":\"lobby\",\"limit\":1.5}",
                "{\"id\":\"1\",\"type\":\"join\",\"room\":\"lobby\",\"limit\":1e400}",
                "{\"id\":\"1\",\"type\":\"join\",\"room\":\"lobby\",\"limit\":1e1000000000}",
                "{\"id\":\"1\",\"type\":\"say\",\"room\":\"lobby\"}",
                "{\"id\":\"1\",\"type\":\"say\",\"text\":\"hello\"}",
                "{\"id\":\"1\",\"type\":\"say\",\"room\":\"lobby\",\"text\":7}",
                "{\"id\":\"1\",\"type\":\"say\",\"room\":\"lobby\",\"text\":{\"a\":1}}",
                "{\"id\":\"1\",\"type\":\"history\",\"room\":\"lobby\",\"before\":99999999999999999999}"
            })
    default void a_field_that_is_missing_or_of_the_wrong_shape_is_a_bad_message(String text) {
        ChatClient ada = stage().guest("ada");
        ada.sendText(text);
        assertError(ada.reply("1"), "bad_message");
        ada.request("ping", "id", "2");
    }

    @Test
    default void a_number_for_a_name_is_a_bad_message() {
        ChatClient ada = stage().stranger();
        assertError(ada.request("login", "name", 7), "bad_message");
        ada.login(stage().name("ada"));
    }

    @Test
    default void an_id_is_a_string_of_1_to_64_characters() {
        ChatClient ada = stage().guest("ada");
        assertThat(ada.request("ping", "id", "x".repeat(64)).getString("type")).isEqualTo("pong");
        for (String id :
                new String[] {"7", "\"\"", "\"" + "x".repeat(65) + "\"", "\"" + "x".repeat(20_000) + "\"", "{}"}) {
            ada.sendText("{\"type\":\"ping\",\"id\":" + id + "}");
            JsonObject error = ada.await("error");
            assertError(error, "bad_message");
            assertThat(error).doesNotContainKey("id");
        }
    }

    @Test
    default void say_needs_an_id() {
        ChatClient ada = stage().guest("ada");
        String room = stage().room();
        ada.join(room);
        ada.send("say", "room", room, "text", "hello");
        assertError(ada.await("error"), "bad_message");
        assertThat(seq(ada.say(room, "the first"))).isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\\u0000b",
                "\\u0000",
                "\\ud83d",
                "\\ude00",
                "a\\ud83d b",
                "\\ude00\\ud83d",
                "\\ud83d\\ud83d\\ude00"
            })
    default void nul_and_half_characters_are_refused(String escaped) {
        ChatClient ada = stage().guest("ada");
        String room = stage().room();
        ada.join(room);
        ada.sendText("{\"type\":\"say\",\"id\":\"1\",\"room\":\"" + room + "\",\"text\":\"" + escaped + "\"}");
        JsonObject error = ada.await("error");
        assertThat(error.getString("code")).isIn("bad_message", "bad_json");
        ada.sendText("{\"type\":\"say\",\"id\":\"" + escaped + "\",\"room\":\"" + room + "\",\"text\":\"x\"}");
        assertThat(ada.await("error").getString("code")).isIn("bad_message", "bad_json");
        ada.say(room, "clean");
        ada.awaitMessage(room, "clean");
        assertThat(texts(ada.all("message", room))).containsExactly("clean");
    }

    @Test
    default void a_whole_pair_of_escaped_surrogates_is_a_character() {
        ChatClient ada = stage().guest("ada");
        String room = stage().room();
        ada.join(room);
        ada.sendText("{\"type\":\"say\",\"id\":\"1\",\"room\":\"" + room + "\",\"text\":\"\\ud83d\\ude00\"}");
        assertThat(ada.await("message", room).getString("text")).isEqualTo("\uD83D\uDE00");
    }

    @Test
    default void a_key_that_comes_twice_gets_one_reply() {
        ChatClient ada = stage().guest("ada");
        ada.sendText("{\"type\":\"ping\",\"id\":\"1\",\"id\":\"2\",\"type\":\"ping\"}");
        ada.await("a reply", object -> !object.getString("type").equals("welcome"));
        ada.request("ping", "id", "3");
        assertThat(ada.all()).hasSize(3);
    }

    @Test
    default void twenty_bad_frames_within_a_minute_are_abuse() {
        ChatClient ada = stage().guest("ada");
        for (int i = 1; i < 20; i++) {
            ada.sendText("nonsense");
            assertError(ada.await("error"), "bad_json");
        }
        ada.request("ping");
        ada.sendText("nonsense");
        JsonObject bye = ada.await("bye");
        assertThat(bye.getInt("code")).isEqualTo(4500);
        assertThat(bye.getBoolean("reconnect")).isFalse();
        assertThat(bye.getString("reason")).isNotBlank();
        Closed closed = ada.awaitClose();
        assertThat(closed.code()).isEqualTo(4500);
    }

    @Test
    default void a_text_longer_than_the_limit_is_too_long_counted_in_characters() {
        ChatClient ada = stage().stranger();
        int max = ada.login(stage().name("ada")).getJsonObject("limits").getInt("textLength");
        String room = stage().room();
        ada.join(room);
        String longest = "\uD83D\uDE00".repeat(max);
        ada.say(room, longest);
        assertThat(ada.await("message", room).getString("text")).isEqualTo(longest);
        assertError(ada.request("say", "id", "1", "room", room, "text", longest + "x"), "too_long");
        assertThat(seq(ada.say(room, "short", "1"))).isEqualTo(2);
    }
}
