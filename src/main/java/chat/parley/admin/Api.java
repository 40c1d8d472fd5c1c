package chat.parley.admin;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The REST resources, for administrators' programs and the admin page. {@code /parley/api/openapi.yaml} describes them. */
@ApplicationPath(ApiFilter.PATH)
public class Api extends Application {
    /** All there are: none comes by being found. */
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                FiguresResource.class,
                RosterResource.class,
                OperationsResource.class,
                SettingsResource.class,
                ActsResource.class,
                TokensResource.class,
                AuditFilter.class,
                OpenApiResource.class,
                Failures.class);
    }
}
