package chat.parley.room;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** How many there are now. Safe for use by all threads; no client proxy, for management threads belong to no application. */
@Singleton
public class Census {
    private final Connections connections;
    private final People people;
    private final Rooms rooms;

    @Inject
    Census(Connections connections, People people, Rooms rooms) {
        this.connections = connections;
        this.people = people;
        this.rooms = rooms;
    }

    /** Connections that take part. */
    public int connections() {
        return connections.count();
    }

    /** People logged in, each counted once. */
    public int people() {
        return people.count();
    }

    /** Rooms that somebody is in. */
    public int rooms() {
        return rooms.count();
    }
}
