package chat.parley.admin;

import chat.parley.room.Roster;
import chat.parley.room.Roster.Connected;
import chat.parley.room.Roster.Occupied;
import chat.parley.room.Roster.Present;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Who is here: connections, rooms and people, a page at a time. */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
@SuppressWarnings("NullAway.Init") // the container injects
public class RosterResource {
    @Inject
    Roster roster;

    @GET
    @Path("connections")
    public Slice.Found<Connected> connections(@BeanParam Slice slice) {
        return slice.of(roster.connections());
    }

    @GET
    @Path("rooms")
    public Slice.Found<Occupied> rooms(@BeanParam Slice slice) {
        return slice.of(roster.rooms());
    }

    @GET
    @Path("people")
    public Slice.Found<Present> people(@BeanParam Slice slice) {
        return slice.of(roster.people());
    }
}
