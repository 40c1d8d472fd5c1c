package chat.parley.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class CallerTest {

    @Test
    void whom_the_server_signed_in_is_a_member() {
        Caller ada = new Caller("ada", "192.0.2.7", Set.of(Role.MODERATOR));

        assertThat(ada.isMember()).isTrue();
        assertThat(ada.getName()).isEqualTo("ada");
    }

    @Test
    void an_unknown_caller_is_a_guest_without_roles() {
        assertThat(Caller.UNKNOWN.isMember()).isFalse();
        assertThat(Caller.UNKNOWN.roles()).isEmpty();
    }

    @Test
    void roles_are_named_as_the_servers_groups() {
        assertThat(Role.values()).extracting(Role::roleName).containsExactly("parley-admin", "parley-moderator");
    }
}
