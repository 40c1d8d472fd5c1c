package chat.parley.room;

import java.util.concurrent.CompletionStage;

/**
 * Keeps what moderators decide, and who decided it. Stages complete on a thread of the store's choice and fail with a
 * {@link LogException}; nothing blocks.
 */
public interface ModerationStore extends AuditLog, TokenUses {
    /**
     * What holds now.
     *
     * @param known what was read before; it is given back where nothing has changed in the store since
     */
    CompletionStage<Rules> load(Rules known);

    /** Stores a change together with the entry that tells of it: both or neither. Completed means stored. */
    CompletionStage<AuditEntry> apply(Change change, AuditEntry entry);
}
