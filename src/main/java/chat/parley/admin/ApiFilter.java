package chat.parley.admin;

import chat.parley.model.Actor;
import chat.parley.room.FailedSignIns;
import chat.parley.settings.LiveSettings;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Lets administrators alone to the REST resources: whatever the container sends to them has passed here. */
@WebFilter(urlPatterns = ApiFilter.PATH + "/*", asyncSupported = true)
@SuppressWarnings({"serial", "NullAway.Init"}) // nobody serialises filters, and the container injects
public class ApiFilter extends HttpFilter {
    static final String PATH = "/api";

    /** Where the request keeps who acts: when an answer comes late, whoever HTTP Basic has named is forgotten. */
    static final String ACTOR = "parley.actor";

    private static final Logger LOG = System.getLogger("chat.parley.admin");
    private static final long serialVersionUID = 1;

    @Inject
    LiveSettings settings;

    @Inject
    FailedSignIns failures;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String address = settings.now().proxies().addressOf(request);
        Access administrator = new Access(request, response, address, failures);
        try {
            if (administrator.admitsAdministrator()) {
                response.setHeader("Cache-Control", "no-store");
                request.setAttribute(ACTOR, Subjects.actor(request, address));
                note(request, address);
                chain.doFilter(request, response);
            }
        } finally {
            administrator.forget();
        }
    }

    /** The administrator whom this has let through. */
    static Actor actor(HttpServletRequest request) {
        return (Actor) request.getAttribute(ACTOR);
    }

    /** Who does what from where; the resource as it was written, so that nobody writes lines of the log by it. */
    private static void note(HttpServletRequest request, String address) {
        boolean changes = !Access.isSafe(request);
        LOG.log(
                changes ? Level.INFO : Level.DEBUG,
                () -> "Administrator " + request.getUserPrincipal().getName() + " from " + address + ": "
                        + request.getMethod() + " " + request.getRequestURI());
    }
}
