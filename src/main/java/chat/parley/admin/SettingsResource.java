package chat.parley.admin;

import chat.parley.settings.LiveSettings;
import chat.parley.settings.LiveSettings.Shown;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Settings, with where each value is from. The live ones are changed for as long as the server runs. */
@Path("settings")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SuppressWarnings("NullAway.Init") // the container injects
public class SettingsResource {
    @Inject
    LiveSettings settings;

    /** All of them, in the order of the README. */
    public record All(List<Shown> items) {}

    @GET
    public All settings() {
        return new All(settings.shown());
    }

    @PUT
    @Path("{name}")
    public Shown set(@PathParam("name") String name, String body) {
        return change(name, Body.parse(body).string("value"));
    }

    @DELETE
    @Path("{name}")
    public Shown reset(@PathParam("name") String name) {
        return change(name, null);
    }

    private Shown change(String name, @Nullable String value) {
        try {
            settings.change(name, value);
        } catch (IllegalArgumentException e) {
            throw new Operations.RefusedException(String.valueOf(e.getMessage()));
        }
        return settings.shown().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
