package chat.parley.contract;

import static chat.parley.contract.ModerationContract.act;
import static chat.parley.contract.ModerationContract.guest;
import static chat.parley.contract.ModerationContract.member;
import static chat.parley.contract.ModerationContract.request;
import static chat.parley.contract.Scenario.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.Role;
import chat.parley.testing.ChatClient;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** PROTOCOL.md, Moderating: rooms that are closed or private. */
interface RoomRulesContract extends Scenario {

    @Test
    default void a_closed_room_is_left_by_all_and_entered_by_nobody_until_it_is_reopened() {
        ChatClient grace = stage().member("grace", Role.MODERATOR);
        ChatClient ada = stage().guest("ada");
        String room = stage().room();
        grace.join(room);
        ada.join(room);
        ada.say(room, "before");
        act(grace, "close", "room", room, "reason", "The party is over");
        for (ChatClient client : List.of(ada, grace)) {
            JsonObject removed = client.await("removed", room);
            assertThat(removed.getString("why")).isEqualTo("closed");
            assertThat(removed.getString("by")).isEqualTo(grace.name());
            assertThat(removed.getString("reason")).isEqualTo("The party is over");
            assertError(client.request("say", "room", room, "text", "still here?"), "not_joined");
            assertError(client.request("join", "room", room), "room_closed");
        }
        act(grace, "close", "room", room);
        act(grace, "reopen", "room", room);
        JsonObject joined = ada.join(room);
        assertThat(Scenario.texts(Scenario.events(joined))).containsExactly("before");
        ada.say(room, "after");
    }

    @Test
    default void whoever_joins_while_a_room_is_being_closed_does_not_stay() {
        ChatClient grace = stage().member("grace", Role.MODERATOR);
        List<ChatClient> crowd = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            crowd.add(stage().guest("ada"));
        }
        for (int round = 0; round < 5; round++) {
            String room = stage().room();
            String id = "round " + round;
            for (ChatClient ada : crowd) {
                ada.send("join", "id", id, "room", room);
                if (ada == crowd.get(4)) {
                    grace.send("moderate", "id", id, "act", "close", "room", room);
                }
            }
            assertThat(grace.reply(id).getString("type")).isEqualTo("moderated");
            for (ChatClient ada : crowd) {
                if (ada.reply(id).getString("type").equals("joined")) {
                    ada.await("removed", room);
                }
                assertError(ada.request("say", "room", room, "text", "still here?"), "not_joined");
            }
        }
    }

    @Test
    default void a_private_room_is_for_those_on_its_list_and_moderators() {
        ChatClient grace = stage().member("grace", Role.MODERATOR);
        ChatClient root = stage().member("root", Role.ADMIN);
        ChatClient ada = stage().member("ada");
        ChatClient alan = stage().member("alan");
        ChatClient stranger = stage().guest("stranger");
        String room = stage().room();
        for (ChatClient client : List.of(grace, ada, alan, stranger)) {
            client.join(room);
        }
        ada.say(room, "before");
        act(grace, "add_member", "room", room, "user", member(ada.name()));
        act(grace, "make_private", "room", room);
        for (ChatClient client : List.of(alan, stranger)) {
            assertThat(client.await("removed", room).getString("why")).isEqualTo("private");
            assertError(client.request("join", "room", room), "no_such_room");
        }
        ada.say(room, "among us");
        grace.awaitMessage(room, "among us");
        root.join(room);
        ada.leave(room);
        ada.join(room);

        act(grace, "add_member", "room", room, "user", member(alan.name()));
        alan.join(room);
        act(grace, "remove_member", "room", room, "user", member(ada.name()), "reason", "Left the team");
        JsonObject removed = ada.await("removed", room);
        assertThat(removed.getString("why")).isEqualTo("private");
        assertThat(removed.getString("reason")).isEqualTo("Left the team");
        assertError(ada.request("say", "room", room, "text", "still here?"), "not_joined");
        assertError(ada.request("join", "room", room), "no_such_room");
        alan.say(room, "after");

        act(grace, "make_public", "room", room);
        stranger.join(room);
        act(grace, "make_private", "room", room);
        stranger.await("removed", room);
        alan.say(room, "the list has stayed");
    }

    @Test
    default void a_list_can_be_written_before_there_is_the_room() {
        ChatClient grace = stage().member("grace", Role.MODERATOR);
        ChatClient ada = stage().member("ada");
        String room = stage().room();
        act(grace, "make_private", "room", room);
        act(grace, "add_member", "room", room, "user", member(ada.name()));
        act(grace, "add_member", "room", room, "user", member(ada.name()));
        assertError(stage().guest("stranger").request("join", "room", room), "no_such_room");
        assertThat(Scenario.seq(ada.join(room))).isZero();
    }

    @Test
    default void only_members_can_be_on_a_list() {
        ChatClient grace = stage().member("grace", Role.MODERATOR);
        ChatClient ada = stage().guest("ada");
        String room = stage().room();
        assertError(request(grace, "add_member", "room", room, "user", guest(ada)), "forbidden");
        assertError(request(grace, "remove_member", "room", room, "user", member(ada.name())), "not_found");
        act(grace, "add_member", "room", room, "user", member(ada.name()));
        act(grace, "make_private", "room", room);
        // A guest is not the member whose name they chose
        assertError(ada.request("join", "room", room), "no_such_room");
    }

    @Test
    default void a_private_room_that_is_closed_is_still_none_to_strangers() {
        ChatClient grace = stage().member("grace", Role.MODERATOR);
        String room = stage().room();
        act(grace, "make_private", "room", room);
        act(grace, "close", "room", room);
        assertError(grace.request("join", "room", room), "room_closed");
        assertError(stage().guest("stranger").request("join", "room", room), "no_such_room");
    }
}
