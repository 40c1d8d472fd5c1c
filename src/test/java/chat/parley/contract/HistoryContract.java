package chat.parley.contract;

import static chat.parley.contract.Scenario.assertError;
import static chat.parley.contract.Scenario.events;
import static chat.parley.contract.Scenario.range;
import static chat.parley.contract.Scenario.seqs;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.ChatClient;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** PROTOCOL.md, history: pages backwards from anywhere. */
interface HistoryContract extends Scenario {

    @Test
    default void pages_lead_back_to_the_first_message() {
        ChatClient ada = stage().guest("ada");
        String room = stage().room();
        ada.join(room);
        for (int i = 1; i <= 7; i++) {
            ada.say(room, "message " + i);
        }
        JsonObject latest = ada.request("history", "id", "latest", "room", room, "limit", 3);
        assertThat(latest.getString("type")).isEqualTo("history");
        assertThat(latest.getString("id")).isEqualTo("latest");
        assertThat(latest.getString("room")).isEqualTo(room);
        assertThat(seqs(events(latest))).containsExactly(5L, 6L, 7L);
        assertThat(latest.getBoolean("more")).isTrue();
        JsonObject middle = ada.request("history", "room", room, "before", 5, "limit", 3);
        assertThat(seqs(events(middle))).containsExactly(2L, 3L, 4L);
        assertThat(middle.getBoolean("more")).isTrue();
        JsonObject oldest = ada.request("history", "room", room, "before", 2, "limit", 3);
        assertThat(seqs(events(oldest))).containsExactly(1L);
        assertThat(oldest.getBoolean("more")).isFalse();

        ada.awaitMessage(room, "message 7");
        List<JsonObject> whole = new ArrayList<>(events(oldest));
        whole.addAll(events(middle));
        whole.addAll(events(latest));
        assertThat(whole).isEqualTo(ada.all("message", room));
    }

    @Test
    default void a_page_is_exact_at_its_edges() {
        ChatClient ada = stage().guest("ada");
        String room = stage().room();
        ada.join(room);
        for (int i = 1; i <= 3; i++) {
            ada.say(room, "message " + i);
        }
        JsonObject all = ada.request("history", "room", room, "limit", 3);
        assertThat(seqs(events(all))).isEqualTo(range(1, 3));
        assertThat(all.getBoolean("more")).isFalse();
        JsonObject none = ada.request("history", "room", room, "before", 1);
        assertThat(events(none)).isEmpty();
        assertThat(none.getBoolean("more")).isFalse();
        JsonObject beyond = ada.request("history", "room", room, "before", RecoveryContract.LARGEST, "limit", 2);
        assertThat(seqs(events(beyond))).containsExactly(2L, 3L);
    }

    @Test
    default void an_empty_room_has_an_empty_page() {
        ChatClient ada = stage().guest("ada");
        String room = stage().room();
        ada.join(room);
        JsonObject page = ada.request("history", "room", room);
        assertThat(events(page)).isEmpty();
        assertThat(page.getBoolean("more")).isFalse();
    }

    @Test
    default void without_a_limit_a_page_has_as_many_as_welcome_told() {
        ChatClient ada = stage().stranger();
        int size = ada.login(stage().name("ada")).getJsonObject("limits").getInt("historyPage");
        String room = stage().room();
        ada.join(room);
        for (int i = 0; i <= size; i++) {
            ada.send("say", "id", "page-" + i, "room", room, "text", "message");
        }
        ada.reply("page-" + size);
        assertThat(seqs(events(ada.request("history", "room", room)))).isEqualTo(range(2, size + 1));
    }

    @Test
    default void bounds_of_the_wrong_shape_are_refused() {
        ChatClient ada = stage().guest("ada");
        String room = stage().room();
        ada.join(room);
        assertError(ada.request("history", "room", room, "limit", 0), "bad_message");
        assertError(ada.request("history", "room", room, "limit", 101), "bad_message");
        assertError(ada.request("history", "room", room, "limit", "3"), "bad_message");
        assertError(ada.request("history", "room", room, "before", "3"), "bad_message");
        assertError(ada.request("history", "room", room, "before", true), "bad_message");
    }

    @Test
    default void history_is_for_those_in_the_room() {
        ChatClient ada = stage().guest("ada");
        String room = stage().room();
        assertError(ada.request("history", "room", room), "not_joined");
    }
}
