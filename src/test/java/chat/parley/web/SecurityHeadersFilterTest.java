package chat.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityHeadersFilterTest {

    private final Map<String, String> headers = new HashMap<>();
    private String nonce;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "/js/chat.js", "/asyncapi.yaml", "/nowhere", "/ws/more"})
    void everything_a_browser_shows_has_them_before_it_is_written(String path) throws Exception {
        filter(path);

        assertThat(headers)
                .containsEntry(
                        "Content-Security-Policy",
                        "default-src 'none'; script-src 'self' 'nonce-" + nonce
                                + "'; style-src 'self'; img-src 'self'; "
                                + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
                                + "require-trusted-types-for 'script'; trusted-types lit-html dompurify")
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("Referrer-Policy", "no-referrer")
                .containsKey("Permissions-Policy");
    }

    @Test
    void the_nonce_is_128_bits_and_another_each_time() throws Exception {
        filter("/");
        String first = nonce;
        filter("/");

        assertThat(Base64.getDecoder().decode(first)).hasSize(16);
        assertThat(nonce).isNotEqualTo(first);
    }

    @Test
    void what_a_page_is_made_of_has_no_policy_of_its_own() throws Exception {
        filter("/assets");

        assertThat(headers).containsOnlyKeys("X-Content-Type-Options", "Referrer-Policy");
    }

    @Test
    void a_handshake_has_none() throws Exception {
        filter("/ws");

        assertThat(headers).isEmpty();
    }

    private void filter(String path) throws Exception {
        AtomicBoolean passed = new AtomicBoolean();
        headers.clear();
        HttpServletRequest request = fake(HttpServletRequest.class, (called, arguments) -> switch (called) {
            case "getServletPath" -> path;
            case "setAttribute" -> {
                assertThat(arguments[0]).isEqualTo("nonce");
                nonce = (String) arguments[1];
                yield null;
            }
            default -> throw new UnsupportedOperationException(called);
        });
        HttpServletResponse response = fake(
                HttpServletResponse.class,
                (called, arguments) -> headers.put((String) arguments[0], (String) arguments[1]));
        new SecurityHeadersFilter().doFilter(request, response, (passedOn, answer) -> {
            passed.set(true);
            assertThat(passedOn).isSameAs(request);
            assertThat(headers.isEmpty()).isEqualTo(path.equals("/ws"));
        });

        assertThat(passed).isTrue();
    }

    private static <T> T fake(Class<T> type, BiFunction<String, Object[], Object> answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, called, arguments) -> answer.apply(called.getName(), arguments)));
    }
}
