package chat.parley.contract;

import static chat.parley.contract.Scenario.assertError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.testing.ChatClient;
import jakarta.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** PROTOCOL.md, typing and ping: small talk between client and server. */
interface TypingContract extends Scenario {

    @Test
    default void everybody_sees_that_somebody_types() {
        ChatClient ada = stage().guest("ada");
        ChatClient grace = stage().guest("grace");
        String room = stage().room();
        ada.join(room);
        grace.join(room);
        ada.send("typing", "room", room);
        JsonObject typing = grace.await("typing", room);
        assertThat(typing.getString("name")).isEqualTo(ada.name());
        assertThat(ada.await("typing", room).getString("name")).isEqualTo(ada.name());
    }

    @Test
    default void typing_more_often_than_every_three_seconds_is_swallowed() {
        ChatClient ada = stage().guest("ada");
        ChatClient grace = stage().guest("grace");
        String room = stage().room();
        ada.join(room);
        grace.join(room);
        long before = System.nanoTime();
        await().pollInterval(Duration.ofMillis(100)).until(() -> {
            ada.send("typing", "room", room);
            return grace.all("typing", room).size() >= 2;
        });
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofSeconds(3));
        ada.request("ping");
        assertThat(ada.all()).noneMatch(object -> object.getString("type").equals("error"));
    }

    @Test
    default void each_room_and_each_person_types_for_itself() {
        ChatClient ada = stage().guest("ada");
        ChatClient grace = stage().guest("grace");
        ChatClient third = stage().guest("grace");
        String here = stage().room();
        String there = stage().room();
        for (ChatClient client : new ChatClient[] {ada, grace, third}) {
            client.join(here);
            client.join(there);
        }
        ada.send("typing", "room", here);
        ada.send("typing", "room", there);
        grace.send("typing", "room", here);
        third.await("typing", there);
        third.await(
                "grace typing",
                object -> object.getString("type").equals("typing")
                        && object.getString("name").equals(grace.name()));
        third.await(
                "ada typing",
                object -> object.getString("type").equals("typing")
                        && object.getString("name").equals(ada.name()));
    }

    @Test
    default void typing_gets_no_reply_unless_it_is_refused() {
        ChatClient ada = stage().guest("ada");
        String room = stage().room();
        assertError(ada.request("typing", "id", "refused", "room", room), "not_joined");
        ada.join(room);
        ada.send("typing", "id", "quiet", "room", room);
        ada.request("ping", "id", "fence");
        assertThat(ada.all()).noneMatch(object -> "quiet".equals(object.getString("id", null)));
    }

    @Test
    default void ping_is_answered_with_its_id_before_login_too() {
        ChatClient stranger = stage().stranger();
        JsonObject pong = stranger.request("ping", "id", "are you there");
        assertThat(pong.getString("type")).isEqualTo("pong");
        stranger.login(stage().name("ada"));
        assertThat(stranger.request("ping").getString("type")).isEqualTo("pong");
    }
}
