package chat.parley.room;

import chat.parley.model.User;
import chat.parley.model.User.Kind;
import chat.parley.model.UserName;
import chat.parley.settings.LiveSettings;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is logged in, by name. Invariants: a name belongs to one person at a time, with as many connections as they like; no guest
 * has a name that looks like another's who is here, or like that of a member who has ever been.
 *
 * <p><b>Concurrency:</b> one lock, held for a few look-ups.
 */
@Singleton
class People {
    private final Object lock = new Object();

    @GuardedBy("lock")
    private final Map<String, Person> people = new HashMap<>();

    /** The keys of guests' names by their looks. */
    @GuardedBy("lock")
    private final Map<String, String> guestsByLooks = new HashMap<>();

    private final LiveSettings settings;
    private final KnownMembers members;

    @Inject
    People(LiveSettings settings, KnownMembers members) {
        this.settings = settings;
        this.members = members;
    }

    /** Somebody with at least one connection that is there or was a moment ago. */
    record Person(User user, int connections, TokenBucket messages) {
        private Person withConnections(int count) {
            return new Person(user, count, messages);
        }
    }

    /**
     * Takes the name for one more connection. A member takes it from a guest.
     *
     * @param proven whether the user has shown to be the one who holds the name
     * @return null when somebody else holds it, or one that looks like it
     */
    @Nullable
    Person claim(User user, boolean proven) {
        if (user.kind() == Kind.MEMBER) {
            members.met(user.name());
        }
        Set<String> looks = members.looksOf(user.name());
        boolean free = user.kind() == Kind.MEMBER || !members.has(looks);
        synchronized (lock) {
            return free && isFreeLocked(user, looks, proven) ? admitLocked(user, looks) : null;
        }
    }

    @GuardedBy("lock")
    private boolean isFreeLocked(User user, Set<String> looks, boolean proven) {
        if (user.kind() == Kind.MEMBER) {
            return true;
        }
        String key = user.name().key();
        for (String look : looks) {
            if (!guestsByLooks.getOrDefault(look, key).equals(key)) {
                return false;
            }
        }
        return proven || !people.containsKey(key);
    }

    @GuardedBy("lock")
    private Person admitLocked(User user, Set<String> looks) {
        Person holder = people.get(user.name().key());
        Person person = holder != null && holder.user().equals(user)
                ? holder.withConnections(holder.connections() + 1)
                : new Person(
                        user,
                        1,
                        new TokenBucket(
                                () -> settings.now().ratePerSecond(),
                                () -> settings.now().rateBurst()));
        people.put(user.name().key(), person);
        if (user.kind() == Kind.GUEST) {
            looks.forEach(look -> guestsByLooks.put(look, user.name().key()));
        }
        return person;
    }

    /** Keeps guests from the name of a member who is not here, and from what looks like it. */
    void hold(UserName member) {
        members.met(member);
    }

    /** Whether the user is a guest with the name, or with one that looks like it. */
    boolean isGuestLike(User user, UserName name) {
        return user.kind() == Kind.GUEST
                && (user.name().equals(name)
                        || !Collections.disjoint(members.looksOf(user.name()), members.looksOf(name)));
    }

    /** One connection of the user fewer. The last one frees the name. */
    void release(User user) {
        String key = user.name().key();
        synchronized (lock) {
            Person holder = people.get(key);
            if (holder == null || !holder.user().equals(user)) {
                return;
            }
            if (holder.connections() > 1) {
                people.put(key, holder.withConnections(holder.connections() - 1));
            } else {
                people.remove(key);
                guestsByLooks.values().removeIf(key::equals);
            }
        }
    }

    Collection<Person> all() {
        synchronized (lock) {
            return List.copyOf(people.values());
        }
    }

    int count() {
        synchronized (lock) {
            return people.size();
        }
    }
}
