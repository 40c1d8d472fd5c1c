package chat.parley.history;

import chat.parley.room.AuditEntry;
import chat.parley.room.Change;
import chat.parley.room.ModerationStore;
import chat.parley.room.Rules;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What moderators decide, in memory: whoever asked for it knows it, and the newest entries are kept until the server ends. */
final class MemoryModeration implements ModerationStore {
    private final int maxEntries;
    private final Deque<AuditEntry> newestFirst = new ArrayDeque<>();
    private long lastId;

    /** @param maxEntries when there are more, the oldest goes */
    MemoryModeration(int maxEntries) {
        this.maxEntries = maxEntries;
    }

    @Override
    public CompletionStage<Rules> load(Rules known) {
        return CompletableFuture.completedStage(known);
    }

    @Override
    public CompletionStage<AuditEntry> apply(Change change, AuditEntry entry) {
        return append(entry);
    }

    @Override
    public synchronized CompletionStage<AuditEntry> append(AuditEntry entry) {
        AuditEntry stored = entry.withId(++lastId);
        newestFirst.addFirst(stored);
        if (newestFirst.size() > maxEntries) {
            newestFirst.removeLast();
        }
        return CompletableFuture.completedStage(stored);
    }

    /** Whoever noted it knows it. */
    @Override
    public CompletionStage<?> note(String id, Instant at) {
        return CompletableFuture.completedStage(at);
    }

    @Override
    public CompletionStage<Map<String, Instant>> lastUses() {
        return CompletableFuture.completedStage(Map.of());
    }

    @Override
    public synchronized CompletionStage<List<AuditEntry>> read(long before, int limit) {
        return CompletableFuture.completedStage(newestFirst.stream()
                .filter(entry -> entry.id() < before)
                .limit(limit)
                .toList());
    }
}
