package chat.parley.room;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Keeps when bots' tokens were last used. Nothing blocks; stages fail with a {@link LogException}. */
public interface TokenUses {
    /** Keeps that the token of that id was used then. */
    CompletionStage<?> note(String id, Instant at);

    /** When each token was last used, by its id; those never used are left out. */
    CompletionStage<Map<String, Instant>> lastUses();
}
