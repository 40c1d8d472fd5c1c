package chat.parley.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {

    @ParameterizedTest
    @CsvSource({
        "https://chat.example.org, https://chat.example.org",
        "https://chat.example.org:443, https://chat.example.org",
        "http://chat.example.org:80, http://chat.example.org",
        "http://chat.example.org:443, http://chat.example.org:443",
        "HTTP://LocalHost:8080, http://localhost:8080",
        "http://[::1]:8080, http://[::1]:8080",
        "http://192.0.2.7, http://192.0.2.7"
    })
    void an_origin_is_written_as_browsers_do(String text, String origin) {
        assertThat(Origin.parse(text)).map(Origin::toString).contains(origin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "*",
                "example.org",
                "//example.org",
                "https://",
                "https://example.org/",
                "https://example.org/page",
                "https://example.org?",
                "https://example.org#",
                "https://ada@example.org",
                "file:///etc",
                "chrome-extension://abc",
                "ws://example.org",
                "https://*.example.org",
                "https://a.example https://b.example",
                "https://exa mple.org",
                "https://example.org:x"
            })
    void anything_else_is_no_origin(String text) {
        assertThat(Origin.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080, localhost:8080",
        "https://chat.example.org, chat.example.org",
        "https://chat.example.org, CHAT.example.org",
        "https://chat.example.org, chat.example.org:443",
        "http://chat.example.org, chat.example.org:80",
        "http://[::1]:8080, [::1]:8080"
    })
    void an_origin_is_at_its_own_host(String origin, String host) {
        assertThat(Origin.parse(origin).orElseThrow().isAt(host)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080, localhost",
        "http://localhost:8080, localhost:8081",
        "http://localhost, localhost:8080",
        "https://evil.example, chat.example.org",
        "https://chat.example.org.evil.example, chat.example.org",
        "https://chat.example.org, chat.example.org:80",
        "https://chat.example.org, chat.example.org/",
        "https://chat.example.org, ada@chat.example.org",
        "https://chat.example.org, ''"
    })
    void an_origin_is_at_no_other_host(String origin, String host) {
        assertThat(Origin.parse(origin).orElseThrow().isAt(host)).isFalse();
    }

    @Test
    void a_host_has_no_case() {
        assertThat(Origin.parse("https://CHAT.Example.org")).isEqualTo(Origin.parse("https://chat.example.org"));
    }
}
