package chat.parley.room;

import chat.parley.model.Event;
import chat.parley.model.RoomName;
import chat.parley.model.RoomTopic;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Brings what is stored into the rooms, and fetches from the log what did not come by itself: an event that was stored while
 * its room was left by all and entered again, or that another server stored.
 *
 * <p>Safe for use by all threads; none is blocked.
 */
@Singleton
class Deliveries {
    /** What is on its way comes sooner. */
    private static final long PATIENCE = 200_000_000;

    private static final long RETRY = 1_000_000_000;

    private final Rooms rooms;
    private final MessageLog log;
    private final Workers workers;

    @Inject
    Deliveries(Rooms rooms, MessageLog log, Workers workers) {
        this.rooms = rooms;
        this.log = log;
        this.workers = workers;
    }

    /** An event has been stored. */
    void deliver(Event event) {
        Room room = rooms.find(event.room());
        if (room != null && room.deliver(event)) {
            workers.schedule(() -> fill(room), PATIENCE);
        }
    }

    /** A topic has been stored. */
    void deliver(RoomName name, RoomTopic topic) {
        Room room = rooms.find(name);
        if (room != null) {
            room.tell(topic);
        }
    }

    /** The room may have been made from a head that the log has left behind since. */
    void catchUp(Room room) {
        room.tell(log.topic(room.name()));
        if (room.expect(log.lastSeq(room.name()))) {
            fill(room);
        }
    }

    private void fill(Room room) {
        Room.Gap gap = room.gap();
        if (gap != null) {
            log.read(room.name(), gap.first(), gap.last()).whenComplete((page, failure) -> filled(room, page));
        }
    }

    private void filled(Room room, MessageLog.@Nullable Page page) {
        boolean came = page != null && !page.events().isEmpty();
        if (page != null) {
            page.events().forEach(room::deliver);
        }
        if (rooms.find(room.name()) == room) {
            workers.schedule(() -> fill(room), came ? 0 : RETRY);
        }
    }
}
