package chat.parley.contract;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.ChatClient;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;

/** PROTOCOL.md, 4502: a server without guests. Wants {@code parley.guests=false}. */
interface UnauthorizedContract extends Scenario {

    @Test
    default void a_bot_gets_in_by_its_token() {
        assertThat(stage().connected(stage().makeBot("news")).login().getString("type"))
                .isEqualTo("welcome");
    }

    @Test
    default void a_guest_is_told_to_sign_in_first_and_closed() {
        ChatClient stranger = stage().stranger();
        stranger.send("login", "id", "1", "name", stage().name("ada"));
        assertThat(stranger.awaitClose().code()).isEqualTo(4502);
        JsonObject bye = stranger.await("bye");
        assertThat(bye.getInt("code")).isEqualTo(4502);
        assertThat(bye.getBoolean("reconnect")).isFalse();
        assertThat(stranger.all()).noneMatch(object -> object.getString("type").equals("welcome"));
        assertThat(stranger.all())
                .filteredOn(object -> object.getString("type").equals("error"))
                .allMatch(object -> object.getString("code").equals("unauthorized"));
    }
}
