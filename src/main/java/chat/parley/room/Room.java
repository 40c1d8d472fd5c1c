package chat.parley.room;

import static java.util.Comparator.naturalOrder;

import chat.parley.model.Event;
import chat.parley.model.Role;
import chat.parley.model.RoomName;
import chat.parley.model.RoomTopic;
import chat.parley.model.User;
import chat.parley.protocol.ServerMessage;
import chat.parley.protocol.ServerMessage.Attendee;
import chat.parley.protocol.ServerMessageEncoder;
import chat.parley.settings.Settings;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A room that somebody is in.
 *
 * <p>Invariant: all members see the same events in the same order, seq by seq, no hole, none twice. Entering is atomic: the
 * snapshot ends with exactly the event after which the member's position begins.
 *
 * <p><b>Concurrency:</b> the lock guards the end of the backlog, the seq, the topic and who is present. Nothing is sent,
 * stored or called back under it.
 */
final class Room {
    private static final long PRESENCE_PAUSE = 250_000_000;
    private static final long TYPING_PAUSE = 3_000_000_000L;
    /** Fewer members are not worth another thread. */
    private static final int MIN_PART = 32;

    /** As many missing events are fetched at once. */
    private static final int GAP_EVENTS = 500;

    private static final ServerMessageEncoder ENCODER = new ServerMessageEncoder();

    private final RoomName name;
    private final String epoch;
    private final Workers workers;
    private final Time time;
    private final Backlog backlog;
    private final FanOut fanOut;
    private final Set<Membership> memberships = ConcurrentHashMap.newKeySet();
    private final Object lock = new Object();

    @GuardedBy("lock")
    private long seq;

    @GuardedBy("lock")
    private RoomTopic topic;

    /** Events that came before those they follow. */
    @GuardedBy("lock")
    private final NavigableMap<Long, String> early = new TreeMap<>();

    /** The last seq that the log is known to have. */
    @GuardedBy("lock")
    private long expected;

    /** Somebody sees to it that what is missing comes. */
    @GuardedBy("lock")
    private boolean gapSeen;

    @GuardedBy("lock")
    private final Presence presence = new Presence();

    /** The highest role in which each of those present has come in; nothing of who has none. */
    @GuardedBy("lock")
    private final Map<User, Role> roles = new HashMap<>();

    @GuardedBy("lock")
    private boolean presenceDue;

    @GuardedBy("lock")
    private long presenceTold;

    /** When each user's typing was told last. */
    @GuardedBy("lock")
    private final Map<User, Long> typing = new HashMap<>();

    Room(RoomName name, MessageLog.Head head, Settings settings, Workers workers, Time time) {
        this.name = name;
        this.epoch = head.epoch();
        this.seq = head.seq();
        this.topic = head.topic();
        this.workers = workers;
        this.time = time;
        backlog = new Backlog(settings.ringEvents(), settings.ringBytes(), head.seq());
        fanOut = new FanOut(workers, time, new Flush());
        presenceTold = time.nanos() - PRESENCE_PAUSE;
    }

    /**
     * What somebody finds on entering.
     *
     * @param membership gets every event after {@code seq}
     * @param seq of the last event before that
     * @param roles of those members who have one
     * @param topic the last one before that
     */
    record Entrance(
            Membership membership,
            long seq,
            List<User> members,
            Map<User, Role> roles,
            int memberCount,
            RoomTopic topic) {}

    RoomName name() {
        return name;
    }

    String epoch() {
        return epoch;
    }

    /** Of the last event that was delivered. */
    long seq() {
        synchronized (lock) {
            return seq;
        }
    }

    Backlog backlog() {
        return backlog;
    }

    FanOut fanOut() {
        return fanOut;
    }

    /** The membership takes part in the fan-out only after {@link #add}. */
    Entrance enter(Connection connection, User user) {
        synchronized (lock) {
            arriveLocked(user, connection.caller().roles());
            return new Entrance(
                    new Membership(this, connection, backlog.newest()),
                    seq,
                    presence.members(),
                    Map.copyOf(roles),
                    presence.count(),
                    topic);
        }
    }

    /** From now on the member is woken when there is something new. */
    void add(Membership membership) {
        memberships.add(membership);
    }

    /** The member is sent nothing more; the user is still counted as present until {@link #depart}. */
    void remove(Membership membership) {
        memberships.remove(membership);
    }

    /** One connection of the user is no longer present. */
    void depart(User user) {
        synchronized (lock) {
            if (presence.depart(user)) {
                typing.remove(user);
                roles.remove(user);
                schedulePresenceLocked();
            }
        }
    }

    @GuardedBy("lock")
    private void arriveLocked(User user, Set<Role> theirs) {
        theirs.stream()
                .min(naturalOrder())
                .ifPresent(role -> roles.merge(user, role, BinaryOperator.minBy(naturalOrder())));
        if (presence.arrive(user)) {
            schedulePresenceLocked();
        }
    }

    /**
     * An event that is stored. One that comes too early waits for those before it.
     *
     * @return whether events are missing and the caller is to see to it, until there is no {@link #gap}
     */
    boolean deliver(Event event) {
        String json = ENCODER.encode(ServerMessage.Logged.of(event));
        boolean gap;
        synchronized (lock) {
            if (event.seq() <= seq) {
                return false;
            }
            early.put(event.seq(), json);
            String next;
            while ((next = early.remove(seq + 1)) != null) {
                backlog.append(next, ++seq, Backlog.Kind.MESSAGE);
            }
            gap = !early.isEmpty() && seeGapLocked();
        }
        fanOut.wake();
        return gap;
    }

    /** The log has events up to there. Returns as {@link #deliver} does. */
    boolean expect(long last) {
        synchronized (lock) {
            expected = Math.max(expected, last);
            return seq < expected && seeGapLocked();
        }
    }

    @GuardedBy("lock")
    private boolean seeGapLocked() {
        boolean first = !gapSeen;
        gapSeen = true;
        return first;
    }

    /** Events that are stored and have not come. */
    record Gap(long first, long last) {}

    /** The first events that are missing; null, and nobody need see to it any more, when none is. */
    @Nullable
    Gap gap() {
        synchronized (lock) {
            long end = early.isEmpty() ? expected : early.firstKey() - 1;
            if (seq < end) {
                return new Gap(seq + 1, Math.min(end, seq + GAP_EVENTS));
            }
            gapSeen = false;
            return null;
        }
    }

    /** Tells everybody a topic that is stored, unless a newer one has come first. */
    void tell(RoomTopic stored) {
        String json = ENCODER.encode(ServerMessage.Topic.of(null, name, stored));
        synchronized (lock) {
            if (!stored.isNewerThan(topic)) {
                return;
            }
            topic = stored;
            backlog.append(json, seq, Backlog.Kind.STATE);
        }
        fanOut.wake();
    }

    /** Tells everybody that the user is typing, once in a while. */
    void typing(User user) {
        synchronized (lock) {
            long now = time.nanos();
            Long told = typing.get(user);
            if (told != null && now - told < TYPING_PAUSE) {
                return;
            }
            typing.put(user, now);
        }
        publish(new ServerMessage.Typing(name.value(), user.name().display()), Backlog.Kind.PASSING);
    }

    /** Tells everybody an announcement. */
    void announce(String text) {
        publish(new ServerMessage.Notice(name.value(), text), Backlog.Kind.STATE);
    }

    /** How many people are present. */
    int people() {
        synchronized (lock) {
            return presence.count();
        }
    }

    /** How many connections are in it. */
    int connections() {
        return memberships.size();
    }

    /** What it is about. */
    RoomTopic topic() {
        synchronized (lock) {
            return topic;
        }
    }

    private void publish(ServerMessage message, Backlog.Kind kind) {
        String json = ENCODER.encode(message);
        synchronized (lock) {
            backlog.append(json, seq, kind);
        }
        fanOut.wake();
    }

    @GuardedBy("lock")
    private void schedulePresenceLocked() {
        if (!presenceDue) {
            presenceDue = true;
            workers.schedule(this::tellPresence, Math.max(0, presenceTold + PRESENCE_PAUSE - time.nanos()));
        }
    }

    private void tellPresence() {
        Presence.Diff diff;
        Map<User, Role> known;
        synchronized (lock) {
            known = Map.copyOf(roles);
            presenceDue = false;
            presenceTold = time.nanos();
            diff = presence.takeChanges();
        }
        publish(
                new ServerMessage.Presence(
                        name.value(),
                        diff.joined().stream()
                                .map(user -> Attendee.of(user, known.get(user)))
                                .toList(),
                        diff.left().stream().map(user -> user.name().display()).toList(),
                        diff.count()),
                Backlog.Kind.STATE);
    }

    private final class Flush implements FanOut.Flush {
        @Override
        public int run() {
            synchronized (lock) {
                backlog.release();
            }
            return wakeAll();
        }

        @Override
        public void extend() {
            synchronized (lock) {
                backlog.extend();
            }
        }
    }

    /** All workers send, for on Payara a send takes the time of the thread that makes it. */
    private int wakeAll() {
        Membership[] all = memberships.toArray(Membership[]::new);
        int part = Math.max(MIN_PART, all.length / workers.threads() + 1);
        for (int begin = part; begin < all.length; begin += part) {
            int from = begin;
            fanOut.sendBegan();
            workers.execute(() -> {
                try {
                    wake(all, from, from + part);
                } finally {
                    fanOut.sendEnded();
                }
            });
        }
        wake(all, 0, part);
        return all.length;
    }

    private static void wake(Membership[] all, int from, int end) {
        for (int i = from; i < end && i < all.length; i++) {
            all[i].connection().outbox().wake();
        }
    }
}
