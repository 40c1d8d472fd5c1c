package chat.parley.security;

import chat.parley.model.Caller;
import chat.parley.room.BotTokens;
import chat.parley.room.FailedSignIns;
import chat.parley.room.LogException;
import chat.parley.settings.LiveSettings;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Knows bots by the tokens they send (RFC 6750). Whoever sends a token that is none is refused, and never taken for a guest.
 *
 * <p>Declared in {@code web.xml}, before all filters that declare themselves: they ask the request who it is from.
 */
@SuppressWarnings({"NullAway.Init", "serial"}) // the container injects, and nobody serialises filters
public class BearerFilter extends HttpFilter {
    private static final String SCHEME = "Bearer";
    private static final String RETRY_SECONDS = "2";
    private static final long serialVersionUID = 1;

    @Inject
    BotTokens tokens;

    @Inject
    FailedSignIns failures;

    @Inject
    LiveSettings settings;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String secret = secret(request.getHeader("Authorization"));
        if (secret == null) {
            chain.doFilter(request, response);
            return;
        }
        Caller bot;
        try {
            bot = tokens.admit(secret);
        } catch (LogException unknown) {
            response.setHeader("Retry-After", RETRY_SECONDS);
            refuse(response, 503, "Service Unavailable", "tokens cannot be read just now");
            return;
        }
        if (bot == null) {
            String address = settings.now().proxies().addressOf(request);
            failures.wrongToken(address, request.getServletPath());
            response.setHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
            refuse(response, 401, "Unauthorized", "no such token, or it has expired or was revoked");
        } else {
            chain.doFilter(new BotRequest(request, bot), response);
        }
    }

    /** Null when that is no token. Schemes are written in any case. */
    private static @Nullable String secret(@Nullable String header) {
        if (header == null) {
            return null;
        }
        String[] words = header.strip().split(" +", 2);
        if (!words[0].equalsIgnoreCase(SCHEME)) {
            return null;
        }
        return words.length == 1 ? "" : words[1];
    }

    /** As RFC 9457 has it. */
    private static void refuse(HttpServletResponse response, int status, String title, String why) throws IOException {
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/problem+json");
        response.getWriter()
                .print("{\"status\":" + status + ",\"title\":\"" + title + "\",\"detail\":\"" + why + "\"}");
    }
}
