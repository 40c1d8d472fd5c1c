package chat.parley.socket;

import chat.parley.model.Caller;
import chat.parley.room.ChatRoom;
import chat.parley.settings.LiveSettings;
import chat.parley.settings.Settings;
import chat.parley.settings.TrustedProxies;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * Does for each handshake what Jakarta WebSocket 2.1 cannot: refuses pages of other origins with 403, and hands the
 * endpoint who calls, with address and roles, as the session's principal: {@code session.getUserPrincipal()} is a
 * {@link Caller} on every server, for guests too.
 *
 * <p>Both containers upgrade in a filter of their own behind those of the application, and ask the request they are given
 * for its principal; so each session has the one of its own handshake, however many come at once.
 */
@WebFilter(urlPatterns = "/ws", asyncSupported = true)
@SuppressWarnings("NullAway.Init") // the container injects, then calls init
public class HandshakeFilter extends HttpFilter {

    @Inject
    LiveSettings settings;

    @Inject
    ChatRoom chatRoom;

    private volatile @Nullable Rules rules;

    /** What those settings ask for. */
    private record Rules(Settings settings, Callers callers, Origins origins) {
        static Rules of(Settings settings) {
            TrustedProxies proxies = settings.proxies();
            return new Rules(settings, new Callers(proxies), new Origins(settings.allowedOrigins(), proxies));
        }
    }

    private Rules rules() {
        Settings now = settings.now();
        Rules known = rules;
        if (known == null || !known.settings.equals(now)) {
            rules = known = Rules.of(now);
        }
        return known;
    }

    /** The first word of the application's end: next all HTTP sessions go, and containers close their connections with 1008. */
    @Override
    public void destroy() {
        chatRoom.stop();
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Rules current = rules();
        if (!current.origins().admits(request)) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter().print("Pages of this origin may not connect. See parley.allowed-origins.\n");
            return;
        }
        Caller caller = current.callers().of(request);
        chain.doFilter(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public Principal getUserPrincipal() {
                        return caller;
                    }
                },
                response);
    }
}
