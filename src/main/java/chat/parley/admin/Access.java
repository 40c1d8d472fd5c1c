package chat.parley.admin;

import chat.parley.model.Role;
import chat.parley.room.FailedSignIns;
import chat.parley.settings.Origin;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may call what an administrator alone may: a user of the server's realm with the role, known by the session of the sign-in
 * page or by HTTP Basic (RFC 7617). Basic is read here, for {@code web.xml} has one way to log in, and that is the page's.
 *
 * <p>Not for several threads: one for each request.
 */
final class Access {
    /** The page sends it with each call. Another site's page cannot: browsers would ask us first, and we do not answer. */
    static final String OWN_PAGE = "X-Parley-Request";

    private static final String CHALLENGE = "Basic realm=\"Parley\", charset=\"UTF-8\"";
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Set<String> SAFE = Set.of("GET", "HEAD");
    private static final Logger LOG = System.getLogger("chat.parley.admin");

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final String address;
    private final FailedSignIns failures;
    private boolean signedInHere;

    /** @param address where the request comes from */
    Access(HttpServletRequest request, HttpServletResponse response, String address, FailedSignIns failures) {
        this.request = request;
        this.response = response;
        this.address = address;
        this.failures = failures;
    }

    /** True for an administrator's own request; anything else is answered here. */
    boolean admitsAdministrator() throws IOException {
        boolean known = request.getUserPrincipal() != null;
        boolean bySession = known && request.getHeader("Authorization") == null;
        if (!known && !signIn()) {
            return false;
        }
        if (!request.isUserInRole(Role.ADMIN.roleName())) {
            refuse(HttpServletResponse.SC_FORBIDDEN, "the role " + Role.ADMIN.roleName() + " is needed");
            return false;
        }
        if (!isSafe(request) && isForged(bySession)) {
            refuse(
                    HttpServletResponse.SC_FORBIDDEN,
                    "a change asked for by a browser needs the header " + OWN_PAGE
                            + " and comes from Parley's own page");
            return false;
        }
        return true;
    }

    /** Whether it changes nothing. */
    static boolean isSafe(HttpServletRequest request) {
        return SAFE.contains(request.getMethod());
    }

    /** A browser adds cookies, and passwords it has been told once, to what pages of other sites have it send. */
    private boolean isForged(boolean bySession) {
        String origin = request.getHeader("Origin");
        String host = request.getHeader("Host");
        boolean foreign = origin != null
                && Origin.parse(origin)
                        .filter(from -> host != null && from.isAt(host))
                        .isEmpty();
        String site = request.getHeader("Sec-Fetch-Site");
        boolean crossSite = site != null && !site.equals("same-origin") && !site.equals("none");
        return foreign || crossSite || (bySession && request.getHeader(OWN_PAGE) == null);
    }

    /** By HTTP Basic. */
    private boolean signIn() throws IOException {
        String[] credentials = credentials(request.getHeader("Authorization"));
        if (credentials == null) {
            challenge();
            return false;
        }
        Duration pause = failures.pause(address);
        if (!pause.isZero()) {
            response.setHeader("Retry-After", Long.toString(pause.toSeconds() + 1));
            refuse(TOO_MANY_REQUESTS, "too many wrong passwords from this address; wait");
            return false;
        }
        try {
            request.login(credentials[0], credentials[1]);
            signedInHere = true;
            return true;
        } catch (ServletException wrong) {
            failures.wrongPassword(address, request.getServletPath());
            challenge();
            return false;
        }
    }

    private void challenge() throws IOException {
        if (request.getHeader(OWN_PAGE) == null) {
            response.setHeader("WWW-Authenticate", CHALLENGE);
        }
        refuse(HttpServletResponse.SC_UNAUTHORIZED, "sign in as an administrator");
    }

    /** Name and password; null when there are none. */
    private static String @Nullable [] credentials(@Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return null;
        }
        try {
            String text =
                    new String(Base64.getDecoder().decode(header.substring(6).strip()), StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            return colon < 1 ? null : new String[] {text.substring(0, colon), text.substring(colon + 1)};
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    /** Forgets whom HTTP Basic has named, so that no session is left behind of a program that never comes back to it. */
    void forget() {
        if (!signedInHere) {
            return;
        }
        try {
            request.logout();
        } catch (ServletException nobodyThere) {
            LOG.log(Level.DEBUG, "Not signed in any more");
        }
        HttpSession session = request.getSession(false);
        if (session != null && session.isNew()) {
            session.invalidate();
        }
    }

    private void refuse(int status, String why) throws IOException {
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(Problem.CONTENT_TYPE);
        response.getWriter().print(Problem.text(status, why));
    }
}
