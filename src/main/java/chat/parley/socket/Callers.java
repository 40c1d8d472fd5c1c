package chat.parley.socket;

import static java.util.stream.Collectors.toUnmodifiableSet;

import chat.parley.model.Caller;
import chat.parley.model.Role;
import chat.parley.model.SignIn;
import chat.parley.settings.TrustedProxies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells who stands behind a request: the user the server signed in, or a guest, and the address they call from. */
final class Callers {
    private final TrustedProxies proxies;

    Callers(TrustedProxies proxies) {
        this.proxies = proxies;
    }

    Caller of(HttpServletRequest request) {
        @Nullable Principal principal = request.getUserPrincipal();
        String address = proxies.addressOf(request);
        return principal == null
                ? new Caller("", address, Set.of())
                : new Caller(
                        principal.getName(),
                        address,
                        Stream.of(Role.values())
                                .filter(role -> request.isUserInRole(role.roleName()))
                                .collect(toUnmodifiableSet()),
                        signIn(request));
    }

    /**
     * A bot's is known with its token. Anybody else's is kept in the HTTP session by whoever watches over it; a client that proves
     * itself with each request has none.
     */
    private static SignIn signIn(HttpServletRequest request) {
        if (request.getUserPrincipal() instanceof Caller known) {
            return known.signIn();
        }
        @Nullable HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(SignIn.class.getName()) instanceof SignIn signIn
                ? signIn
                : SignIn.NONE;
    }
}
