package chat.parley.admin;

import chat.parley.room.Drain;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** What an administrator does. */
@Path("")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SuppressWarnings("NullAway.Init") // the container injects
public class OperationsResource {
    private static final int USUAL_DRAIN_SECONDS = 30;

    @Inject
    Operations operations;

    @Inject
    Drain drain;

    /** Whether nobody is let in, and how many were sent away by this call. */
    public record Drained(boolean draining, int sentAway) {}

    /** Where on the server something was written. */
    public record Written(String file) {}

    /** The rule a room has now; empty: as the setting says. */
    public record Kept(String retention) {}

    @GET
    @Path("drain")
    public Drained drain() {
        return new Drained(drain.isOn(), 0);
    }

    @PUT
    @Path("drain")
    public Drained drain(String body) {
        long seconds = Body.parse(body).whole("afterSeconds", USUAL_DRAIN_SECONDS);
        return new Drained(true, operations.drain(Duration.ofSeconds(seconds)));
    }

    @DELETE
    @Path("drain")
    public Drained endDrain() {
        operations.endDrain();
        return new Drained(drain.isOn(), 0);
    }

    @PUT
    @Path("rooms/{room}/retention")
    public CompletionStage<Kept> retain(@PathParam("room") String room, String body) {
        return operations.retain(room, Body.parse(body).string("retention")).thenApply(Kept::new);
    }

    @POST
    @Path("rooms/{room}/export")
    public CompletionStage<Written> export(@PathParam("room") String room) {
        return operations.export(room).thenApply(file -> new Written(file.toString()));
    }

    @POST
    @Path("backups")
    public CompletionStage<Written> backUp() {
        return operations.backUp().thenApply(file -> new Written(file.toString()));
    }
}
