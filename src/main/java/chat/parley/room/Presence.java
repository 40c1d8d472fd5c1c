package chat.parley.room;

import chat.parley.model.User;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who is in a room, and how that differs from what was told last. A user is present while any of their connections is.
 * Names are told up to {@link #MAX_NAMED} people; above that, and until there are clearly fewer again, only how many.
 *
 * <p><b>Concurrency:</b> none of its own; the room's lock guards it.
 */
final class Presence {
    static final int MAX_NAMED = 500;

    /** Apart from the limit, so that one person who comes and goes does not make hundreds of names go out again and again. */
    private static final int NAMED_AGAIN = 450;

    private final Map<User, Integer> connections = new LinkedHashMap<>();
    private final Map<User, Change> changes = new LinkedHashMap<>();
    private boolean named = true;

    /** How often somebody who arrived was shown who is present. */
    private long shown;

    /** What is still to be told of a user, and how much had been shown when it began to change. */
    private record Change(boolean present, long shown) {}

    /**
     * Who came and who went.
     *
     * @param joined those who came; everybody when names are told again
     * @param left those who went
     * @param count how many are present now
     */
    record Diff(List<User> joined, List<User> left, int count) {}

    /** One more connection of the user, which is shown {@link #members}; true when that changes who is present. */
    boolean arrive(User user) {
        long before = shown++;
        if (connections.merge(user, 1, Integer::sum) > 1) {
            return false;
        }
        if (count() > MAX_NAMED) {
            // At once, for whoever is shown no names now must be told them all later.
            named = false;
        }
        change(user, true, before);
        return true;
    }

    /** One connection of the user fewer; true when that changes who is present. */
    boolean depart(User user) {
        if (connections.computeIfPresent(user, (u, count) -> count == 1 ? null : count - 1) != null) {
            return false;
        }
        change(user, false, shown);
        return true;
    }

    /** Somebody who came and went again is worth no word, unless a third was shown the state in between. */
    private void change(User user, boolean present, long before) {
        Change pending = changes.remove(user);
        if (pending == null) {
            changes.put(user, new Change(present, shown));
        } else if (pending.shown() != before) {
            changes.put(user, new Change(present, pending.shown()));
        }
    }

    int count() {
        return connections.size();
    }

    /** Those present; nobody while names are not told. */
    List<User> members() {
        return named ? List.copyOf(connections.keySet()) : List.of();
    }

    /** What changed since the last call. */
    Diff takeChanges() {
        List<User> joined = new ArrayList<>();
        List<User> left = new ArrayList<>();
        boolean wasNamed = named;
        named = count() <= (wasNamed ? MAX_NAMED : NAMED_AGAIN);
        if (named && wasNamed) {
            changes.forEach((user, change) -> (change.present() ? joined : left).add(user));
        } else if (named) {
            joined.addAll(connections.keySet());
        }
        changes.clear();
        return new Diff(joined, left, count());
    }
}
