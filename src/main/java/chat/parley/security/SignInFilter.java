package chat.parley.security;

import chat.parley.settings.LiveSettings;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Watches over those who are signed in, request by request, and tells pages who reads them: {@code member}, their name
 * or null, {@code signOutToken}, what a form must bring that signs them out, and {@code guests}, whether others may
 * chat.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
@SuppressWarnings("NullAway.Init") // the container injects
public class SignInFilter extends HttpFilter {
    private static final long serialVersionUID = 1;

    /** The styles and modules of a page: they come with every page, and nobody's name is in them. */
    private static final String ASSETS = "/assets";

    /** In requests of the admin page, and {@link #POLL} where nobody has touched it: they would keep a session for good. */
    private static final String REQUEST = "X-Parley-Request";

    private static final String POLL = "poll";

    @Inject
    @SuppressWarnings("serial") // nobody serialises filters
    SignIns signIns;

    @Inject
    @SuppressWarnings("serial")
    LiveSettings settings;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!request.getServletPath().equals(ASSETS)) {
            HttpSession session = request.getUserPrincipal() == null ? null : request.getSession(false);
            HttpSignIn signIn = session == null || isSignedInByStrangers(request, session) ? null : signIns.of(session);
            if (session != null && (signIn == null || !signIn.lasts())) {
                end(request, session, signIn);
                Redirect.to(response, request.getContextPath() + SignInServlet.SIGN_IN);
                return;
            }
            request.setAttribute("guests", settings.now().guests());
            if (signIn != null) {
                if (!POLL.equals(request.getHeader(REQUEST))) {
                    signIn.active();
                }
                request.setAttribute("member", request.getUserPrincipal().getName());
                request.setAttribute("signOutToken", signIn.token());
            }
        }
        chain.doFilter(request, response);
    }

    /**
     * Leaves the session to nobody. One in which a sign-in has just ended is not invalidated: the container would close the connections
     * that are left, with 1008, before the heartbeat tells them.
     */
    private void end(HttpServletRequest request, HttpSession session, @Nullable HttpSignIn ended)
            throws ServletException {
        if (ended == null) {
            session.invalidate();
        } else {
            request.logout();
            signIns.end(ended, session);
        }
    }

    /**
     * Whether another site's page has sent name and password, so that who sits here would chat, unknowing, as somebody else. The
     * container takes them without asking where they come from. But by SameSite no session comes along with such a request,
     * so the one it begins has never been shown our form.
     */
    private static boolean isSignedInByStrangers(HttpServletRequest request, HttpSession session) {
        return HttpServletRequest.FORM_AUTH.equals(request.getAuthType())
                && session.getAttribute(SignInServlet.FORM_SHOWN) == null;
    }
}
