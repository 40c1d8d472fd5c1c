package chat.parley.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "10.0.0.0/8, 10.255.0.1",
        "10.0.0.0/8, 10.0.0.0",
        "10.1.2.3/8, 10.9.9.9",
        "0.0.0.0/0, 203.0.113.9",
        "192.0.2.128/25, 192.0.2.255",
        "::1, 0:0:0:0:0:0:0:1",
        "2001:db8::/32, 2001:db8:ffff::1",
        "::ffff:192.0.2.7, 192.0.2.7"
    })
    void a_block_contains_its_addresses(String range, String address) {
        assertThat(AddressRange.parse(range).contains(inet(address))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.8",
        "10.0.0.0/8, 11.0.0.0",
        "192.0.2.128/25, 192.0.2.127",
        "2001:db8::/32, 2001:db9::",
        "::/0, 192.0.2.7",
        "0.0.0.0/0, ::1"
    })
    void a_block_contains_no_others(String range, String address) {
        assertThat(AddressRange.parse(range).contains(inet(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "localhost", "proxy.example.org", "1.2.3", "1.2.3.4.5", "1.2.3.256", "1.2.3.4.", "1.2.3.4/33",
                        "1.2.3.4/",
                "1.2.3.4/-1", "1.2.3.4/8/8", "::1/129", ":", "1:2", "fe80::1%lo", "cafe", "[::1]", "1.2.3.4:80"
            })
    void anything_else_is_refused_without_being_looked_up(String text) {
        assertThatThrownBy(() -> AddressRange.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3/8, 10.0.0.0/8",
        "192.0.2.255/25, 192.0.2.128/25",
        "192.0.2.7/32, 192.0.2.7",
        "2001:DB8::7/32, 2001:db8:0:0:0:0:0:0/32",
        "0.0.0.7/0, 0.0.0.0/0"
    })
    void a_block_is_the_same_whichever_of_its_addresses_was_written(String written, String same) {
        assertThat(AddressRange.parse(written))
                .isEqualTo(AddressRange.parse(same))
                .hasToString(same);
        assertThat(AddressRange.parse(written)).hasSameHashCodeAs(AddressRange.parse(same));
        assertThat(AddressRange.parse(written)).isNotEqualTo(AddressRange.parse("192.0.2.0/24"));
    }

    private static InetAddress inet(String text) {
        return AddressRange.address(text).orElseThrow();
    }
}
