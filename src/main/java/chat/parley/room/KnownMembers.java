package chat.parley.room;

import chat.parley.model.UserName;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All members who have been here, by the looks of their names: as it is shown and as it is compared, for {@code paypaI} looks
 * like {@code paypal} in the one and not in the other.
 *
 * <p>Safe for use by all threads.
 */
@Singleton
class KnownMembers {
    private final Set<String> looks = ConcurrentHashMap.newKeySet();
    private final Set<UserName> kept = ConcurrentHashMap.newKeySet();
    private final MemberNames names;
    private final LookAlikes lookAlikes;
    private volatile boolean complete;

    @Inject
    KnownMembers(MemberNames names, LookAlikes lookAlikes) {
        this.names = names;
        this.lookAlikes = lookAlikes;
    }

    /** There is a member of that name. */
    void met(UserName name) {
        looks.addAll(looksOf(name));
        recall();
        if (kept.add(name)) {
            names.keep(name).whenComplete((done, failure) -> {
                if (failure != null) {
                    // Until they come the next time.
                    kept.remove(name);
                }
            });
        }
    }

    /** Whether a name with such looks is, or cannot be told from, a member's. */
    boolean has(Set<String> someLooks) {
        recall();
        return !Collections.disjoint(looks, someLooks);
    }

    private void recall() {
        Collection<UserName> known = complete ? null : names.kept();
        if (known != null) {
            known.forEach(name -> looks.addAll(looksOf(name)));
            kept.addAll(known);
            complete = true;
        }
    }

    /** One or two. */
    Set<String> looksOf(UserName name) {
        String shown = lookAlikes.skeleton(name.display());
        String compared = lookAlikes.skeleton(name.key());
        return shown.equals(compared) ? Set.of(shown) : Set.of(shown, compared);
    }
}
