package chat.parley.contract;

import static chat.parley.contract.Scenario.assertError;
import static chat.parley.contract.Scenario.events;
import static chat.parley.contract.Scenario.range;
import static chat.parley.contract.Scenario.seq;
import static chat.parley.contract.Scenario.seqs;
import static chat.parley.contract.Scenario.texts;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.ChatClient;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PROTOCOL.md, join and leave: entering a room, atomically with its traffic, and leaving it. */
interface JoinContract extends Scenario {

    @Test
    default void a_new_room_is_empty_but_for_oneself() {
        ChatClient ada = stage().guest("ada");
        String room = stage().room();
        JsonObject joined = ada.request("join", "id", "enter", "room", room);

        assertThat(joined.getString("type")).isEqualTo("joined");
        assertThat(joined.getString("id")).isEqualTo("enter");
        assertThat(joined.getString("room")).isEqualTo(room);
        assertThat(joined.getString("epoch")).isNotBlank();
        assertThat(seq(joined)).isZero();
        assertThat(joined.getBoolean("recovered")).isFalse();
        assertThat(joined.getBoolean("more")).isFalse();
        assertThat(joined.getJsonArray("events")).isEmpty();
        assertThat(joined.getInt("memberCount")).isOne();
        assertThat(members(joined)).containsExactly(ada.name());
        assertThat(joined.getJsonArray("members").getJsonObject(0).getString("kind"))
                .isEqualTo("guest");
    }

    @Test
    default void whoever_comes_later_sees_who_is_there_and_what_was_said() {
        ChatClient ada = stage().guest("ada");
        ChatClient grace = stage().guest("grace");
        String room = stage().room();
        String epoch = ada.join(room).getString("epoch");
        ada.say(room, "one");
        ada.say(room, "two");
        JsonObject joined = grace.join(room);

        assertThat(joined.getString("epoch")).isEqualTo(epoch);
        assertThat(seq(joined)).isEqualTo(2);
        assertThat(texts(events(joined))).containsExactly("one", "two");
        assertThat(events(joined)).containsExactlyElementsOf(messagesOf(ada, room, 2));
        assertThat(members(joined)).containsExactlyInAnyOrder(ada.name(), grace.name());
        assertThat(joined.getInt("memberCount")).isEqualTo(2);
    }

    @Test
    default void the_limit_bounds_the_latest_page() {
        ChatClient ada = stage().guest("ada");
        String room = stage().room();
        ada.join(room);
        for (int i = 1; i <= 5; i++) {
            ada.say(room, "message " + i);
        }
        ada.leave(room);
        JsonObject three = ada.request("join", "room", room, "limit", 3);
        assertThat(seqs(events(three))).containsExactly(3L, 4L, 5L);
        assertThat(three.getBoolean("more")).isTrue();
        ada.leave(room);
        JsonObject none = ada.request("join", "room", room, "limit", 0);
        assertThat(events(none)).isEmpty();
        assertThat(seq(none)).isEqualTo(5);
        assertThat(none.getBoolean("more")).isTrue();
        ada.leave(room);
        JsonObject all = ada.request("join", "room", room, "limit", 5);
        assertThat(seqs(events(all))).isEqualTo(range(1, 5));
        assertThat(all.getBoolean("more")).isFalse();
        ada.leave(room);
        assertError(ada.request("join", "room", room, "limit", 101), "bad_message");
        assertError(ada.request("join", "room", room, "limit", -1), "bad_message");
    }

    @Test
    default void a_second_join_is_refused_and_changes_nothing() {
        ChatClient ada = stage().guest("ada");
        String room = stage().room();
        ada.join(room);
        assertError(ada.request("join", "room", room), "already_joined");
        ada.say(room, "still here");
        ada.awaitMessage(room, "still here");
        ada.say(room, "once each");
        ada.awaitMessage(room, "once each");
        assertThat(texts(ada.all("message", room))).containsExactly("still here", "once each");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Lobby", "-lobby", ".lobby", "_x", "the lobby", "a/b", "#lobby", "a\u0009b", "\uD83D\uDE00"})
    default void a_name_that_is_no_rooms_is_invalid(String room) {
        ChatClient ada = stage().guest("ada");
        assertError(ada.request("join", "room", room), "room_invalid");
        assertError(ada.request("join", "room", "x".repeat(65)), "room_invalid");
        ada.join(stage().room());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "7.b-c_d", "会议室", "комната", "الغرفة"})
    default void rooms_are_named_in_any_script(String like) {
        String room = stage().name(like);
        assertThat(stage().guest("ada").join(room).getString("room")).isEqualTo(room);
    }

    @Test
    default void a_connection_may_be_in_100_rooms_and_no_more() {
        ChatClient ada = stage().guest("ada");
        String room = stage().room();
        for (int i = 1; i <= 100; i++) {
            ada.join(room + "." + i);
        }
        assertError(ada.request("join", "room", room + ".101"), "forbidden");
        ada.leave(room + ".1");
        ada.join(room + ".101");
    }

    @Test
    default void rooms_do_not_mix() {
        ChatClient ada = stage().guest("ada");
        ChatClient grace = stage().guest("grace");
        String here = stage().room();
        String there = stage().room();
        ada.join(here);
        ada.join(there);
        grace.join(there);
        ada.say(here, "here");
        ada.say(there, "there");
        ada.say(here, "here again");

        assertThat(seq(grace.awaitMessage(there, "there"))).isOne();
        assertThat(seq(ada.awaitMessage(here, "here again"))).isEqualTo(2);
        assertThat(grace.all("message", here)).isEmpty();
    }

    @Test
    default void after_leave_nothing_comes_from_that_room() {
        ChatClient ada = stage().guest("ada");
        ChatClient grace = stage().guest("grace");
        String room = stage().room();
        String other = stage().room();
        ada.join(room);
        ada.join(other);
        grace.join(room);
        grace.join(other);
        JsonObject left = ada.request("leave", "id", "bye", "room", room);
        assertThat(left.getString("type")).isEqualTo("left");
        assertThat(left.getString("room")).isEqualTo(room);
        grace.say(room, "unheard");
        grace.awaitMessage(room, "unheard");
        grace.say(other, "heard");
        ada.awaitMessage(other, "heard");
        assertThat(ada.all("message", room)).isEmpty();
        assertError(ada.request("say", "room", room, "text", "too late"), "not_joined");
        assertError(ada.request("leave", "room", room), "not_joined");
        assertError(ada.request("typing", "room", room), "not_joined");
    }

    @Test
    default void joining_amid_traffic_leaves_no_gap_and_no_overlap() {
        String room = stage().room();
        AtomicBoolean enough = new AtomicBoolean();
        List<CompletableFuture<Void>> talks = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ChatClient talker = stage().guest("grace", ChatClient.LINES);
            talker.join(room);
            talks.add(stage().meanwhile(() -> {
                for (int n = 0; !enough.get(); n++) {
                    talker.say(room, "word " + n);
                }
            }));
        }
        ChatClient first = stage().guest("ada");
        first.join(room);
        first.await("message", room);
        List<ChatClient> comers = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            ChatClient comer = i % 2 == 0 ? stage().guest("ada") : stage().guest("ada", ChatClient.LINES);
            comer.join(room);
            comers.add(comer);
        }
        enough.set(true);
        talks.forEach(CompletableFuture::join);
        long last = seq(first.say(room, "the end"));

        for (ChatClient comer : comers) {
            comer.awaitMessage(room, "the end");
            JsonObject joined = comer.all("joined", room).get(0);
            List<Long> before = seqs(events(joined));
            if (!before.isEmpty()) {
                assertThat(before).isEqualTo(range(before.get(0), seq(joined)));
            }
            assertThat(seqs(comer.all("message", room))).isEqualTo(range(seq(joined) + 1, last));
        }
    }

    static List<String> members(JsonObject joined) {
        return joined.getJsonArray("members").getValuesAs(JsonValue::asJsonObject).stream()
                .map(member -> member.getString("name"))
                .toList();
    }

    /** The live messages up to this seq, waited for. */
    private static List<JsonObject> messagesOf(ChatClient client, String room, long last) {
        client.await("message " + last, object -> object.getString("type").equals("message") && seq(object) == last);
        return client.all("message", room);
    }
}
