package chat.parley.room;

import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * What was done by those who may, in the order in which it was stored. It only grows: there is no way to change an entry or to
 * take one away. Stages complete on a thread of the log's choice and fail with a {@link LogException}; nothing blocks.
 */
public interface AuditLog {
    /** Stores an entry. Completed means stored. Its id is given then. */
    CompletionStage<AuditEntry> append(AuditEntry entry);

    /**
     * A page of entries, newest first.
     *
     * @param before only entries with a smaller id; {@link Long#MAX_VALUE} for the newest
     * @param limit at least 1
     */
    CompletionStage<List<AuditEntry>> read(long before, int limit);
}
