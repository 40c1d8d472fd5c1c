package chat.parley.contract;

import static chat.parley.contract.ModerationContract.guest;
import static chat.parley.contract.ModerationContract.request;
import static chat.parley.contract.Scenario.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.Act;
import chat.parley.testing.ChatClient;
import jakarta.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** PROTOCOL.md, Moderating: who has no role does none of it, whatever they claim. */
interface NoModeratorContract extends Scenario {

    @ParameterizedTest
    @EnumSource(Act.class)
    default void nobody_without_a_role_moderates(Act act) {
        ChatClient ada = stage().guest("ada");
        ChatClient grace = stage().guest("grace");
        String room = stage().room();
        ada.join(room);
        grace.join(room);
        ada.say(room, "kept");
        for (String claim : new String[] {"ignored", "role", "roles"}) {
            assertError(
                    request(
                            grace,
                            act.wireName(),
                            "room",
                            room,
                            act == Act.BAN || act == Act.UNBAN ? "address" : "user",
                            act == Act.BAN || act == Act.UNBAN ? "127.0.0.1" : guest(ada),
                            "seq",
                            1,
                            "text",
                            "Listen",
                            claim,
                            Json.createArrayBuilder().add("admin").build()),
                    "forbidden");
        }
        ada.say(room, "unmoved");
        grace.awaitMessage(room, "unmoved");
        assertThat(Scenario.texts(Scenario.events(ada.request("history", "room", room))))
                .containsExactly("kept", "unmoved");
    }

    @Test
    default void a_login_comes_first() {
        assertError(request(stage().stranger(), "close", "room", stage().room()), "not_logged_in");
    }

    @Test
    default void an_act_that_there_is_not_is_a_bad_message() {
        assertError(request(stage().guest("ada"), "promote", "user", guest("ada")), "bad_message");
    }
}
