package chat.parley.admin;

import chat.parley.room.Health;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/**
 * Adds Parley's checks to the server's own {@code /health}, where it has MicroProfile Health. It is the one class that names
 * that; {@code beans.xml} leaves it out where there is none.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // the container injects
class MicroProfileHealth {
    @Inject
    Health health;

    @Produces
    @Liveness
    HealthCheck live() {
        return () -> HealthCheckResponse.named("parley").status(health.isLive()).build();
    }

    @Produces
    @Readiness
    HealthCheck ready() {
        return () -> {
            var response = HealthCheckResponse.named("parley").status(health.isReady());
            for (Health.Check check : health.checks()) {
                response.withData(check.name(), check.up() ? "UP" : "DOWN");
            }
            return response.build();
        };
    }
}
