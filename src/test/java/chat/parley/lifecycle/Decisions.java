package chat.parley.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.ChatClient;
import chat.parley.testing.RawSocket;
import chat.parley.testing.RestClient;
import chat.parley.testing.ServerProcess;
import chat.parley.testing.SignedIn;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** One of each kind that an administrator can take, to see whether it holds later. */
final class Decisions {
    private static final String PASSWORD = "not-told-1";
    private static final String ADDRESS = "127.0.1.9";
    private static final int BANNED = 4505;

    private final ServerProcess server;
    private final RestClient grace;

    /** Takes them, in that server. */
    Decisions(ServerProcess server) {
        this.server = server;
        server.addUser("grace", PASSWORD, "parley-admin");
        server.addUser("alan", PASSWORD);
        server.addUser("ada", PASSWORD);
        grace = RestClient.of(server.page(), "grace", PASSWORD);
        act("ban", "name", "alan", "kind", "member", "reason", "Enough");
        act("ban", "name", "alan the guest", "kind", "guest");
        act("mute", "name", "alan the loud", "kind", "guest");
        act("close", "room", "attic");
        act("make_private", "room", "cellar");
        act("add_member", "room", "cellar", "name", "ada", "kind", "member");
        act("ban", "address", ADDRESS);
    }

    private void act(String act, String... fields) {
        JsonObjectBuilder body = Json.createObjectBuilder().add("act", act);
        for (int i = 0; i < fields.length; i += 2) {
            body.add(fields[i], fields[i + 1]);
        }
        grace.act("POST", "api/acts", body.build().toString());
    }

    void assertHold() {
        try (ChatClient alan = signedIn("alan");
                ChatClient guest = guest();
                RawSocket stranger = RawSocket.to(server.socket()).from(ADDRESS).open()) {
            assertThat(alan.awaitClose().code()).isEqualTo(BANNED);
            assertThat(code(guest.request("login", "name", "alan the guest"))).isEqualTo("banned");
            assertThat(guest.awaitClose().code()).isEqualTo(BANNED);
            assertThat(stranger.readClose().code()).isEqualTo(BANNED);
        }
        try (ChatClient loud = guest();
                ChatClient ada = signedIn("ada")) {
            loud.login("alan the loud");
            loud.join("lobby");
            assertThat(code(loud.request("say", "room", "lobby", "text", "hello", "id", "1")))
                    .isEqualTo("muted");
            assertThat(code(loud.request("join", "room", "attic"))).isEqualTo("room_closed");
            assertThat(code(loud.request("join", "room", "cellar"))).isEqualTo("no_such_room");
            ada.login();
            ada.join("cellar");
            ada.say("cellar", "still on the list");
        }
        assertThat(grace.get("api/rules").toString()).contains("Enough");
    }

    private static String code(JsonObject answer) {
        return answer.getString("code", answer.getString("type"));
    }

    private ChatClient guest() {
        return ChatClient.connect(server.socket());
    }

    private ChatClient signedIn(String user) {
        return ChatClient.connect(server.socket(), SignedIn.as(server, user, PASSWORD));
    }
}
