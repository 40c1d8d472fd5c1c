package chat.parley.history;

import chat.parley.model.Event;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A room's newest events, without holes, bounded in number and bytes. For one thread at a time. */
final class RecentEvents {
    private final int maxEvents;
    private final long maxBytes;
    private final Consumer<Event> dropped;
    private final Deque<Event> events = new ArrayDeque<>();
    private long bytes;

    /** @param dropped is told of each event that is no longer kept */
    RecentEvents(int maxEvents, long maxBytes, Consumer<Event> dropped) {
        this.maxEvents = maxEvents;
        this.maxBytes = maxBytes;
        this.dropped = dropped;
    }

    /** The event after the newest. After a hole, what was before it is dropped; an event that is kept already is left out. */
    void add(Event event) {
        Event newest = events.peekLast();
        if (newest != null && event.seq() <= newest.seq()) {
            return;
        }
        if (newest != null && event.seq() > newest.seq() + 1) {
            dropBefore(event.seq());
        }
        events.add(event);
        bytes += bytes(event);
        while (events.size() > maxEvents || (bytes > maxBytes && events.size() > 1)) {
            dropOldest();
        }
    }

    /** The event with that seq; null when it is not kept. */
    @Nullable
    Event find(long seq) {
        List<Event> found = range(seq, seq);
        return found.isEmpty() ? null : found.get(0);
    }

    /** Another event takes the place of the one with the same seq, if that is kept. */
    void replace(Event other) {
        for (int i = events.size(); i > 0; i--) {
            Event event = events.remove();
            if (event.seq() == other.seq()) {
                bytes += bytes(other) - bytes(event);
                event = other;
            }
            events.add(event);
        }
    }

    /** Forgets the events before that seq. */
    void dropBefore(long seq) {
        while (!events.isEmpty() && events.element().seq() < seq) {
            dropOldest();
        }
    }

    private void dropOldest() {
        Event oldest = events.remove();
        bytes -= bytes(oldest);
        dropped.accept(oldest);
    }

    boolean isEmpty() {
        return events.isEmpty();
    }

    /** All that are kept, oldest first. */
    Iterable<Event> all() {
        return events;
    }

    /** The events from first to last, both included, as far as they are kept. */
    List<Event> range(long first, long last) {
        List<Event> range = new ArrayList<>();
        Iterator<Event> newestFirst = events.descendingIterator();
        while (newestFirst.hasNext()) {
            Event event = newestFirst.next();
            if (event.seq() < first) {
                break;
            }
            if (event.seq() <= last) {
                range.add(event);
            }
        }
        Collections.reverse(range);
        return range;
    }

    /** The seq of the oldest that is kept; null when none is. */
    @Nullable
    Long oldest() {
        Event oldest = events.peekFirst();
        return oldest == null ? null : oldest.seq();
    }

    /** Roughly: most text takes a byte a char. */
    private static int bytes(Event event) {
        return event.text().length() + event.id().length();
    }
}
