package chat.parley.socket;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.Caller;
import chat.parley.model.Role;
import chat.parley.settings.TrustedProxies;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallersTest {

    @Test
    void whom_the_server_did_not_sign_in_is_a_guest_without_roles() {
        assertThat(caller(new FakeRequest())).isEqualTo(new Caller("", "192.0.2.7", Set.of()));
    }

    @Test
    void whom_the_server_signed_in_is_a_member_with_those_of_its_roles_that_are_ours() {
        assertThat(caller(new FakeRequest().signedIn("ada", "staff", "parley-moderator")))
                .isEqualTo(new Caller("ada", "192.0.2.7", Set.of(Role.MODERATOR)));
        assertThat(caller(new FakeRequest().signedIn("root", "parley-admin", "parley-moderator"))
                        .roles())
                .containsExactlyInAnyOrder(Role.values());
    }

    @Test
    void the_address_is_the_nearest_that_is_no_proxy_of_ours() {
        FakeRequest request = new FakeRequest().from("10.0.0.1").header("X-Forwarded-For", "203.0.113.5, 10.0.0.9");

        assertThat(caller(request, "10.0.0.0/8").address()).isEqualTo("203.0.113.5");
        assertThat(caller(request).address()).isEqualTo("10.0.0.1");
    }

    private static Caller caller(FakeRequest request, String... trustedProxies) {
        return new Callers(new TrustedProxies(Set.of(trustedProxies))).of(request.request());
    }
}
