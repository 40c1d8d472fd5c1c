package chat.parley.room;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rooms one connection is in. Read far more often than changed, so each change makes a new array.
 *
 * <p><b>Concurrency:</b> reading takes no lock. Once detached it stays empty, so that a join that comes too late is undone.
 */
final class Memberships {
    private static final Membership[] NONE = {};

    private volatile Membership[] all = NONE;
    private boolean detached;

    /** Not to be changed. */
    Membership[] all() {
        return all;
    }

    @Nullable
    Membership find(String room) {
        for (Membership membership : all) {
            if (membership.room().name().value().equals(room)) {
                return membership;
            }
        }
        return null;
    }

    boolean has(Membership membership) {
        for (Membership one : all) {
            if (one == membership) {
                return true;
            }
        }
        return false;
    }

    /** False when there is one for that room, or no more may come. */
    synchronized boolean add(Membership membership) {
        if (detached || find(membership.room().name().value()) != null) {
            return false;
        }
        Membership[] more = Arrays.copyOf(all, all.length + 1);
        more[all.length] = membership;
        all = more;
        return true;
    }

    /** False when it was removed before, or all were. */
    synchronized boolean remove(Membership membership) {
        Membership[] fewer = Arrays.stream(all).filter(m -> m != membership).toArray(Membership[]::new);
        boolean removed = fewer.length < all.length;
        all = fewer;
        return removed;
    }

    /** Takes all away, for good. */
    synchronized List<Membership> detach() {
        detached = true;
        List<Membership> detachedNow = List.of(all);
        all = NONE;
        return detachedNow;
    }
}
