package chat.parley.history;

import chat.parley.room.AuditEntry;
import chat.parley.room.Change;
import chat.parley.room.ModerationStore;
import chat.parley.room.Rules;
import chat.parley.room.Time;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** What moderators decide, in the log's database. */
final class JdbcModeration implements ModerationStore {
    private final Committer committer;
    private final Readers readers;
    private final Time time;

    JdbcModeration(Committer committer, Readers readers, Time time) {
        this.committer = committer;
        this.readers = readers;
        this.time = time;
    }

    @Override
    public CompletionStage<Rules> load(Rules known) {
        return readers.submit(c -> ModerationTables.load(c, known));
    }

    @Override
    public CompletionStage<AuditEntry> apply(Change change, AuditEntry entry) {
        return committer.submit(c -> {
            ModerationTables.apply(c, change, time.now());
            return ModerationTables.insert(c, entry);
        });
    }

    @Override
    public CompletionStage<AuditEntry> append(AuditEntry entry) {
        return committer.submit(c -> ModerationTables.insert(c, entry));
    }

    @Override
    public CompletionStage<?> note(String id, Instant at) {
        return committer.submit(c -> TokenTable.noteUse(c, id, at));
    }

    @Override
    public CompletionStage<Map<String, Instant>> lastUses() {
        return readers.submit(TokenTable::lastUses);
    }

    @Override
    public CompletionStage<List<AuditEntry>> read(long before, int limit) {
        return readers.submit(c -> ModerationTables.audit(c, before, limit));
    }
}
