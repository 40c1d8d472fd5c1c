package chat.parley.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.model.Role;
import chat.parley.testing.ChatClient;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** PROTOCOL.md, rooms: which there are to enter. */
interface RoomDirectoryContract extends Scenario {

    @Test
    default void rooms_that_somebody_is_in_are_listed_with_how_many_they_are_and_what_it_is_about() {
        ChatClient ada = stage().guest("ada");
        ChatClient grace = stage().guest("grace");
        String room = stage().room();
        assertThat(listed(ada, room)).isEmpty();
        ada.join(room);
        grace.join(room);
        ada.request("topic", "room", room, "topic", "The summer party");

        JsonObject found = listed(stage().guest("alan"), room).orElseThrow();
        assertThat(found.getInt("count")).isEqualTo(2);
        assertThat(found.getString("topic")).isEqualTo("The summer party");

        ada.leave(room);
        grace.leave(room);
        await().until(() -> listed(ada, room).isEmpty());
    }

    @Test
    default void nobody_learns_of_a_room_they_may_not_be_in() {
        ChatClient warden = stage().connected(stage().makeBot("warden", Role.MODERATOR));
        warden.login();
        ChatClient ada = stage().guest("ada");
        Bot news = stage().makeBot("news");
        ChatClient bot = stage().connected(news);
        bot.login();
        String room = stage().room();
        warden.join(room);
        assertThat(listed(ada, room)).isPresent();

        ModerationContract.act(warden, "add_member", "room", room, "user", ModerationContract.member(news.name()));
        ModerationContract.act(warden, "make_private", "room", room);
        assertThat(listed(ada, room)).isEmpty();
        assertThat(listed(bot, room)).isPresent();
        assertThat(listed(warden, room)).isPresent();

        ModerationContract.act(warden, "close", "room", room);
        assertThat(listed(bot, room)).isEmpty();
        Scenario.assertError(stage().stranger().request("rooms"), "not_logged_in");
    }

    private static Optional<JsonObject> listed(ChatClient client, String room) {
        JsonObject answer = client.request("rooms");
        assertThat(answer.getString("type")).isEqualTo("rooms");
        return answer.getJsonArray("rooms").getValuesAs(JsonValue::asJsonObject).stream()
                .filter(one -> one.getString("name").equals(room))
                .findAny();
    }
}
