package chat.parley.contract;

import static chat.parley.contract.Scenario.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.ChatClient;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** PROTOCOL.md, topic: what a room is about. */
interface TopicContract extends Scenario {

    int LONGEST = 250;

    @Test
    default void a_new_room_has_no_topic() {
        ChatClient ada = stage().guest("ada");
        assertThat(ada.join(stage().room()).getString("topic")).isEmpty();
    }

    @Test
    default void a_topic_is_answered_and_told_to_everybody_in_the_room() {
        ChatClient ada = stage().guest("ada", ChatClient.LINES);
        ChatClient grace = stage().guest("grace");
        ChatClient outside = stage().guest("outside");
        String room = stage().room();
        ada.join(room);
        grace.join(room);
        outside.join(stage().room());
        JsonObject answer = ada.request("topic", "id", "what about", "room", room, "topic", "  The summer party 片段 ");
        assertThat(answer.getString("type")).isEqualTo("topic");
        assertThat(answer.getString("topic")).isEqualTo("The summer party 片段");
        assertThat(answer.getString("by")).isEqualTo(ada.name());
        assertThat(Instant.parse(answer.getString("at"))).isBefore(Instant.now().plusSeconds(60));

        JsonObject told = Json.createObjectBuilder(answer).remove("id").build();
        assertThat(grace.await("topic", room)).isEqualTo(told);
        assertThat(ada.await("topic", room)).isEqualTo(told);
        outside.request("ping");
        assertThat(outside.all("topic", room)).isEmpty();
    }

    @Test
    default void it_may_be_set_without_an_id() {
        ChatClient ada = stage().guest("ada");
        String room = stage().room();
        ada.join(room);
        ada.send("topic", "room", room, "topic", "News");
        ada.await("topic", room);
        assertThat(ada.await("topic", room).getString("topic")).isEqualTo("News");
    }

    @Test
    default void whoever_joins_finds_the_topic_also_after_all_have_left() {
        ChatClient ada = stage().guest("ada");
        ChatClient grace = stage().guest("grace");
        String room = stage().room();
        ada.join(room);
        set(ada, room, "News");
        assertThat(grace.join(room).getString("topic")).isEqualTo("News");
        grace.leave(room);
        ada.leave(room);
        ChatClient third = stage().guest("third");
        assertThat(third.join(room).getString("topic")).isEqualTo("News");
        assertThat(third.all("topic", room)).isEmpty();
    }

    @Test
    default void the_topic_set_last_is_the_one_that_holds() {
        ChatClient ada = stage().guest("ada");
        ChatClient grace = stage().guest("grace");
        String room = stage().room();
        ada.join(room);
        grace.join(room);
        for (int i = 0; i < 20; i++) {
            ada.send("topic", "id", "ada-" + i, "room", room, "topic", "ada " + i);
            grace.send("topic", "id", "grace-" + i, "room", room, "topic", "grace " + i);
        }
        Instant last = Instant.EPOCH;
        String topic = "";
        for (int i = 0; i < 20; i++) {
            for (JsonObject answer : List.of(ada.reply("ada-" + i), grace.reply("grace-" + i))) {
                Instant at = Instant.parse(answer.getString("at"));
                assertThat(at).isNotEqualTo(last);
                if (at.isAfter(last)) {
                    last = at;
                    topic = answer.getString("topic");
                }
            }
        }
        assertThat(stage().guest("late").join(room).getString("topic")).isEqualTo(topic);
        for (ChatClient client : List.of(ada, grace)) {
            String told = last.toString();
            client.await(
                    "the last topic",
                    object -> object.getString("type").equals("topic")
                            && !object.containsKey("id")
                            && Instant.parse(object.getString("at")).equals(Instant.parse(told)));
            assertThat(client.all("topic", room).stream()
                            .filter(object -> !object.containsKey("id"))
                            .map(object -> Instant.parse(object.getString("at"))))
                    .isSorted();
        }
    }

    @Test
    default void an_empty_topic_takes_it_away() {
        ChatClient ada = stage().guest("ada");
        ChatClient grace = stage().guest("grace");
        String room = stage().room();
        ada.join(room);
        grace.join(room);
        set(ada, room, "News");
        assertThat(grace.await("topic", room).getString("topic")).isEqualTo("News");
        set(grace, room, " ");
        assertThat(ada.await(
                                "no topic",
                                object -> object.getString("type").equals("topic")
                                        && object.getString("topic").isEmpty())
                        .getString("by"))
                .isEqualTo(grace.name());
        assertThat(stage().guest("late").join(room).getString("topic")).isEmpty();
    }

    @Test
    default void a_topic_counts_no_seq_and_stands_in_no_history() {
        ChatClient ada = stage().guest("ada");
        String room = stage().room();
        ada.join(room);
        ada.say(room, "before");
        set(ada, room, "News");
        assertThat(Scenario.seq(ada.say(room, "after"))).isEqualTo(2);
        assertThat(Scenario.texts(Scenario.events(ada.request("history", "room", room))))
                .containsExactly("before", "after");
    }

    @Test
    default void a_topic_is_one_line_and_not_too_long() {
        ChatClient ada = stage().guest("ada");
        String room = stage().room();
        ada.join(room);
        String longest = "😀".repeat(LONGEST);
        set(ada, room, longest);
        assertError(ada.request("topic", "room", room, "topic", longest + "x"), "too_long");
        for (String wrong : List.of("two\nlines", "tab\there", "escape\u001b[1m", "two\u2028lines", "next\u0085line")) {
            assertError(ada.request("topic", "room", room, "topic", wrong), "bad_message");
        }
        assertError(ada.request("topic", "room", room), "bad_message");
        assertError(ada.request("topic", "room", room, "topic", 7), "bad_message");
        assertThat(stage().guest("grace").join(room).getString("topic")).isEqualTo(longest);
    }

    @Test
    default void only_those_in_the_room_set_its_topic() {
        ChatClient ada = stage().guest("ada");
        ChatClient grace = stage().guest("grace");
        String room = stage().room();
        ada.join(room);
        assertError(grace.request("topic", "room", room, "topic", "News"), "not_joined");
        assertError(stage().stranger().request("topic", "room", room, "topic", "News"), "not_logged_in");
        assertThat(grace.join(room).getString("topic")).isEmpty();
    }

    private static void set(ChatClient client, String room, String topic) {
        JsonObject answer = client.request("topic", "room", room, "topic", topic);
        assertThat(answer.getString("type")).as("type of %s", answer).isEqualTo("topic");
        client.await("the topic told", object -> object.getString("type").equals("topic") && !object.containsKey("id"));
    }
}
