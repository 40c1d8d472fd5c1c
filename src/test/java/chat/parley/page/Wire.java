package chat.parley.page;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import java.util.function.Predicate;

/** The line between one page and its server, which a test may hold, damage or cut. To be laid before the page opens. */
final class Wire {
    private static final Predicate<String> NOTHING = frame -> false;

    private WebSocketRoute atPage;
    private WebSocketRoute atServer;
    private Predicate<String> swallowed = NOTHING;
    private Predicate<String> fatal = NOTHING;
    private int connections;

    private Wire() {}

    static Wire of(Page page) {
        Wire wire = new Wire();
        page.routeWebSocket(url -> url.endsWith("/ws"), wire::connect);
        return wire;
    }

    /** How often the page has connected. */
    int connections() {
        return connections;
    }

    /** The next frame from the server that is such never arrives. */
    void swallowNext(Predicate<String> such) {
        swallowed = such;
    }

    /** Whether that frame has come. */
    boolean hasSwallowed() {
        return swallowed == NOTHING;
    }

    /** The connection breaks in place of the next frame from the server that is such. */
    void breakAtNext(Predicate<String> such) {
        fatal = such;
    }

    /** Tells the page something as the server does. */
    void tell(String frame) {
        atPage.send(frame);
    }

    /** Closes the connection as the server does. */
    void close(int code, String reason) {
        atServer.close(new WebSocketRoute.CloseOptions().setCode(1000));
        atPage.close(new WebSocketRoute.CloseOptions().setCode(code).setReason(reason));
    }

    private void connect(WebSocketRoute page) {
        connections++;
        atPage = page;
        WebSocketRoute server = page.connectToServer();
        atServer = server;
        server.onMessage(frame -> deliver(page, frame.text()));
    }

    private void deliver(WebSocketRoute page, String frame) {
        if (page != atPage) {
            return;
        }
        if (fatal.test(frame)) {
            fatal = NOTHING;
            close(4004, "");
        } else if (swallowed.test(frame)) {
            swallowed = NOTHING;
        } else {
            page.send(frame);
        }
    }
}
