package chat.parley.socket;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A handshake as a container would hand it over; knows what the filter asks for and nothing else. */
final class FakeRequest {

    private final Map<String, List<String>> headers = new HashMap<>();
    private String remoteAddress = "192.0.2.7";
    private Principal principal;
    private Set<String> roles = Set.of();

    FakeRequest header(String name, String value) {
        headers.computeIfAbsent(name.toLowerCase(Locale.ROOT), n -> new ArrayList<>())
                .add(value);
        return this;
    }

    FakeRequest from(String address) {
        remoteAddress = address;
        return this;
    }

    FakeRequest signedIn(String name, String... itsRoles) {
        principal = () -> name;
        roles = Set.of(itsRoles);
        return this;
    }

    HttpServletRequest request() {
        return (HttpServletRequest) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "getHeaders" ->
                        Collections.enumeration(
                                headers.getOrDefault(((String) arguments[0]).toLowerCase(Locale.ROOT), List.of()));
                    case "getRemoteAddr" -> remoteAddress;
                    case "getUserPrincipal" -> principal;
                    case "getSession" -> null;
                    case "isUserInRole" -> roles.contains(arguments[0]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
