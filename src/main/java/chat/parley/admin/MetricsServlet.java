package chat.parley.admin;

import chat.parley.room.FailedSignIns;
import chat.parley.settings.AddressRange;
import chat.parley.settings.LiveSettings;
import chat.parley.settings.MetricsAccess;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;

/** The metrics, for whom {@code parley.metrics} says. */
@WebServlet(urlPatterns = "/metrics")
@SuppressWarnings({"serial", "NullAway.Init"}) // nobody serialises servlets, and the container injects
public class MetricsServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Inject
    Metrics metrics;

    @Inject
    LiveSettings settings;

    @Inject
    FailedSignIns failures;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        MetricsAccess access = settings.now().metrics();
        if (access == MetricsAccess.OFF) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (access == MetricsAccess.ANYONE || (access == MetricsAccess.LOOPBACK && isFromHere(request))) {
            super.service(request, response);
        } else {
            String address = settings.now().proxies().addressOf(request);
            Access administrator = new Access(request, response, address, failures);
            try {
                if (administrator.admitsAdministrator()) {
                    super.service(request, response);
                }
            } finally {
                administrator.forget();
            }
        }
    }

    /** By the connection itself; what a proxy passes on was asked by somebody else. */
    private static boolean isFromHere(HttpServletRequest request) {
        boolean passedOn = request.getHeader("X-Forwarded-For") != null
                || request.getHeader("Forwarded") != null
                || request.getHeader("Via") != null;
        return !passedOn
                && AddressRange.address(request.getRemoteAddr())
                        .filter(InetAddress::isLoopbackAddress)
                        .isPresent();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType(Metrics.CONTENT_TYPE);
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(metrics.text());
    }
}
