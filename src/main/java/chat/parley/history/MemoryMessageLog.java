package chat.parley.history;

import chat.parley.model.Draft;
import chat.parley.model.Event;
import chat.parley.model.RoomName;
import chat.parley.model.User;
import chat.parley.room.MessageLog;
import chat.parley.room.Time;
import chat.parley.settings.Settings;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Each room's newest events, in memory: history ends with the server. Bounded per room by events and bytes, and by how many
 * rooms are remembered that nobody is in.
 *
 * <p><b>Concurrency:</b> one lock; every stage is complete when it is returned.
 */
@Singleton
class MemoryMessageLog implements MessageLog {
    /** Rooms with events in them that nobody is in; the one left longest ago is forgotten first. */
    static final int MAX_DESERTED = 1000;

    private final Settings settings;
    private final Time time;
    private final Object lock = new Object();

    @GuardedBy("lock")
    private final Map<RoomName, Ring> rings = new HashMap<>();

    @GuardedBy("lock")
    private final Map<RoomName, Ring> deserted = new LinkedHashMap<>();

    /** What each sender has said under which id, as long as a ring holds it. */
    @GuardedBy("lock")
    private final Map<Key, Event> said = new HashMap<>();

    private record Key(User sender, String id) {}

    @Inject
    MemoryMessageLog(Settings settings, Time time) {
        this.settings = settings;
        this.time = time;
    }

    /** One room's events. Guarded by the log's lock. */
    private static final class Ring {
        private final String epoch = UUID.randomUUID().toString();
        private final Deque<Event> events = new ArrayDeque<>();
        private int opened;
        private long bytes;
        private long seq;
        private Instant newest = Instant.MIN;
    }

    @Override
    public CompletionStage<Head> open(RoomName room) {
        synchronized (lock) {
            Ring ring = rings.computeIfAbsent(room, name -> new Ring());
            ring.opened++;
            deserted.remove(room);
            return CompletableFuture.completedStage(new Head(ring.epoch, ring.seq));
        }
    }

    @Override
    public void close(RoomName room) {
        synchronized (lock) {
            Ring ring = rings.get(room);
            if (ring == null || --ring.opened > 0) {
                return;
            }
            if (ring.events.isEmpty()) {
                rings.remove(room);
                return;
            }
            deserted.put(room, ring);
            if (deserted.size() > MAX_DESERTED) {
                forgetOldestLocked();
            }
        }
    }

    @GuardedBy("lock")
    private void forgetOldestLocked() {
        Iterator<Map.Entry<RoomName, Ring>> oldest = deserted.entrySet().iterator();
        Map.Entry<RoomName, Ring> room = oldest.next();
        oldest.remove();
        rings.remove(room.getKey());
        room.getValue().events.forEach(event -> said.remove(key(event)));
    }

    @Override
    public CompletionStage<Appended> append(Draft draft) {
        synchronized (lock) {
            Event first = said.get(new Key(draft.sender(), draft.id()));
            if (first != null) {
                boolean same = first.room().equals(draft.room()) && first.text().equals(draft.text());
                return CompletableFuture.completedStage(same ? new Appended.Duplicate(first) : new Appended.Conflict());
            }
            Ring ring = rings.get(draft.room());
            if (ring == null) {
                return CompletableFuture.failedStage(new IllegalStateException("room is not open: " + draft.room()));
            }
            return CompletableFuture.completedStage(new Appended.Stored(storeLocked(ring, draft)));
        }
    }

    @GuardedBy("lock")
    private Event storeLocked(Ring ring, Draft draft) {
        Instant now = time.now();
        if (now.isAfter(ring.newest)) {
            ring.newest = now;
        }
        Event event = new Event(draft.room(), ++ring.seq, draft.sender(), draft.id(), draft.text(), ring.newest);
        ring.events.add(event);
        ring.bytes += bytes(event);
        said.put(key(event), event);
        while (ring.events.size() > settings.ringEvents()
                || (ring.bytes > settings.ringBytes() && ring.events.size() > 1)) {
            Event dropped = ring.events.remove();
            ring.bytes -= bytes(dropped);
            said.remove(key(dropped));
        }
        return event;
    }

    @Override
    public CompletionStage<Page> read(RoomName room, long first, long last) {
        synchronized (lock) {
            Ring ring = rings.get(room);
            List<Event> events = new ArrayList<>();
            boolean more = false;
            if (ring != null) {
                for (Event event : ring.events) {
                    if (event.seq() < first) {
                        more = true;
                    } else if (event.seq() <= last) {
                        events.add(event);
                    } else {
                        break;
                    }
                }
            }
            return CompletableFuture.completedStage(new Page(events, more));
        }
    }

    private static Key key(Event event) {
        return new Key(event.sender(), event.id());
    }

    /** Roughly: most text takes a byte a char. */
    private static int bytes(Event event) {
        return event.text().length() + event.id().length();
    }
}
