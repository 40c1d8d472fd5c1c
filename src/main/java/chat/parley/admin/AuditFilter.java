package chat.parley.admin;

import chat.parley.model.Actor;
import chat.parley.room.AuditEntry;
import chat.parley.room.AuditLog;
import chat.parley.room.Time;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;

/** Writes into the audit log what an administrator has done over REST. What moderators do too, and what concerns tokens, is written where it is done. */
@Provider
@SuppressWarnings("NullAway.Init") // the container injects
public class AuditFilter implements ContainerResponseFilter {
    private static final String NOTED_ALREADY = "acts|tokens(/.*)?";
    private static final Logger LOG = System.getLogger("chat.parley.admin");

    @Inject
    AuditLog audit;

    @Inject
    Time time;

    @Override
    public void filter(ContainerRequestContext asked, ContainerResponseContext answer) {
        // One server begins it with a slash, the other does not.
        String path = asked.getUriInfo().getPath().replaceFirst("^/", "");
        String method = asked.getMethod();
        if (!(asked.getProperty(ApiFilter.ACTOR) instanceof Actor actor)) {
            return;
        }
        if (method.equals("GET")
                || method.equals("HEAD")
                || path.matches(NOTED_ALREADY)
                || answer.getStatus() / 100 != 2) {
            return;
        }
        audit.append(new AuditEntry(
                        0,
                        time.now(),
                        actor.name(),
                        actor.kind().name().toLowerCase(Locale.ROOT),
                        actor.address(),
                        method.toLowerCase(Locale.ROOT),
                        path,
                        "",
                        "",
                        AuditEntry.DONE))
                .whenComplete((entry, failure) -> {
                    if (failure != null) {
                        LOG.log(Level.WARNING, "Not in the audit log: " + method + " " + path + " by " + actor.name());
                    }
                });
    }
}
