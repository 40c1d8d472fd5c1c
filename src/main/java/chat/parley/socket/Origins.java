package chat.parley.socket;

import static java.util.stream.Collectors.toUnmodifiableSet;

import chat.parley.settings.Origin;
import chat.parley.settings.TrustedProxies;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Keeps pages of other origins out. A browser sends the user's cookies with every handshake, whichever page asks for it, and
 * no same-origin policy holds for WebSockets (RFC 6455, 10.2); only {@code Origin} tells, which no page can forge.
 */
final class Origins {

    private final Set<Origin> allowed;
    private final TrustedProxies proxies;

    Origins(Collection<String> allowed, TrustedProxies proxies) {
        this.allowed =
                allowed.stream().map(Origin::parse).flatMap(Optional::stream).collect(toUnmodifiableSet());
        this.proxies = proxies;
    }

    /** A program sends no Origin and is admitted; {@code null}, as of a sandboxed frame, is nobody's origin and is not. */
    boolean admits(HttpServletRequest request) {
        List<String> origins = Collections.list(request.getHeaders("Origin"));
        if (origins.isEmpty()) {
            return true;
        }
        if (origins.size() > 1) {
            return false;
        }
        Optional<Origin> parsed = Origin.parse(origins.get(0));
        return parsed.filter(
                        origin -> allowed.contains(origin) || hosts(request).anyMatch(origin::isAt))
                .isPresent();
    }

    /** Behind a proxy that keeps the name it was called by to itself, the page's own host is in X-Forwarded-Host. */
    private Stream<String> hosts(HttpServletRequest request) {
        Stream<String> host = Collections.list(request.getHeaders("Host")).stream();
        return proxies.passedOn(request)
                ? Stream.concat(
                        host,
                        Collections.list(request.getHeaders("X-Forwarded-Host")).stream()
                                .flatMap(line -> Stream.of(line.split(","))))
                : host;
    }
}
