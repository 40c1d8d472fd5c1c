package chat.parley.room;

import chat.parley.model.UserName;
import java.util.Collection;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Keeps the names of all members who have ever been here, so that no guest has one while its owner is away. Never blocks. */
public interface MemberNames {
    /** Those kept when the history was opened; null as long as it has not been. */
    @Nullable
    Collection<UserName> kept();

    /** Keeps one more. Completed means kept. */
    CompletionStage<?> keep(UserName name);
}
