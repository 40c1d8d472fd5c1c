package chat.parley.history;

import chat.parley.model.Draft;
import chat.parley.model.Event;
import chat.parley.model.RoomName;
import chat.parley.model.RoomTopic;
import chat.parley.model.User;
import chat.parley.model.UserName;
import chat.parley.room.AuditEntry;
import chat.parley.room.LogException;
import chat.parley.room.LogException.Reason;
import chat.parley.room.ModerationStore;
import chat.parley.room.Time;
import chat.parley.settings.Retention;
import chat.parley.settings.Settings;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Each room's newest events and its topic, in memory: history ends with the server. Bounded per room by events and bytes, and
 * by how many rooms are remembered that nobody is in.
 *
 * <p><b>Concurrency:</b> one lock; every stage is complete when it is returned.
 */
final class MemoryMessageLog implements Storage {
    /** Rooms with events in them, or a topic, that nobody is in; the one left longest ago is forgotten first. */
    static final int MAX_DESERTED = 1000;

    private static final int MAX_AUDIT_ENTRIES = 10_000;

    private final Settings settings;
    private final Time time;
    private final MemoryModeration moderation = new MemoryModeration(MAX_AUDIT_ENTRIES);
    private final byte[] secret = Storage.newSecret();
    private final Object lock = new Object();

    @GuardedBy("lock")
    private final Map<RoomName, Ring> rings = new HashMap<>();

    @GuardedBy("lock")
    private final Map<RoomName, Ring> deserted = new LinkedHashMap<>();

    /** What each sender has said under which id, as long as a ring holds it. */
    @GuardedBy("lock")
    private final Map<SaidId, Event> said = new HashMap<>();

    MemoryMessageLog(Settings settings, Time time) {
        this.settings = settings;
        this.time = time;
    }

    /** One room's events. Guarded by the log's lock, under which all calls are made. */
    @SuppressWarnings("GuardedBy")
    private final class Ring {
        private final String epoch = UUID.randomUUID().toString();
        private final RecentEvents events =
                new RecentEvents(settings.ringEvents(), settings.ringBytes(), event -> said.remove(SaidId.of(event)));
        private int opened;
        private long seq;
        private Instant newest = Instant.MIN;
        private RoomTopic topic = RoomTopic.NONE;

        /** The time of the next event. */
        private Instant clock(Instant now) {
            newest = now.isAfter(newest) ? now : newest;
            return newest;
        }

        private boolean isBlank() {
            return events.isEmpty() && topic.text().isEmpty();
        }
    }

    @Override
    public CompletionStage<Head> open(RoomName room, boolean create) {
        synchronized (lock) {
            if (!create && !rings.containsKey(room)) {
                return CompletableFuture.failedStage(new LogException(Reason.NO_SUCH_ROOM, "there is no such room"));
            }
            Ring ring = rings.computeIfAbsent(room, name -> new Ring());
            ring.opened++;
            deserted.remove(room);
            return CompletableFuture.completedStage(new Head(ring.epoch, ring.seq, ring.topic));
        }
    }

    @Override
    public void close(RoomName room) {
        synchronized (lock) {
            Ring ring = rings.get(room);
            if (ring == null || --ring.opened > 0) {
                return;
            }
            if (ring.isBlank()) {
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
        room.getValue().events.dropBefore(Long.MAX_VALUE);
    }

    @Override
    public CompletionStage<Appended> append(Draft draft) {
        synchronized (lock) {
            Event first = said.get(SaidId.of(draft));
            if (first != null) {
                return CompletableFuture.completedStage(
                        SaidId.isSame(draft, first) ? new Appended.Duplicate(first) : new Appended.Conflict());
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
        Instant at = ring.clock(time.now());
        Event event = new Event(draft.room(), ++ring.seq, draft.sender(), draft.id(), draft.text(), at);
        said.put(SaidId.of(event), event);
        ring.events.add(event);
        return event;
    }

    @Override
    public CompletionStage<Page> read(RoomName room, long first, long last) {
        synchronized (lock) {
            Ring ring = rings.get(room);
            if (ring == null) {
                return CompletableFuture.completedStage(new Page(List.of(), false));
            }
            Long oldest = ring.events.oldest();
            boolean more = oldest != null && oldest < first;
            return CompletableFuture.completedStage(new Page(ring.events.range(first, last), more));
        }
    }

    @Override
    public long lastSeq(RoomName room) {
        synchronized (lock) {
            Ring ring = rings.get(room);
            return ring == null ? 0 : ring.seq;
        }
    }

    @Override
    public CompletionStage<RoomTopic> setTopic(RoomName room, String text, User by) {
        synchronized (lock) {
            Ring ring = rings.get(room);
            if (ring == null) {
                return CompletableFuture.failedStage(new IllegalStateException("room is not open: " + room));
            }
            Instant now = time.now();
            Instant next = ring.topic.at().plusMillis(1);
            ring.topic = new RoomTopic(text, by.name().display(), now.isAfter(next) ? now : next);
            return CompletableFuture.completedStage(ring.topic);
        }
    }

    @Override
    public RoomTopic topic(RoomName room) {
        synchronized (lock) {
            Ring ring = rings.get(room);
            return ring == null ? RoomTopic.NONE : ring.topic;
        }
    }

    @Override
    public CompletionStage<Event> delete(RoomName room, long seq, User by, AuditEntry entry) {
        synchronized (lock) {
            Ring ring = rings.get(room);
            Event message = ring == null ? null : ring.events.find(seq);
            if (ring == null || message == null || message.isDeletion()) {
                return CompletableFuture.failedStage(
                        new LogException(Reason.NO_SUCH_MESSAGE, "there is no such message"));
            }
            Event before = message.isDeleted() ? ring.events.find(message.deletedBy()) : null;
            CompletionStage<AuditEntry> unused = moderation.append(entry);
            return CompletableFuture.completedStage(before == null ? takeBackLocked(ring, message, by) : before);
        }
    }

    @GuardedBy("lock")
    private Event takeBackLocked(Ring ring, Event message, User by) {
        Event deletion = Event.deletion(message.room(), ++ring.seq, by, ring.clock(time.now()), message.seq());
        Event after = message.takenBackBy(deletion.seq());
        said.put(SaidId.of(after), after);
        ring.events.replace(after);
        ring.events.add(deletion);
        return deletion;
    }

    @Override
    public ModerationStore moderation() {
        return moderation;
    }

    @Override
    public Health health() {
        return new Health(false, "", false);
    }

    @Override
    public byte[] bytes() {
        return secret.clone();
    }

    /** None: whom the server has seen it forgets when it stops. */
    @Override
    public Collection<UserName> kept() {
        return List.of();
    }

    @Override
    public CompletionStage<?> keep(UserName name) {
        return CompletableFuture.completedStage(null);
    }

    @Override
    public Path export(RoomName room) {
        throw new LogException(Reason.UNAVAILABLE, "parley.history is memory: nothing is kept that could be exported");
    }

    @Override
    public Path backUp() {
        throw new LogException(Reason.UNAVAILABLE, "parley.history is memory: nothing is kept that could be backed up");
    }

    @Override
    public void retain(RoomName room, @Nullable Retention retention) {
        throw new LogException(Reason.UNAVAILABLE, "parley.history is memory: nothing is kept for any time");
    }

    @Override
    public void close() {
        // Goes with the server.
    }
}
