package chat.parley.contract;

import static chat.parley.contract.ModerationContract.act;
import static chat.parley.contract.ModerationContract.guest;
import static chat.parley.contract.ModerationContract.member;
import static chat.parley.contract.ModerationContract.request;
import static chat.parley.contract.Scenario.assertError;
import static chat.parley.contract.Scenario.events;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.ChatClient;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;

/** Users of a real server's own, with a group that makes them moderators there, or administrators. */
interface ModeratorContract extends Scenario {

    /** Signed in with the group of the moderators. */
    default ChatClient moderator() {
        return stage().member(stage().signedIn("grace-moderator", "parley-moderator"));
    }

    @Test
    default void a_user_in_the_group_of_the_moderators_moderates() {
        ChatClient grace = moderator();
        ChatClient ada = stage().guest("ada");
        String room = stage().room();
        grace.join(room);
        ada.join(room);
        ada.say(room, "wrong");
        act(grace, "delete", "room", room, "seq", 1);
        assertThat(ada.await("deleted", room).getString("by")).isEqualTo("grace-moderator");
        assertThat(events(ada.request("history", "room", room)).get(0).getString("text"))
                .isEmpty();
        act(grace, "mute", "user", guest(ada), "room", room);
        assertError(ada.request("say", "room", room, "text", "but"), "muted");
        act(grace, "kick", "user", guest(ada), "room", room);
        assertThat(ada.await("removed", room).getString("why")).isEqualTo("kicked");
        act(grace, "make_private", "room", room);
        assertError(ada.request("join", "room", room), "no_such_room");
        act(grace, "ban", "user", guest(ada), "reason", "Spam");
        assertThat(ada.awaitClose().code()).isEqualTo(4505);
        ChatClient again = stage().stranger();
        JsonObject error = again.request("login", "name", ada.name(), "token", ada.token());
        assertError(error, "banned");
        assertThat(again.awaitClose().code()).isEqualTo(4505);
        act(grace, "unban", "user", guest(ada));
        stage().again(ada).join(stage().room());
    }

    @Test
    default void a_group_of_the_servers_is_a_role_and_without_it_there_is_none() {
        ChatClient root = stage().member(stage().signedIn("root-admin", "parley-admin"));
        ChatClient member = stage().member(stage().signedIn("ada"));
        ChatClient grace = moderator();
        assertError(request(member, "kick", "user", member("root-admin")), "forbidden");
        assertError(request(grace, "kick", "user", member("root-admin")), "forbidden");
        act(root, "kick", "user", member("ada"), "reason", "Enough");
        assertThat(member.awaitClose().code()).isEqualTo(4504);
        root.request("ping");
    }
}
