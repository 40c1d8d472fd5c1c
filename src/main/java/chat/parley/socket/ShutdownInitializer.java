package chat.parley.socket;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.util.Set;

/**
 * Registers {@link ShutdownListener} after everybody else's listeners, so that it is told first when the application stops.
 * WildFly's own WebSocket listener closes all sessions with 1001; one declared by annotation would only come after it.
 */
public final class ShutdownInitializer implements ServletContainerInitializer {
    @Override
    public void onStartup(Set<Class<?>> none, ServletContext context) {
        context.addListener(ShutdownListener.class);
    }
}
