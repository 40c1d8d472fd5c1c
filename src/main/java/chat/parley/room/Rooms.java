package chat.parley.room;

import chat.parley.model.RoomName;
import chat.parley.settings.Settings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rooms somebody is in. Invariant: a room is here exactly as long as somebody counts as present in it; an empty one leaves
 * no trace.
 *
 * <p><b>Concurrency:</b> the map makes each change atomic per room.
 */
@Singleton
class Rooms {
    private final ConcurrentMap<RoomName, Tenancy> rooms = new ConcurrentHashMap<>();
    private final MessageLog log;
    private final Settings settings;
    private final Workers workers;
    private final Time time;

    private record Tenancy(Room room, int tenants) {}

    @Inject
    Rooms(MessageLog log, Settings settings, Workers workers, Time time) {
        this.log = log;
        this.settings = settings;
        this.workers = workers;
        this.time = time;
    }

    /** The room, for one more tenant. The log has been opened for that tenant, and {@link #release} closes it. */
    Room retain(RoomName name, MessageLog.Head head) {
        Tenancy kept = rooms.compute(
                name,
                (n, tenancy) -> tenancy == null
                        ? new Tenancy(new Room(name, head, settings, workers, time), 1)
                        : new Tenancy(tenancy.room(), tenancy.tenants() + 1));
        return kept.room();
    }

    /** One tenant fewer. */
    void release(Room room) {
        rooms.computeIfPresent(
                room.name(),
                (name, tenancy) -> tenancy.tenants() == 1 ? null : new Tenancy(tenancy.room(), tenancy.tenants() - 1));
        log.close(room.name());
    }

    @Nullable
    Room find(RoomName name) {
        Tenancy tenancy = rooms.get(name);
        return tenancy == null ? null : tenancy.room();
    }

    Stream<Room> all() {
        return rooms.values().stream().map(Tenancy::room);
    }

    int count() {
        return rooms.size();
    }
}
