package chat.parley.socket;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.settings.TrustedProxies;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {

    private static final Set<String> ALLOWED = Set.of("https://portal.example.org", "http://localhost:3000");

    @Test
    void a_program_sends_no_origin_and_is_admitted() {
        assertThat(admits(new FakeRequest().header("Host", "chat.example.org"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8080, 127.0.0.1:8080",
        "https://chat.example.org, chat.example.org",
        "https://chat.example.org, chat.example.org:443",
        "http://chat.example.org, Chat.Example.org",
        "http://[::1]:8080, [::1]:8080"
    })
    void parleys_own_pages_are_admitted(String origin, String host) {
        assertThat(admits(new FakeRequest().header("Host", host).header("Origin", origin)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://portal.example.org", "https://PORTAL.example.org:443", "http://localhost:3000"})
    void allowed_origins_are_admitted(String origin) {
        assertThat(admits(new FakeRequest().header("Host", "chat.example.org").header("Origin", origin)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "",
                "https://evil.example",
                "http://portal.example.org",
                "https://portal.example.org:8443",
                "https://chat.example.org:8443",
                "https://chat.example.org.evil.example",
                "https://evil.example/chat.example.org",
                "https://chat.example.org@evil.example",
                "file://",
                "http://localhost:3001"
            })
    void other_origins_are_not(String origin) {
        assertThat(admits(new FakeRequest().header("Host", "chat.example.org").header("Origin", origin)))
                .isFalse();
    }

    @Test
    void two_origins_are_none() {
        assertThat(admits(new FakeRequest()
                        .header("Host", "chat.example.org")
                        .header("Origin", "https://chat.example.org")
                        .header("Origin", "https://chat.example.org")))
                .isFalse();
    }

    @Test
    void without_a_host_no_page_is_parleys_own() {
        assertThat(admits(new FakeRequest().header("Origin", "https://chat.example.org")))
                .isFalse();
    }

    @Nested
    class Behind_a_proxy_that_changes_the_host {

        private final FakeRequest request = new FakeRequest()
                .header("Host", "10.0.0.5:8080")
                .header("X-Forwarded-Host", "chat.example.org, inner.example.org")
                .header("Origin", "https://chat.example.org");

        @Test
        void parleys_own_pages_are_admitted_when_the_proxy_is_trusted() {
            assertThat(admits(request.from("10.0.0.1"), "10.0.0.1")).isTrue();
        }

        @Test
        void nobody_else_is_believed() {
            assertThat(admits(request.from("10.0.0.2"), "10.0.0.1")).isFalse();
            assertThat(admits(request.from("10.0.0.1"))).isFalse();
        }
    }

    private static boolean admits(FakeRequest request, String... trustedProxies) {
        return new Origins(ALLOWED, new TrustedProxies(Set.of(trustedProxies))).admits(request.request());
    }
}
