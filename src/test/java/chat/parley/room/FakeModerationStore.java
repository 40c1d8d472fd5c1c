package chat.parley.room;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A store that the test can let fail, and have changed by another server. */
final class FakeModerationStore implements ModerationStore {
    final List<AuditEntry> entries = new ArrayList<>();
    final Map<String, Instant> uses = new HashMap<>();
    Rules stored = Rules.NONE;
    boolean fails;
    Runnable whileReading = () -> {};

    @Override
    public CompletionStage<Rules> load(Rules known) {
        if (fails) {
            return unavailable();
        }
        Rules read = stored;
        whileReading.run();
        return CompletableFuture.completedStage(read.version() == known.version() ? known : read);
    }

    @Override
    public CompletionStage<AuditEntry> apply(Change change, AuditEntry entry) {
        if (!fails) {
            Rules changed = stored.with(change);
            stored = new Rules(stored.version() + 1, changed.sanctions(), changed.rooms(), changed.tokens());
        }
        return append(entry);
    }

    @Override
    public CompletionStage<AuditEntry> append(AuditEntry entry) {
        if (fails) {
            return unavailable();
        }
        entries.add(entry);
        return CompletableFuture.completedStage(entry.withId(entries.size()));
    }

    @Override
    public CompletionStage<?> note(String id, Instant at) {
        uses.put(id, at);
        return CompletableFuture.completedStage(at);
    }

    @Override
    public CompletionStage<Map<String, Instant>> lastUses() {
        return CompletableFuture.completedStage(Map.copyOf(uses));
    }

    @Override
    public CompletionStage<List<AuditEntry>> read(long before, int limit) {
        return CompletableFuture.completedStage(List.copyOf(entries));
    }

    List<String> outcomes() {
        return entries.stream()
                .map(entry -> entry.act() + " " + entry.outcome())
                .toList();
    }

    private static <T> CompletionStage<T> unavailable() {
        return CompletableFuture.failedStage(new LogException(LogException.Reason.UNAVAILABLE, "not just now"));
    }
}
