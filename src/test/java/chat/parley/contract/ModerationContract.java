package chat.parley.contract;

import static chat.parley.contract.Scenario.assertError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.model.Role;
import chat.parley.testing.ChatClient;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** PROTOCOL.md, Moderating: what members with a role do to people. Wants a server that takes the test's word for who is signed in. */
interface ModerationContract extends Scenario {

    @Test
    default void a_member_is_told_their_roles_and_nobody_else_has_any() {
        ChatClient both = stage().caller(stage().name("both"), "", Role.ADMIN, Role.MODERATOR);
        assertThat(both.login("ignored").getJsonArray("roles"))
                .isEqualTo(
                        Json.createArrayBuilder(List.of("admin", "moderator")).build());
        assertThat(stage().stranger().login(stage().name("ada")).getJsonArray("roles"))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    default void who_is_kicked_out_of_a_room_is_told_and_may_come_back(Role role) {
        ChatClient grace = stage().member("grace", role);
        ChatClient ada = stage().guest("ada");
        ChatClient other = stage().again(ada);
        String room = stage().room();
        String elsewhere = stage().room();
        for (ChatClient client : List.of(grace, ada, other)) {
            client.join(room);
        }
        ada.join(elsewhere);
        awaitThere(grace, room, ada.name());
        act(grace, "kick", "room", room, "user", guest(ada), "reason", "Enough");
        for (ChatClient tab : List.of(ada, other)) {
            JsonObject removed = tab.await("removed", room);
            assertThat(removed.getString("why")).isEqualTo("kicked");
            assertThat(removed.getString("by")).isEqualTo(grace.name());
            assertThat(removed.getString("reason")).isEqualTo("Enough");
            assertError(tab.request("say", "room", room, "text", "still here?"), "not_joined");
        }
        awaitGone(grace, room, ada.name());
        ada.say(elsewhere, "here I am still");
        ada.join(room);
        ada.say(room, "back");
        grace.awaitMessage(room, "back");
    }

    @Test
    default void who_is_kicked_off_the_server_loses_all_connections_at_once_and_may_come_back() {
        ChatClient grace = stage().member("grace", Role.MODERATOR);
        ChatClient ada = stage().guest("ada");
        ChatClient other = stage().again(ada);
        String room = stage().room();
        grace.join(room);
        ada.join(room);
        awaitThere(grace, room, ada.name());
        act(grace, "kick", "user", guest(ada), "reason", "Enough");
        for (ChatClient tab : List.of(ada, other)) {
            assertThat(tab.awaitClose().code()).isEqualTo(4504);
            JsonObject bye = tab.await("bye");
            assertThat(bye.getString("reason")).contains("Enough");
            assertThat(bye.getBoolean("reconnect")).isFalse();
        }
        awaitGone(grace, room, ada.name());
        stage().again(ada).join(room);
    }

    @Test
    default void who_is_not_there_cannot_be_kicked() {
        ChatClient grace = stage().member("grace", Role.MODERATOR);
        ChatClient ada = stage().guest("ada");
        String room = stage().room();
        grace.join(room);
        assertError(request(grace, "kick", "user", guest(stage().name("nobody"))), "not_found");
        assertError(request(grace, "kick", "user", member(ada.name())), "not_found");
        assertError(request(grace, "kick", "user", guest(ada), "room", room), "not_found");
    }

    @Test
    default void a_banned_guest_is_closed_and_stays_out_until_unbanned() {
        ChatClient grace = stage().member("grace", Role.MODERATOR);
        ChatClient ada = stage().guest("ada");
        act(grace, "ban", "user", guest(ada), "reason", "Spam");
        assertThat(ada.awaitClose().code()).isEqualTo(4505);
        assertThat(ada.await("bye").getString("reason")).contains("Spam");

        for (int i = 0; i < 2; i++) {
            ChatClient again = stage().stranger();
            JsonObject error = again.request("login", "name", ada.name().toUpperCase(java.util.Locale.ROOT));
            assertError(error, "banned");
            assertThat(error.getString("message")).contains("Spam");
            assertThat(error).doesNotContainKey("retryAfterMs");
            assertThat(again.awaitClose().code()).isEqualTo(4505);
        }
        stage().guest("other");

        act(grace, "unban", "user", guest(ada));
        stage().again(ada).join(stage().room());
        assertError(request(grace, "unban", "user", guest(ada)), "not_found");
    }

    @Test
    default void a_ban_ends_by_itself_when_its_time_is_over() {
        ChatClient grace = stage().member("grace", Role.MODERATOR);
        String name = stage().name("ada");
        Instant until = Instant.now().plusSeconds(3);
        act(grace, "ban", "user", guest(name), "until", until.toString());
        JsonObject error = stage().stranger().request("login", "name", name);
        if (error.getString("type").equals("error")) {
            assertError(error, "banned");
            assertThat(error.getInt("retryAfterMs")).isBetween(1, 3_000);
        }
        await().until(() -> stage().stranger()
                .request("login", "name", name)
                .getString("type")
                .equals("welcome"));
        assertThat(Instant.now()).isAfter(until);
    }

    @Test
    default void a_second_ban_takes_the_place_of_the_first() {
        ChatClient grace = stage().member("grace", Role.MODERATOR);
        String name = stage().name("ada");
        act(grace, "ban", "user", guest(name), "reason", "for ever");
        act(grace, "ban", "user", guest(name), "reason", "for an hour", "until", inAnHour());
        JsonObject error = stage().stranger().request("login", "name", name);
        assertThat(error.getString("message")).contains("for an hour");
        assertThat(error.getInt("retryAfterMs")).isBetween(1, 3_600_000);
        act(grace, "unban", "user", guest(name));
        stage().stranger().login(name);
    }

    @Test
    default void a_ban_is_for_a_time_to_come() {
        ChatClient grace = stage().member("grace", Role.MODERATOR);
        String name = stage().name("ada");
        assertError(
                request(
                        grace,
                        "ban",
                        "user",
                        guest(name),
                        "until",
                        Instant.now().minusSeconds(1).toString()),
                "bad_message");
        stage().stranger().login(name);
    }

    @Test
    default void a_guest_and_a_member_of_one_name_are_two_people() {
        ChatClient grace = stage().member("grace", Role.MODERATOR);
        ChatClient ada = stage().member("ada");
        act(grace, "ban", "user", guest(ada.name()));
        stage().caller(ada.name(), "").login(ada.name());
        ada.request("ping");
        act(grace, "ban", "user", member(ada.name()));
        assertThat(ada.awaitClose().code()).isEqualTo(4505);
        act(grace, "unban", "user", guest(ada.name()));
        // Who is signed in need not say a word to be known
        assertThat(stage().caller(ada.name(), "").awaitClose().code()).isEqualTo(4505);
        stage().stranger().login(stage().name("ada"));
    }

    @Test
    default void a_banned_address_is_closed_before_it_says_anything_and_so_is_a_block() {
        ChatClient grace = stage().member("grace", Role.MODERATOR);
        ChatClient ada = stage().caller("", "192.0.2.7");
        ada.login(stage().name("ada"));
        ChatClient silent = stage().caller("", "192.0.2.7");
        ChatClient neighbour = stage().caller("", "192.0.2.8");
        act(grace, "ban", "address", "192.0.2.7", "reason", "Spam");
        assertThat(ada.awaitClose().code()).isEqualTo(4505);
        assertThat(silent.awaitClose().code()).isEqualTo(4505);
        assertThat(stage().caller("", "192.0.2.7").awaitClose().code()).isEqualTo(4505);
        neighbour.request("ping");

        act(grace, "ban", "address", "192.0.2.200/24");
        assertThat(neighbour.awaitClose().code()).isEqualTo(4505);
        act(grace, "unban", "address", "192.0.2.0/24");
        act(grace, "unban", "address", "192.0.2.7");
        stage().caller("", "192.0.2.7").login(stage().name("ada"));
        assertError(request(grace, "ban", "address", "example.org"), "bad_message");
        assertError(request(grace, "ban", "address", "192.0.2.7", "user", guest("ada")), "bad_message");
        assertError(request(grace, "ban"), "bad_message");
    }

    @Test
    default void who_is_muted_in_a_room_says_nothing_there_and_sets_no_topic() {
        ChatClient grace = stage().member("grace", Role.MODERATOR);
        ChatClient ada = stage().guest("ada");
        String room = stage().room();
        String elsewhere = stage().room();
        grace.join(room);
        ada.join(room);
        ada.join(elsewhere);
        act(grace, "mute", "room", room, "user", guest(ada), "reason", "Calm down");
        JsonObject error = ada.request("say", "room", room, "text", "but");
        assertError(error, "muted");
        assertThat(error.getString("message")).contains("Calm down");
        assertThat(error).doesNotContainKey("retryAfterMs");
        assertError(ada.request("topic", "room", room, "topic", "but"), "muted");
        ada.send("typing", "room", room);
        ada.say(elsewhere, "here I may");
        act(grace, "unmute", "room", room, "user", guest(ada));
        ada.say(room, "again");
        grace.awaitMessage(room, "again");
        assertThat(grace.all("typing", room)).isEmpty();
        assertError(request(grace, "unmute", "room", room, "user", guest(ada)), "not_found");
    }

    @Test
    default void who_is_muted_everywhere_says_nothing_anywhere_also_after_coming_back() {
        ChatClient grace = stage().member("grace", Role.MODERATOR);
        ChatClient ada = stage().guest("ada");
        act(grace, "mute", "user", guest(ada), "until", inAnHour());
        ada.drop();
        ChatClient back = stage().again(ada);
        String room = stage().room();
        back.join(room);
        JsonObject error = back.request("say", "room", room, "text", "but");
        assertError(error, "muted");
        assertThat(error.getInt("retryAfterMs")).isBetween(1, 3_600_000);
        assertError(request(grace, "unmute", "room", room, "user", guest(ada)), "not_found");
        act(grace, "unmute", "user", guest(ada));
        back.say(room, "at last");
    }

    @Test
    default void a_moderator_does_nothing_to_an_administrator() {
        ChatClient grace = stage().member("grace", Role.MODERATOR);
        ChatClient root = stage().member("root", Role.ADMIN);
        String room = stage().room();
        root.join(room);
        for (String act : List.of("kick", "ban", "mute")) {
            assertError(request(grace, act, "user", member(root.name())), "forbidden");
        }
        assertError(request(grace, "kick", "user", member(root.name()), "room", room), "forbidden");
        root.say(room, "unmoved");

        ChatClient chief = stage().member("chief", Role.ADMIN);
        act(chief, "mute", "user", member(root.name()));
        assertError(root.request("say", "room", room, "text", "but"), "muted");
        act(chief, "unmute", "user", member(root.name()));
    }

    @Test
    default void a_moderators_word_does_not_hold_for_an_administrator_who_was_away() {
        ChatClient grace = stage().member("grace", Role.MODERATOR);
        String name = stage().name("root");
        act(grace, "ban", "user", member(name));
        act(grace, "mute", "user", member(name));
        act(grace, "ban", "address", "192.0.2.77");
        ChatClient root = stage().caller(name, "192.0.2.77", Role.ADMIN);
        root.login(name);
        String room = stage().room();
        root.join(room);
        root.say(room, "unmoved");
        act(root, "unban", "address", "192.0.2.77");
        assertThat(stage().caller(name, "").awaitClose().code()).isEqualTo(4505);
    }

    @Test
    default void what_an_administrator_decided_no_moderator_changes() {
        ChatClient grace = stage().member("grace", Role.MODERATOR);
        ChatClient root = stage().member("root", Role.ADMIN);
        String name = stage().name("ada");
        act(grace, "ban", "user", guest(name));
        act(root, "ban", "user", guest(name));
        assertError(request(grace, "ban", "user", guest(name), "until", inAnHour()), "forbidden");
        assertError(request(grace, "unban", "user", guest(name)), "forbidden");
        assertError(stage().stranger().request("login", "name", name), "banned");
        act(root, "unban", "user", guest(name));
        stage().stranger().login(name);
    }

    @Test
    default void nobody_acts_on_themselves() {
        ChatClient grace = stage().caller(stage().name("grace"), "192.0.2.99", Role.ADMIN);
        grace.login("ignored");
        for (String act : List.of("kick", "ban", "mute")) {
            assertError(request(grace, act, "user", member(grace.name())), "forbidden");
        }
        assertError(request(grace, "ban", "address", "192.0.2.0/24"), "forbidden");
        grace.join(stage().room());
    }

    @Test
    default void an_announcement_goes_to_a_room_or_to_everybody() {
        ChatClient root = stage().member("root", Role.ADMIN);
        ChatClient ada = stage().guest("ada", ChatClient.LINES);
        ChatClient outside = stage().guest("outside");
        String room = stage().room();
        ada.join(room);
        act(root, "announce", "room", room, "text", " Back at ten ");
        assertThat(ada.await("notice", room).getString("text")).isEqualTo("Back at ten");
        act(root, "announce", "text", "The server restarts at noon");
        for (ChatClient client : List.of(root, ada, outside)) {
            assertThat(client.await("notice").getString("text")).isEqualTo("The server restarts at noon");
        }
        assertThat(outside.all("notice", room)).isEmpty();
        assertError(request(root, "announce", "room", stage().room(), "text", "Anybody?"), "no_such_room");
        assertError(request(root, "announce", "text", " "), "bad_message");
        assertError(request(root, "announce"), "bad_message");
        assertError(request(root, "announce", "text", "x".repeat(251)), "too_long");
        assertError(request(root, "announce", "text", "two\nlines"), "bad_message");
    }

    @Test
    default void a_reason_is_one_line_and_not_too_long() {
        ChatClient grace = stage().member("grace", Role.MODERATOR);
        String name = stage().name("ada");
        assertError(request(grace, "ban", "user", guest(name), "reason", "two\nlines"), "bad_message");
        assertError(request(grace, "ban", "user", guest(name), "reason", "x".repeat(251)), "too_long");
        stage().stranger().login(name);
        act(grace, "ban", "user", guest(name), "reason", "😀".repeat(250));
        assertThat(stage().stranger().request("login", "name", name).getString("message"))
                .contains("😀".repeat(250));
    }

    @Test
    default void whoever_logs_in_while_being_banned_does_not_stay() {
        ChatClient grace = stage().member("grace", Role.MODERATOR);
        List<ChatClient> comers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String name = stage().name("ada");
            ChatClient ada = stage().stranger();
            ada.send("login", "id", "in", "name", name);
            grace.send("moderate", "id", "ban " + name, "act", "ban", "user", guest(name));
            comers.add(ada);
        }
        assertThat(comers).allSatisfy(ada -> assertThat(ada.awaitClose().code()).isEqualTo(4505));
    }

    private static void awaitThere(ChatClient watcher, String room, String name) {
        watcher.await(
                name + " is there",
                object -> object.getString("type").equals("presence")
                        && object.getString("room").equals(room)
                        && object.getJsonArray("joined").toString().contains("\"" + name + "\""));
    }

    private static void awaitGone(ChatClient watcher, String room, String name) {
        watcher.await(
                name + " is gone",
                object -> object.getString("type").equals("presence")
                        && object.getString("room").equals(room)
                        && object.getJsonArray("left").toString().contains("\"" + name + "\""));
    }

    private static String inAnHour() {
        return Instant.now().plusSeconds(3_600).toString();
    }

    /** Does the act, which succeeds. */
    @CanIgnoreReturnValue
    static JsonObject act(ChatClient moderator, String act, Object... fields) {
        JsonObject answer = request(moderator, act, fields);
        assertThat(answer.getString("type")).as("answer %s", answer).isEqualTo("moderated");
        assertThat(answer.getString("act")).isEqualTo(act);
        return answer;
    }

    static JsonObject request(ChatClient who, String act, Object... fields) {
        List<Object> all = new ArrayList<>(List.of("act", act));
        all.addAll(List.of(fields));
        return who.request("moderate", all.toArray());
    }

    static JsonObject guest(ChatClient who) {
        return guest(who.name());
    }

    static JsonObject guest(String name) {
        return user(name, "guest");
    }

    static JsonObject member(String name) {
        return user(name, "member");
    }

    private static JsonObject user(String name, String kind) {
        return Json.createObjectBuilder().add("name", name).add("kind", kind).build();
    }
}
