package chat.parley.socket;

import static java.util.stream.Collectors.toUnmodifiableSet;

import chat.parley.model.Caller;
import chat.parley.model.Role;
import chat.parley.model.SignIn;
import chat.parley.settings.AddressRange;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.InetAddress;
import java.security.Principal;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells who stands behind a request: the user the server signed in, or a guest, and the address they call from. */
final class Callers {

    /** An address as proxies write it: with a port, an IPv6 one in brackets then; a zone means nothing elsewhere. */
    private static final Pattern WITH_PORT =
            Pattern.compile("\\[([^\\]]*)\\](?::[0-9]+)?|([0-9.]+):[0-9]+|([0-9A-Fa-f:.]+)(?:%.*)?");

    private final List<AddressRange> trustedProxies;

    Callers(Collection<String> trustedProxies) {
        this.trustedProxies = trustedProxies.stream().map(AddressRange::parse).toList();
    }

    Caller of(HttpServletRequest request) {
        @Nullable Principal principal = request.getUserPrincipal();
        return principal == null
                ? new Caller("", address(request), Set.of())
                : new Caller(
                        principal.getName(),
                        address(request),
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

    boolean isFromTrustedProxy(HttpServletRequest request) {
        return parse(request.getRemoteAddr()).filter(this::isTrusted).isPresent();
    }

    /**
     * The nearest address that is no proxy of ours. Each proxy adds at the right whom it was called by, and what stands
     * further left is the caller's own claim; so the right-most entry that is not trusted is the last one to believe.
     */
    private String address(HttpServletRequest request) {
        Optional<InetAddress> peer = parse(request.getRemoteAddr());
        if (peer.isEmpty()) {
            return request.getRemoteAddr();
        }
        InetAddress nearest = peer.get();
        List<String> forwarded = forwardedFor(request);
        for (int i = forwarded.size() - 1; i >= 0 && isTrusted(nearest); i--) {
            Optional<InetAddress> next = parse(forwarded.get(i));
            if (next.isEmpty()) {
                break;
            }
            nearest = next.get();
        }
        return nearest.getHostAddress();
    }

    private static List<String> forwardedFor(HttpServletRequest request) {
        return Collections.list(request.getHeaders("X-Forwarded-For")).stream()
                .flatMap(line -> Stream.of(line.split(",")))
                .map(String::strip)
                .toList();
    }

    private boolean isTrusted(InetAddress address) {
        return trustedProxies.stream().anyMatch(range -> range.contains(address));
    }

    private static Optional<InetAddress> parse(String text) {
        Matcher form = WITH_PORT.matcher(text);
        return form.matches()
                ? Stream.of(1, 2, 3)
                        .map(form::group)
                        .filter(group -> group != null)
                        .findFirst()
                        .flatMap(AddressRange::address)
                : Optional.empty();
    }
}
