package chat.parley.socket;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.Caller;
import chat.parley.model.Role;
import chat.parley.settings.LiveSettings;
import chat.parley.settings.SettingsLoader;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HandshakeFilterTest {

    private final HandshakeFilter filter = new HandshakeFilter();
    private final StringWriter answered = new StringWriter();
    private final AtomicReference<HttpServletRequest> passed = new AtomicReference<>();

    @BeforeEach
    void start() {
        filter.settings = LiveSettings.fixed(SettingsLoader.load(Map.of("parley.trusted-proxies", "10.0.0.1")));
    }

    @Test
    void the_container_is_told_the_caller_as_the_requests_principal() throws Exception {
        shakeHands(new FakeRequest()
                .from("10.0.0.1")
                .header("X-Forwarded-For", "203.0.113.5")
                .signedIn("ada", "parley-admin"));

        assertThat(passed.get().getUserPrincipal()).isEqualTo(new Caller("ada", "203.0.113.5", Set.of(Role.ADMIN)));
        assertThat(answered).asString().isEmpty();
    }

    @Test
    void a_guest_is_a_caller_too() throws Exception {
        shakeHands(new FakeRequest());

        assertThat(passed.get().getUserPrincipal()).isEqualTo(new Caller("", "192.0.2.7", Set.of()));
    }

    @Test
    void a_page_of_another_origin_gets_403_and_never_arrives() throws Exception {
        shakeHands(new FakeRequest().header("Host", "chat.example.org").header("Origin", "https://evil.example"));

        assertThat(passed.get()).isNull();
        assertThat(answered)
                .asString()
                .startsWith("403 text/plain;charset=UTF-8 Pages of this origin may not connect.");
    }

    private void shakeHands(FakeRequest request) throws Exception {
        filter.doFilter(
                request.request(), response(), (passedOn, response) -> passed.set((HttpServletRequest) passedOn));
    }

    private HttpServletResponse response() {
        return (HttpServletResponse) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {HttpServletResponse.class}, (self, method, arguments) -> {
                    switch (method.getName()) {
                        case "setStatus", "setContentType" -> answered.append(arguments[0] + " ");
                        case "getWriter" -> {
                            return new PrintWriter(answered, true);
                        }
                        default -> throw new UnsupportedOperationException(method.getName());
                    }
                    return null;
                });
    }
}
