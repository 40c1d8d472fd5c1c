package chat.parley.socket;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.Caller;
import chat.parley.model.Role;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource({
        "::1, 0:0:0:0:0:0:0:1",
        "0:0:0:0:0:0:0:1, 0:0:0:0:0:0:0:1",
        "fe80::1%eth0, fe80:0:0:0:0:0:0:1",
        "::ffff:192.0.2.9, 192.0.2.9",
        "unix:, unix:",
        "'', ''"
    })
    void an_address_comes_in_one_form(String remote, String address) {
        assertThat(caller(new FakeRequest().from(remote)).address()).isEqualTo(address);
    }

    @Nested
    class Behind_proxies {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "203.0.113.5                         | 203.0.113.5",
                    "6.6.6.6, 203.0.113.5                | 203.0.113.5",
                    "6.6.6.6, 203.0.113.5, 10.0.0.9      | 203.0.113.5",
                    "10.0.0.8, 203.0.113.5,10.0.0.9      | 203.0.113.5",
                    "203.0.113.5:4711                    | 203.0.113.5",
                    "[2001:db8::5]:4711                  | 2001:db8:0:0:0:0:0:5",
                    "[2001:db8::5]                       | 2001:db8:0:0:0:0:0:5",
                    "2001:DB8::5                         | 2001:db8:0:0:0:0:0:5",
                    "10.0.0.8, 10.0.0.9                  | 10.0.0.8",
                    "unknown, 10.0.0.9                   | 10.0.0.9",
                    "203.0.113.5, unknown                | 10.0.0.1",
                    "203.0.113.5, proxy.example.org      | 10.0.0.1",
                    "203.0.113.5,                        | 203.0.113.5",
                    "''                                  | 10.0.0.1"
                })
        void the_caller_is_the_nearest_that_is_no_proxy_of_ours(String forwardedFor, String address) {
            assertThat(caller(new FakeRequest().from("10.0.0.1").header("X-Forwarded-For", forwardedFor), "10.0.0.0/8")
                            .address())
                    .isEqualTo(address);
        }

        @Test
        void lines_of_the_header_count_in_their_order() {
            FakeRequest request = new FakeRequest()
                    .from("10.0.0.1")
                    .header("X-Forwarded-For", "6.6.6.6")
                    .header("X-Forwarded-For", "203.0.113.5");

            assertThat(caller(request, "10.0.0.1").address()).isEqualTo("203.0.113.5");
        }

        @Test
        void nobody_else_is_believed() {
            FakeRequest request = new FakeRequest().from("192.0.2.7").header("X-Forwarded-For", "203.0.113.5");

            assertThat(caller(request, "10.0.0.0/8").address()).isEqualTo("192.0.2.7");
            assertThat(caller(request).address()).isEqualTo("192.0.2.7");
        }

        @Test
        void without_the_header_the_proxy_itself_calls() {
            assertThat(caller(new FakeRequest().from("10.0.0.1"), "10.0.0.1").address())
                    .isEqualTo("10.0.0.1");
        }
    }

    private static Caller caller(FakeRequest request, String... trustedProxies) {
        return new Callers(Set.of(trustedProxies)).of(request.request());
    }
}
