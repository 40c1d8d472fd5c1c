package chat.parley.room;

import chat.parley.model.User;
import chat.parley.model.User.Kind;
import chat.parley.settings.LiveSettings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Who is logged in, by name. Invariant: a name belongs to one person at a time, with as many connections as they like.
 *
 * <p><b>Concurrency:</b> the map makes each change atomic per name.
 */
@Singleton
class People {
    private final ConcurrentMap<String, Person> people = new ConcurrentHashMap<>();
    private final LiveSettings settings;

    @Inject
    People(LiveSettings settings) {
        this.settings = settings;
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
     * @return null when somebody else holds it
     */
    @Nullable
    Person claim(User user, boolean proven) {
        AtomicBoolean granted = new AtomicBoolean(true);
        Person person = people.compute(user.name().key(), (key, holder) -> {
            if (holder == null || (user.kind() == Kind.MEMBER && holder.user().kind() == Kind.GUEST)) {
                return new Person(
                        user,
                        1,
                        new TokenBucket(
                                () -> settings.now().ratePerSecond(),
                                () -> settings.now().rateBurst()));
            }
            if (proven && holder.user().equals(user)) {
                return holder.withConnections(holder.connections() + 1);
            }
            granted.set(false);
            return holder;
        });
        return granted.get() ? person : null;
    }

    /** One connection of the user fewer. The last one frees the name. */
    void release(User user) {
        people.computeIfPresent(user.name().key(), (key, holder) -> {
            if (!holder.user().equals(user)) {
                return holder;
            }
            return holder.connections() == 1 ? null : holder.withConnections(holder.connections() - 1);
        });
    }

    Collection<Person> all() {
        return people.values();
    }

    int count() {
        return people.size();
    }
}
