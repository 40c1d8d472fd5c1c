package chat.parley.history;

import chat.parley.history.Tables.RoomRow;
import chat.parley.model.RoomName;
import chat.parley.room.Time;
import chat.parley.settings.LiveSettings;
import chat.parley.settings.Retention;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Deletes what is older than a room's rule wants it kept, a little at a time and between the batches of what is said. A room's
 * seqs go on and its epoch stays.
 */
final class RetentionSweep {
    static final Duration INTERVAL = Duration.ofSeconds(30);

    /** So many rows are gone in about a millisecond. */
    private static final int MAX_DELETED = 200;

    private static final int MAX_ROOMS = 100;

    private static final Instant ALL = Instant.ofEpochMilli(Long.MAX_VALUE);

    private final LiveSettings settings;
    private final Time time;
    private final Readers readers;
    private final Committer committer;
    private final Forgotten forgotten;
    private final AtomicBoolean busy = new AtomicBoolean();

    /** Is told that a room's events before that seq are gone. */
    interface Forgotten {
        void before(RoomName room, long firstSeq);
    }

    RetentionSweep(LiveSettings settings, Time time, Readers readers, Committer committer, Forgotten forgotten) {
        this.settings = settings;
        this.time = time;
        this.readers = readers;
        this.committer = committer;
        this.forgotten = forgotten;
    }

    /** Goes through all rooms, in the background; not when it does so already. */
    CompletionStage<?> sweep() {
        if (!busy.compareAndSet(false, true)) {
            return CompletableFuture.completedStage(null);
        }
        return sweepAfter(0).whenComplete((done, failure) -> busy.set(false)).exceptionally(later -> null);
    }

    private CompletionStage<?> sweepAfter(long id) {
        return readers.submit(c -> Tables.roomsAfter(c, id, MAX_ROOMS)).thenCompose(this::sweep);
    }

    private CompletionStage<?> sweep(List<RoomRow> rooms) {
        CompletionStage<?> swept = CompletableFuture.completedStage(null);
        for (RoomRow room : rooms) {
            swept = swept.thenCompose(done -> trim(room));
        }
        return rooms.isEmpty()
                ? swept
                : swept.thenCompose(
                        done -> sweepAfter(rooms.get(rooms.size() - 1).id()));
    }

    private CompletionStage<?> trim(RoomRow room) {
        // Told first: another server may have deleted meanwhile, or this one in a commit of which no answer came.
        forgotten.before(room.name(), room.firstSeq());
        Retention rule = room.retention() == null ? settings.now().retention() : Retention.parse(room.retention());
        if (rule.equals(Retention.OFF)) {
            return CompletableFuture.completedStage(null);
        }
        Instant before = rule.age() == null ? ALL : time.now().minus(rule.age());
        long oldestKept = rule.count() == null ? room.lastSeq() + 1 : room.lastSeq() - rule.count() + 1;
        long end = Math.min(oldestKept, room.firstSeq() + MAX_DELETED);
        if (end <= room.firstSeq()) {
            return CompletableFuture.completedStage(null);
        }
        return committer.submit(c -> Tables.deleteOldest(c, room, end, before)).thenCompose(deleted -> {
            RoomRow trimmed = room.withFirstSeq(room.firstSeq() + deleted);
            if (deleted == MAX_DELETED) {
                return trim(trimmed);
            }
            forgotten.before(room.name(), trimmed.firstSeq());
            return CompletableFuture.completedStage(null);
        });
    }
}
