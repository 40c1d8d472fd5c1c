package chat.parley.admin;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.room.FailedSignIns;
import chat.parley.room.Time;
import chat.parley.settings.LiveSettings;
import chat.parley.settings.Settings;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {

    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, Object> answered = new HashMap<>();
    private String method = "GET";
    private Principal principal;
    private boolean administrator = true;
    private boolean loggedOut;
    private final FailedSignIns failures = new FailedSignIns(LiveSettings.fixed(Settings.defaults()), new Time());

    @Test
    void a_stranger_is_asked_who_they_are() throws Exception {
        assertRefused(401);
        assertThat(answered.get("WWW-Authenticate")).isEqualTo("Basic realm=\"Parley\", charset=\"UTF-8\"");
    }

    @Test
    void our_own_page_asks_by_itself_rather_than_have_the_browser_ask() throws Exception {
        headers.put(Access.OWN_PAGE, "page");
        assertRefused(401);
        assertThat(answered).doesNotContainKey("WWW-Authenticate");
    }

    @Test
    void a_password_that_the_server_knows_is_enough_and_is_forgotten_afterwards() throws Exception {
        headers.put("Authorization", basic("grace:right:with a colon"));
        method = "POST";
        Access access = access();
        assertThat(access.admitsAdministrator()).isTrue();
        access.forget();
        assertThat(loggedOut).isTrue();
    }

    @Test
    void after_too_many_wrong_passwords_not_even_the_right_one_is_looked_at() throws Exception {
        headers.put("Authorization", basic("grace:wrong"));
        for (int i = 0; i < Settings.defaults().failedSignIns(); i++) {
            assertRefused(401);
        }
        headers.put("Authorization", basic("grace:right"));
        assertRefused(429);
        assertThat(Integer.parseInt((String) answered.get("Retry-After"))).isBetween(1, 60);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic !!!", "Bearer abc", "Digest a", "Basic OnJpZ2h0", "Basic Z3JhY2U="})
    void what_is_no_name_and_password_is_nobody(String header) throws Exception {
        headers.put("Authorization", header);
        assertRefused(401);
    }

    @Test
    void a_wrong_password_is_nobody() throws Exception {
        headers.put("Authorization", basic("grace:wrong"));
        assertRefused(401);
    }

    @Test
    void somebody_without_the_role_may_not() throws Exception {
        principal = () -> "alan";
        administrator = false;
        assertRefused(403);
    }

    @Test
    void somebody_signed_in_reads_and_is_not_signed_out() throws Exception {
        principal = () -> "grace";
        Access access = access();
        assertThat(access.admitsAdministrator()).isTrue();
        access.forget();
        assertThat(loggedOut).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "none, none, none, false",
                "page, none, none, true",
                "page, http://chat.example.org, none, true",
                "page, https://evil.example, none, false",
                "page, null, none, false",
                "page, none, same-origin, true",
                "page, none, same-site, false",
                "page, none, cross-site, false",
                "none, http://chat.example.org, same-origin, false"
            })
    void somebody_signed_in_changes_something_by_our_own_page_alone(
            String ownPage, String origin, String site, boolean admitted) throws Exception {
        principal = () -> "grace";
        for (String unsafe : new String[] {"POST", "PUT", "DELETE", "PATCH"}) {
            method = unsafe;
            header(Access.OWN_PAGE, ownPage);
            header("Origin", origin);
            header("Sec-Fetch-Site", site);
            if (admitted) {
                assertThat(access().admitsAdministrator()).as(unsafe).isTrue();
            } else {
                assertRefused(403);
            }
        }
    }

    private void header(String name, String value) {
        if (value != null) {
            headers.put(name, value);
        }
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    private void assertRefused(int status) throws Exception {
        assertThat(access().admitsAdministrator()).isFalse();
        assertThat(answered.get("status")).isEqualTo(status);
        assertThat(answered.get("body").toString()).contains("\"status\":" + status);
    }

    private Access access() {
        headers.put("Host", "chat.example.org");
        return new Access(request(), response(), "192.0.2.7", failures);
    }

    private HttpServletRequest request() {
        return (HttpServletRequest) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {HttpServletRequest.class}, (self, called, arguments) -> {
                    switch (called.getName()) {
                        case "getHeader":
                            return headers.get((String) arguments[0]);
                        case "getMethod":
                            return method;
                        case "getUserPrincipal":
                            return principal;
                        case "isUserInRole":
                            return administrator && arguments[0].equals("parley-admin");
                        case "login":
                            if (!arguments[1].toString().startsWith("right")) {
                                throw new ServletException("no");
                            }
                            principal = () -> (String) arguments[0];
                            return null;
                        case "logout":
                            loggedOut = true;
                            return null;
                        default:
                            return null;
                    }
                });
    }

    private HttpServletResponse response() {
        Writer body = new StringWriter();
        answered.put("body", body);
        return (HttpServletResponse) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {HttpServletResponse.class}, (self, called, arguments) -> {
                    switch (called.getName()) {
                        case "setStatus" -> answered.put("status", arguments[0]);
                        case "setHeader" -> answered.put((String) arguments[0], arguments[1]);
                        default -> {
                            // Of no interest.
                        }
                    }
                    return called.getName().equals("getWriter") ? new PrintWriter(body, true) : null;
                });
    }
}
