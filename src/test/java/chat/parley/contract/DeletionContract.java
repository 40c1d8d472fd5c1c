package chat.parley.contract;

import static chat.parley.contract.ModerationContract.act;
import static chat.parley.contract.ModerationContract.request;
import static chat.parley.contract.Scenario.assertError;
import static chat.parley.contract.Scenario.events;
import static chat.parley.contract.Scenario.seq;
import static chat.parley.contract.Scenario.seqs;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.Role;
import chat.parley.testing.ChatClient;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** PROTOCOL.md, deleted: what was taken back is gone for everybody, whether they are there or not. */
interface DeletionContract extends Scenario {

    @Test
    default void everybody_in_the_room_is_told_in_the_order_of_the_log() {
        ChatClient grace = stage().member("grace", Role.MODERATOR);
        ChatClient ada = stage().guest("ada", ChatClient.LINES);
        String room = stage().room();
        ada.join(room);
        grace.join(room);
        ada.say(room, "kept");
        ada.say(room, "wrong");
        act(grace, "delete", "room", room, "seq", 2, "reason", "An error");
        assertThat(seq(ada.say(room, "after"))).isEqualTo(4);
        for (ChatClient client : List.of(ada, grace)) {
            JsonObject deleted = client.await("deleted", room);
            assertThat(seq(deleted)).isEqualTo(3);
            assertThat(deleted.getInt("target")).isEqualTo(2);
            assertThat(deleted.getString("by")).isEqualTo(grace.name());
            assertThat(deleted.getString("at")).isNotBlank();
            client.awaitMessage(room, "after");
            assertThat(logged(client, room)).containsExactly(1L, 2L, 3L, 4L);
        }
    }

    @Test
    default void its_text_is_in_no_page_and_its_place_is() {
        ChatClient grace = stage().member("grace", Role.MODERATOR);
        ChatClient ada = stage().guest("ada");
        String room = stage().room();
        ada.join(room);
        JsonObject first = ada.say(room, "kept");
        JsonObject wrong = ada.say(room, "wrong");
        act(grace, "delete", "room", room, "seq", 2);
        ada.await("deleted", room);
        for (JsonObject page : List.of(
                ada.request("history", "room", room), stage().guest("late").join(room))) {
            assertThat(seqs(events(page))).containsExactly(1L, 2L, 3L);
            assertThat(events(page).get(0).getString("id")).isEqualTo(first.getString("id"));
            assertThat(events(page).get(0)).doesNotContainKey("deleted");
            JsonObject gone = events(page).get(1);
            assertThat(gone.getString("type")).isEqualTo("message");
            assertThat(gone.getBoolean("deleted")).isTrue();
            assertThat(gone.getString("text")).isEmpty();
            assertThat(gone.getString("from")).isEqualTo(ada.name());
            assertThat(gone.getString("id")).isEqualTo(wrong.getString("id"));
            assertThat(gone.getString("at")).isEqualTo(wrong.getString("at"));
            JsonObject deletion = events(page).get(2);
            assertThat(deletion.getString("type")).isEqualTo("deleted");
            assertThat(deletion.getInt("target")).isEqualTo(2);
        }
    }

    @Test
    default void whoever_was_away_gets_the_deletion_with_what_they_missed() {
        ChatClient grace = stage().member("grace", Role.MODERATOR);
        ChatClient ada = stage().guest("ada");
        String room = stage().room();
        String epoch = ada.join(room).getString("epoch");
        grace.join(room);
        grace.say(room, "seen");
        ada.awaitMessage(room, "seen");
        ada.drop();
        grace.say(room, "missed");
        act(grace, "delete", "room", room, "seq", 1);
        act(grace, "delete", "room", room, "seq", 2);
        JsonObject joined = stage().again(ada).join(room, epoch, 1);
        assertThat(joined.getBoolean("recovered")).isTrue();
        assertThat(seqs(events(joined))).containsExactly(2L, 3L, 4L);
        assertThat(events(joined).get(0).getBoolean("deleted")).isTrue();
        assertThat(events(joined).get(1).getInt("target")).isEqualTo(1);
        assertThat(events(joined).get(2).getInt("target")).isEqualTo(2);
    }

    @Test
    default void said_again_it_is_still_the_same_message_and_stays_deleted() {
        ChatClient grace = stage().member("grace", Role.MODERATOR);
        ChatClient ada = stage().guest("ada");
        String room = stage().room();
        ada.join(room);
        JsonObject ack = ada.say(room, "wrong");
        act(grace, "delete", "room", room, "seq", 1);
        JsonObject again = ada.say(room, "wrong", ack.getString("id"));
        assertThat(again.getBoolean("duplicate")).isTrue();
        assertThat(seq(again)).isOne();
        assertThat(events(ada.request("history", "room", room)).get(0).getString("text"))
                .isEmpty();
    }

    @Test
    default void two_who_delete_the_same_message_delete_it_once() {
        ChatClient grace = stage().member("grace", Role.MODERATOR);
        ChatClient alan = stage().member("alan", Role.ADMIN);
        ChatClient ada = stage().guest("ada");
        String room = stage().room();
        ada.join(room);
        for (int i = 1; i <= 10; i++) {
            ada.say(room, "wrong " + i);
        }
        for (int i = 1; i <= 10; i++) {
            for (ChatClient moderator : List.of(grace, alan)) {
                moderator.send("moderate", "id", "d" + i, "act", "delete", "room", room, "seq", i);
            }
        }
        for (int i = 1; i <= 10; i++) {
            assertThat(grace.reply("d" + i).getString("type")).isEqualTo("moderated");
            assertThat(alan.reply("d" + i).getString("type")).isEqualTo("moderated");
        }
        assertThat(seq(ada.say(room, "after"))).isEqualTo(21);
        ada.awaitMessage(room, "after");
        assertThat(logged(ada, room)).isEqualTo(Scenario.range(1, 21));
    }

    @Test
    default void a_room_that_nobody_is_in_is_tidied_up_too() {
        ChatClient grace = stage().member("grace", Role.MODERATOR);
        ChatClient ada = stage().guest("ada");
        String room = stage().room();
        ada.join(room);
        ada.say(room, "wrong");
        ada.leave(room);
        act(grace, "delete", "room", room, "seq", 1);
        assertThat(events(ada.join(room)).get(0).getString("text")).isEmpty();
    }

    @Test
    default void what_is_not_there_cannot_be_deleted() {
        ChatClient grace = stage().member("grace", Role.MODERATOR);
        String room = stage().room();
        assertError(request(grace, "delete", "room", room, "seq", 1), "no_such_room");
        grace.join(room);
        grace.say(room, "wrong");
        act(grace, "delete", "room", room, "seq", 1);
        for (long seq : List.of(0L, -1L, 2L, 3L, Long.MAX_VALUE)) {
            assertError(request(grace, "delete", "room", room, "seq", seq), "not_found");
        }
        assertError(request(grace, "delete", "room", room), "bad_message");
        assertError(request(grace, "delete", "seq", 1), "bad_message");
        assertError(request(grace, "delete", "room", "No Room", "seq", 1), "room_invalid");
        assertThat(seq(grace.say(room, "after"))).isEqualTo(3);
    }

    private static List<Long> logged(ChatClient client, String room) {
        return client.all().stream()
                .filter(object -> List.of("message", "deleted").contains(object.getString("type")))
                .filter(object -> object.getString("room").equals(room))
                .map(Scenario::seq)
                .toList();
    }
}
