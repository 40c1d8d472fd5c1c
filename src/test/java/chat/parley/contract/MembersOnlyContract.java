package chat.parley.contract;

import static chat.parley.contract.Scenario.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.ChatClient;
import org.junit.jupiter.api.Test;

/** What those may do whom a real server has signed in, where nobody else may do anything. Wants {@link ContractSuite#GUARDED}. */
interface MembersOnlyContract extends Scenario {

    @Test
    default void members_get_in_and_a_group_of_the_realm_is_a_role() {
        ChatClient ada = stage().member(stage().signedIn("ada", "parley-moderator"));
        ChatClient alan = stage().member(stage().signedIn("alan", "some-other-group"));
        String room = stage().room();
        assertError(alan.request("join", "room", room), "no_such_room");
        ada.join(room);
        alan.join(room);
        alan.say(room, "good morning");
        assertThat(ada.awaitMessage(room, "good morning").getString("from")).isEqualTo("alan");
    }

    @Test
    default void the_page_has_no_form_for_guests() {
        assertThat(stage().nobody().get("").body()).contains("href=\"signin\"").doesNotContain("id=\"name\"");
    }
}
