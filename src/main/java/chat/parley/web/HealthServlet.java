package chat.parley.web;

import chat.parley.room.MessageLog;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
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
public class HealthServlet extends HttpServlet {
    static final String LIVE = "/health/live";
    static final String READY = "/health/ready";
    private static final long serialVersionUID = 1;

    @Inject
    @SuppressWarnings("serial") // nobody serialises servlets
    MessageLog log;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        MessageLog.Health history = log.health();
        boolean up = history.trouble().isEmpty() || request.getServletPath().equals(LIVE);
        response.setStatus(up ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        JsonObject body = Json.createObjectBuilder()
                .add("status", status(up))
                .add(
                        "checks",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("name", "history")
                                        .add("status", status(history.trouble().isEmpty()))
                                        .add(
                                                "data",
                                                Json.createObjectBuilder()
                                                        .add("kind", history.durable() ? "durable" : "memory"))))
                .build();
        response.getWriter().write(body.toString());
    }

    private static String status(boolean up) {
        return up ? "UP" : "DOWN";
    }
}
