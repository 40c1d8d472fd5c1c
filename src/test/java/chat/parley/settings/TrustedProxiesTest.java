package chat.parley.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustedProxiesTest {
    private static final TrustedProxies NONE = new TrustedProxies(List.of());
    private static final TrustedProxies OURS = new TrustedProxies(List.of("10.0.0.0/8"));

    @ParameterizedTest
    @CsvSource({
        "::1, 0:0:0:0:0:0:0:1",
        "0:0:0:0:0:0:0:1, 0:0:0:0:0:0:0:1",
        "fe80::1%eth0, fe80:0:0:0:0:0:0:1",
        "::ffff:192.0.2.9, 192.0.2.9",
        "unix:, unix:",
        "'', ''"
    })
    void an_address_comes_in_one_form(String peer, String address) {
        assertThat(nearest(NONE, peer)).isEqualTo(address);
    }

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
        assertThat(nearest(OURS, "10.0.0.1", forwardedFor)).isEqualTo(address);
    }

    @Test
    void lines_of_the_header_count_in_their_order() {
        assertThat(nearest(OURS, "10.0.0.1", "6.6.6.6", "203.0.113.5")).isEqualTo("203.0.113.5");
    }

    @Test
    void nobody_else_is_believed() {
        assertThat(nearest(OURS, "192.0.2.7", "203.0.113.5")).isEqualTo("192.0.2.7");
        assertThat(nearest(NONE, "192.0.2.7", "203.0.113.5")).isEqualTo("192.0.2.7");
    }

    @Test
    void without_the_header_the_proxy_itself_calls() {
        assertThat(nearest(OURS, "10.0.0.1")).isEqualTo("10.0.0.1");
    }

    private static String nearest(TrustedProxies proxies, String peer, String... forwardedFor) {
        return proxies.nearest(peer, Collections.enumeration(List.of(forwardedFor)));
    }
}
