package chat.parley.room;

import chat.parley.model.UserName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Keeps names for as long as the test lasts, or cannot just now. */
final class FakeMemberNames implements MemberNames {
    final List<UserName> kept = new ArrayList<>();
    boolean away;

    @Override
    public Collection<UserName> kept() {
        return away ? null : List.copyOf(kept);
    }

    @Override
    public CompletionStage<?> keep(UserName name) {
        if (away) {
            return CompletableFuture.failedStage(new LogException(LogException.Reason.UNAVAILABLE, "away"));
        }
        kept.add(name);
        return CompletableFuture.completedStage(null);
    }
}
