package chat.parley.history;

import chat.parley.model.Event;
import chat.parley.model.RoomName;
import chat.parley.model.RoomTopic;
import chat.parley.room.MessageLog.Head;
import chat.parley.room.MessageLog.Page;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A room that somebody is in, or whose messages are on their way into the database: its newest events and its topic,
 * in memory.
 *
 * <p><b>Concurrency:</b> its lock is held for moments only, and nothing is called under it.
 */
final class OpenRoom {
    private final RoomName name;
    private final Object lock = new Object();

    @GuardedBy("lock")
    private final RecentEvents recent;

    @GuardedBy("lock")
    private int users;

    @GuardedBy("lock")
    private @Nullable CompletableFuture<Void> loading;

    @GuardedBy("lock")
    private boolean loadingCreates;

    @GuardedBy("lock")
    private @Nullable String epoch;

    @GuardedBy("lock")
    private long id;

    @GuardedBy("lock")
    private long firstSeq;

    @GuardedBy("lock")
    private long lastSeq;

    @GuardedBy("lock")
    private RoomTopic topic = RoomTopic.NONE;

    /** The messages taken back since the room was opened, and by which events: what is just being read may not know. */
    @GuardedBy("lock")
    private final Map<Long, Long> takenBack = new HashMap<>();

    OpenRoom(RoomName name, int maxEvents, long maxBytes) {
        this.name = name;
        recent = new RecentEvents(maxEvents, maxBytes, dropped -> {});
    }

    RoomName name() {
        return name;
    }

    /** One user more; false when the last had gone, and it must not be used any more. */
    boolean retain(boolean first) {
        synchronized (lock) {
            if (users == 0 && !first) {
                return false;
            }
            users++;
            return true;
        }
    }

    /** One user fewer; true when it was the last. */
    boolean release() {
        synchronized (lock) {
            return --users == 0;
        }
    }

    /** Completes when the room has been {@link #loaded}; loads it where nobody has, or nobody who could make it. */
    CompletableFuture<Void> loading(boolean create, Supplier<CompletableFuture<Void>> load) {
        CompletableFuture<Void> mine = new CompletableFuture<>();
        synchronized (lock) {
            if (epoch != null) {
                return CompletableFuture.completedFuture(null);
            }
            if (loading != null && !loading.isDone() && (loadingCreates || !create)) {
                return loading;
            }
            loading = mine;
            loadingCreates = create;
        }
        CompletableFuture<Void> unused = load.get().whenComplete((nothing, failure) -> {
            if (failure == null) {
                mine.complete(null);
            } else {
                mine.completeExceptionally(failure);
            }
        });
        return mine;
    }

    /** What the database has. The first one counts: later ones may have been overtaken. */
    void loaded(Tables.RoomRow row, List<Event> newest) {
        synchronized (lock) {
            if (epoch == null) {
                id = row.id();
                epoch = row.epoch();
                firstSeq = row.firstSeq();
                lastSeq = row.lastSeq();
                topic = row.topic();
                newest.forEach(recent::add);
            }
        }
    }

    /** Where the log ends now. */
    Head head() {
        synchronized (lock) {
            if (epoch == null) {
                throw new IllegalStateException("not loaded: " + name);
            }
            return new Head(epoch, lastSeq, topic);
        }
    }

    long id() {
        synchronized (lock) {
            return id;
        }
    }

    long lastSeq() {
        synchronized (lock) {
            return lastSeq;
        }
    }

    RoomTopic topic() {
        synchronized (lock) {
            return topic;
        }
    }

    /** A topic has been stored. */
    void stored(RoomTopic stored) {
        synchronized (lock) {
            if (stored.isNewerThan(topic)) {
                topic = stored;
            }
        }
    }

    /** An event has been stored. */
    void stored(Event event) {
        synchronized (lock) {
            lastSeq = Math.max(lastSeq, event.seq());
            recent.add(event);
            if (event.isDeletion()) {
                takenBack.put(event.deletes(), event.seq());
                Event message = recent.find(event.deletes());
                if (message != null) {
                    recent.replace(asItIsLocked(message));
                }
            }
        }
    }

    /** The events before that one have been deleted. */
    void forgotten(long first) {
        synchronized (lock) {
            firstSeq = Math.max(firstSeq, first);
            recent.dropBefore(firstSeq);
        }
    }

    /** A page from memory; null when it takes the database. */
    @Nullable
    Page page(long first, long last) {
        synchronized (lock) {
            Long oldest = recent.oldest();
            long from = Math.max(first, firstSeq);
            boolean held = last <= lastSeq && (oldest == null ? lastSeq < firstSeq : oldest <= from);
            return held || last < from ? new Page(recent.range(from, last), first > firstSeq) : null;
        }
    }

    /** The page from that seq on that these events make. */
    Page page(long first, List<Event> events) {
        synchronized (lock) {
            List<Event> known = new ArrayList<>(events.size());
            for (Event event : events) {
                known.add(asItIsLocked(event));
            }
            return new Page(known, first > firstSeq);
        }
    }

    @GuardedBy("lock")
    private Event asItIsLocked(Event event) {
        Long deletion = takenBack.get(event.seq());
        return deletion == null ? event : event.takenBackBy(deletion);
    }
}
