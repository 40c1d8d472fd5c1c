package chat.parley.web;

import chat.parley.room.Health;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Tells whoever watches over the server, or balances load, whether Parley lives and whether it can do its work: 200 or 503, in
 * the form of MicroProfile Health. What exactly is the matter is not for strangers: it stands in the log and the management
 * bean.
 */
@WebServlet(urlPatterns = {HealthServlet.LIVE, HealthServlet.READY})
@SuppressWarnings({"serial", "NullAway.Init"}) // nobody serialises servlets, and the container injects
public class HealthServlet extends HttpServlet {
    static final String LIVE = "/health/live";
    static final String READY = "/health/ready";
    private static final long serialVersionUID = 1;

    @Inject
    Health health;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean up = request.getServletPath().equals(LIVE) ? health.isLive() : health.isReady();
        response.setStatus(up ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        JsonArrayBuilder checks = Json.createArrayBuilder();
        for (Health.Check check : health.checks()) {
            checks.add(Json.createObjectBuilder()
                    .add("name", check.name())
                    .add("status", status(check.up()))
                    .add("data", Json.createObjectBuilder().add("kind", check.kind())));
        }
        response.getWriter()
                .write(Json.createObjectBuilder()
                        .add("status", status(up))
                        .add("checks", checks)
                        .build()
                        .toString());
    }

    private static String status(boolean up) {
        return up ? "UP" : "DOWN";
    }
}
