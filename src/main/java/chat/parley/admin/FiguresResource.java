package chat.parley.admin;

import chat.parley.room.Instruments;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** All figures, read at one moment. */
@Path("figures")
@Produces(MediaType.APPLICATION_JSON)
@SuppressWarnings("NullAway.Init") // the container injects
public class FiguresResource {
    @Inject
    Instruments instruments;

    @GET
    public Instruments.Reading figures() {
        return instruments.read();
    }
}
