package chat.parley.contract;

import static chat.parley.contract.Scenario.assertError;
import static chat.parley.contract.Scenario.range;
import static chat.parley.contract.Scenario.seq;
import static chat.parley.contract.Scenario.seqs;
import static chat.parley.contract.Scenario.texts;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.ChatClient;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PROTOCOL.md, say and message: once, in one order, unaltered. */
interface SayContract extends Scenario {

    @Test
    default void what_is_said_is_acknowledged_and_everybody_in_the_room_gets_it() {
        ChatClient ada = stage().guest("ada");
        ChatClient grace = stage().guest("grace");
        String room = stage().room();
        ada.join(room);
        grace.join(room);
        String id = UUID.randomUUID().toString();
        JsonObject ack = ada.say(room, "Good morning", id);
        JsonObject message = grace.await("message", room);

        assertThat(ack.getString("id")).isEqualTo(id);
        assertThat(ack.getString("room")).isEqualTo(room);
        assertThat(seq(ack)).isOne();
        assertThat(ack).doesNotContainKey("duplicate");
        assertThat(message.getString("id")).isEqualTo(id);
        assertThat(message.getString("from")).isEqualTo(ada.name());
        assertThat(message.getString("text")).isEqualTo("Good morning");
        assertThat(seq(message)).isOne();
        assertThat(message.getString("at"))
                .isEqualTo(ack.getString("at"))
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(ada.await("message", room)).isEqualTo(message);
    }

    @Test
    default void only_those_in_the_room_may_speak_there() {
        ChatClient ada = stage().guest("ada");
        String room = stage().room();
        assertError(ada.request("say", "room", room, "text", "hello"), "not_joined");
        assertThat(seq(ada.join(room))).isZero();
    }

    @Test
    default void said_again_it_is_acknowledged_again_and_there_is_no_second_message() {
        ChatClient ada = stage().guest("ada");
        String room = stage().room();
        ada.join(room);
        String id = UUID.randomUUID().toString();
        JsonObject first = ada.say(room, "once", id);
        JsonObject second = ada.say(room, "once", id);

        assertThat(second.getBoolean("duplicate")).isTrue();
        assertThat(seq(second)).isEqualTo(seq(first));
        assertThat(second.getString("at")).isEqualTo(first.getString("at"));
        ada.say(room, "then");
        ada.awaitMessage(room, "then");
        assertThat(texts(ada.all("message", room))).containsExactly("once", "then");
    }

    @Test
    default void said_again_after_a_lost_connection_it_is_still_the_first() {
        ChatClient ada = stage().guest("ada");
        String room = stage().room();
        ada.join(room);
        JsonObject first = ada.say(room, "once", "lost-1");
        ada.drop();
        ChatClient back = stage().again(ada);
        back.join(room);
        JsonObject second = back.say(room, "once", "lost-1");
        assertThat(second.getBoolean("duplicate")).isTrue();
        assertThat(seq(second)).isEqualTo(seq(first));
        assertThat(seq(back.say(room, "then"))).isEqualTo(seq(first) + 1);
    }

    @Test
    default void the_same_id_with_another_text_or_room_is_a_conflict() {
        ChatClient ada = stage().guest("ada");
        String room = stage().room();
        String other = stage().room();
        ada.join(room);
        ada.join(other);
        ada.say(room, "this", "same");
        assertError(ada.request("say", "id", "same", "room", room, "text", "that"), "id_conflict");
        assertError(ada.request("say", "id", "same", "room", other, "text", "this"), "id_conflict");
        assertThat(seq(ada.say(room, "next"))).isEqualTo(2);
        assertThat(seq(ada.say(other, "first"))).isOne();
    }

    @Test
    default void the_id_is_each_users_own() {
        ChatClient ada = stage().guest("ada");
        ChatClient grace = stage().guest("grace");
        String room = stage().room();
        ada.join(room);
        grace.join(room);
        assertThat(seq(ada.say(room, "mine", "1"))).isOne();
        JsonObject ack = grace.say(room, "mine too", "1");
        assertThat(seq(ack)).isEqualTo(2);
        assertThat(ack).doesNotContainKey("duplicate");
    }

    @Test
    default void two_tabs_that_say_the_same_at_once_make_one_message() {
        ChatClient left = stage().guest("ada");
        ChatClient right = stage().again(left);
        String room = stage().room();
        left.join(room);
        right.join(room);
        for (int i = 1; i <= 50; i++) {
            String id = "twice-" + i;
            for (ChatClient tab : List.of(left, right)) {
                tab.send("say", "id", id, "room", room, "text", id);
            }
            JsonObject one = left.reply(id);
            JsonObject two = right.reply(id);
            assertThat(seq(one)).isEqualTo(seq(two)).isEqualTo(i);
            assertThat(Stream.of(one, two).filter(ack -> ack.containsKey("duplicate")))
                    .as("one of two is the duplicate: %s %s", one, two)
                    .hasSize(1);
        }
        left.awaitMessage(room, "twice-50");
        assertThat(seqs(left.all("message", room))).isEqualTo(range(1, 50));
    }

    @Test
    default void all_see_the_same_messages_in_the_same_order() {
        String room = stage().room();
        ChatClient quiet = stage().guest("ada");
        quiet.join(room);
        List<ChatClient> talkers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            ChatClient talker = i % 2 == 0 ? stage().guest("grace") : stage().guest("grace", ChatClient.LINES);
            talker.join(room);
            talkers.add(talker);
        }
        List<CompletableFuture<Void>> talks = talkers.stream()
                .map(talker -> stage().meanwhile(() -> {
                    for (int n = 0; n < 50; n++) {
                        talker.send("say", "id", "order-" + n, "room", room, "text", talker.name() + " " + n);
                    }
                    for (int n = 0; n < 50; n++) {
                        assertThat(talker.reply("order-" + n).getString("type")).isEqualTo("ack");
                    }
                }))
                .toList();
        talks.forEach(CompletableFuture::join);
        quiet.say(room, "the end");
        quiet.awaitMessage(room, "the end");
        List<JsonObject> order = quiet.all("message", room);
        assertThat(seqs(order)).isEqualTo(range(1, 201));
        for (ChatClient talker : talkers) {
            talker.awaitMessage(room, "the end");
            assertThat(talker.all("message", room)).isEqualTo(order);
            assertThat(texts(order).stream().filter(text -> text.startsWith(talker.name() + " ")))
                    .as("what one client says keeps its order")
                    .isEqualTo(Stream.iterate(0, n -> n + 1)
                            .limit(50)
                            .map(n -> talker.name() + " " + n)
                            .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "早上好,世界",
                "👋🏽 👩‍💻 🇨🇭",
                "صباح الخير",
                "two\nlines\r\nand a\ttab",
                "\"quoted\" \\ and </script><b>&amp;",
                "a\u2028b\u2029c\u0085d\u007F",
                "{\"type\":\"bye\"}",
                " spaces around ",
                "e\u0301 is not \u00E9",
                "\uFEFFmark"
            })
    default void a_text_arrives_as_it_was_said(String text) {
        ChatClient single = stage().guest("ada");
        ChatClient lines = stage().guest("grace", ChatClient.LINES);
        String room = stage().room();
        single.join(room);
        lines.join(room);
        single.say(room, text);
        assertThat(single.await("message", room).getString("text")).isEqualTo(text);
        assertThat(lines.await("message", room).getString("text")).isEqualTo(text);
    }

    @Test
    default void an_empty_text_is_no_message() {
        ChatClient ada = stage().guest("ada");
        String room = stage().room();
        ada.join(room);
        assertError(ada.request("say", "id", "1", "room", room, "text", ""), "bad_message");
        assertThat(seq(ada.say(room, "not empty", "1"))).isOne();
    }
}
