package chat.parley.security;

import chat.parley.room.FailedSignIns;
import chat.parley.settings.LiveSettings;
import jakarta.inject.Inject;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Keeps from the server the passwords of those who have to wait. The server looks at what the sign-in form sends before any filter,
 * but after this has been told of the request; what has been read here it finds no more, and refuses as it refuses what is wrong.
 *
 * <p>A password in the address cannot be taken away here. WildFly refuses it whoever sends it, by {@code undertow-handlers.conf};
 * Payara, which has no such place, looks at it.
 */
@WebListener
@SuppressWarnings("NullAway.Init") // the container injects
public class PasswordListener implements ServletRequestListener {
    /** Where the form sends name and password: Jakarta Servlet, 13.6.3. */
    private static final String ACTION = "j_security_check";

    private static final String PAUSE = "chat.parley.pause";

    @Inject
    FailedSignIns failures;

    @Inject
    LiveSettings settings;

    @Override
    public void requestInitialized(ServletRequestEvent event) {
        if (event.getServletRequest() instanceof HttpServletRequest request && sendsPassword(request)) {
            String address = settings.now().proxies().addressOf(request);
            Duration pause = failures.pause(address);
            request.setAttribute(PAUSE, pause);
            if (!pause.isZero()) {
                discardBody(request);
            }
        }
    }

    /** How long whoever sent a password with this request has to wait; null where none was sent. */
    static @Nullable Duration pause(HttpServletRequest request) {
        return (Duration) request.getAttribute(PAUSE);
    }

    /** However it is written: servers decode it, take it below any path, and leave out what follows a semicolon. */
    private static boolean sendsPassword(HttpServletRequest request) {
        String inPath = request.getPathInfo();
        return request.getServletPath().contains(ACTION)
                || (inPath != null && inPath.contains(ACTION))
                || request.getRequestURI().contains(ACTION);
    }

    private static void discardBody(HttpServletRequest request) {
        try {
            request.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
