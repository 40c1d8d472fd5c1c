package chat.parley.room;

import chat.parley.model.User;
import chat.parley.settings.LiveSettings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.PriorityBlockingQueue;

/**
 * Takes a lost connection's user out of rooms and frees the name, a grace period later, so that a page that reloads or a phone
 * that changes networks was never away. Safe for use by all threads.
 */
@Singleton
class Departures {
    private final Queue<Departure> pending = new PriorityBlockingQueue<>();
    private final Rooms rooms;
    private final People people;
    private final LiveSettings settings;
    private final Time time;

    private record Departure(long due, User user, List<Membership> memberships) implements Comparable<Departure> {
        @Override
        public int compareTo(Departure other) {
            return Long.signum(due - other.due);
        }
    }

    @Inject
    Departures(Rooms rooms, People people, LiveSettings settings, Time time) {
        this.rooms = rooms;
        this.people = people;
        this.settings = settings;
        this.time = time;
    }

    /** The connection has ended: nothing reaches it from now on, and its user departs after the grace period. */
    void begin(Connection connection) {
        People.Person person = connection.leave();
        List<Membership> memberships = connection.memberships().detach();
        for (Membership membership : memberships) {
            membership.room().remove(membership);
        }
        if (person != null) {
            long due = time.nanos() + settings.now().presenceGrace().toNanos();
            pending.add(new Departure(due, person.user(), memberships));
        }
    }

    /** Completes the departures that are due. The one due first comes first. */
    void completeDue() {
        Departure next;
        while ((next = pending.peek()) != null && next.due - time.nanos() <= 0) {
            if (pending.remove(next)) {
                complete(next);
            }
        }
    }

    private void complete(Departure departure) {
        for (Membership membership : departure.memberships) {
            depart(membership.room(), departure.user);
        }
        people.release(departure.user);
    }

    /** One connection of the user is out of a room it was in, at once. False when it was not in it any more. */
    boolean withdraw(Membership membership, User user) {
        if (!membership.connection().memberships().remove(membership)) {
            return false;
        }
        membership.room().remove(membership);
        depart(membership.room(), user);
        return true;
    }

    /** One connection of the user is out of the room, at once. */
    void depart(Room room, User user) {
        room.depart(user);
        rooms.release(room);
    }
}
