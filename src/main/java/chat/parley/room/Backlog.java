package chat.parley.room;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A room's newest events, encoded, as a chain of entries. A reader's position is the entry it has read last; it needs no
 * queue of its own. What falls out of the bounds is cut off the chain, so that a reader left behind keeps one entry alive and
 * finds out when it reads on.
 *
 * <p><b>Concurrency:</b> {@link #append} and {@link #release} are the room's, under its lock. Reading takes no lock.
 */
final class Backlog {
    /** One frame holds about as much text at the most, in chars: enough to catch up fast, little enough to send. */
    static final int MAX_FRAME = 256 * 1024;

    /** A reader that takes more entries at once is behind, and is spared what has no lasting worth. */
    private static final int BEHIND = 32;

    private static final int JOINED_RANGES = 8;

    /** So many entries, and a flush is worth no waiting for more. */
    private static final int FEW = 4;

    private final int maxEntries;
    private final long maxBytes;
    private final AtomicReferenceArray<@Nullable Range> ranges = new AtomicReferenceArray<>(JOINED_RANGES);
    private Entry oldest;
    private long bytes;
    private volatile Entry newest;
    private volatile Entry released;
    /** What readers might take before the flush that is under way, or was last. */
    private Entry flushed;

    Backlog(int maxEntries, long maxBytes, long seq) {
        this.maxEntries = maxEntries;
        this.maxBytes = maxBytes;
        oldest = newest = released = flushed = new Entry(new Payload(""), 0, seq, Kind.PASSING);
    }

    /** What an entry is worth to a reader that is behind. */
    enum Kind {
        /** Counts, and is never left out. */
        MESSAGE,
        /** Is never left out. */
        STATE,
        /** Means nothing a moment later. */
        PASSING
    }

    /** An event as it is sent, and the seq of the room's last message at that point. */
    static final class Entry {
        private final Payload payload;
        private final long index;
        private final long seq;
        private final Kind kind;
        private volatile @Nullable Entry next;

        private Entry(Payload payload, long index, long seq, Kind kind) {
            this.payload = payload;
            this.index = index;
            this.seq = seq;
            this.kind = kind;
        }

        long seq() {
            return seq;
        }

        /** Counts entries from the first that the room had. */
        long index() {
            return index;
        }

        /** Memory as far as the bounds are concerned: most text is Latin-1, a byte a char. */
        private int bytes() {
            return payload.text().length();
        }
    }

    /**
     * Part of the backlog, ready to be sent.
     *
     * @param payload one object, or several with line ends between; empty when nothing in it is worth sending
     * @param messages how many messages it holds
     * @param last the entry it ends with
     */
    record Frame(Payload payload, int messages, Entry last) {
        String text() {
            return payload.text();
        }
    }

    private record Range(Entry from, Entry released, Frame frame) {}

    /** The end of the chain. A reader that starts here gets all that comes later. */
    Entry newest() {
        return newest;
    }

    /** The end of what readers may take. */
    Entry released() {
        return released;
    }

    void append(String json, long seq, Kind kind) {
        Entry entry = new Entry(new Payload(json), newest.index + 1, seq, kind);
        newest.next = entry;
        newest = entry;
        bytes += entry.bytes();
        while (entry.index - oldest.index > maxEntries || (bytes > maxBytes && oldest.next != entry)) {
            dropOldest();
        }
    }

    private void dropOldest() {
        Entry dropped = oldest;
        Entry next = dropped.next;
        if (next == null) {
            return;
        }
        oldest = next;
        bytes -= next.bytes();
        dropped.next = null;
    }

    /** Lets readers take all there is. Ranges end here, so that readers at the same place share one text. */
    void release() {
        flushed = released;
        releaseAll();
    }

    /** Lets readers take what has come since {@link #release}, unless that is more than a few entries. */
    void extend() {
        if (newest != released && newest.index - flushed.index <= FEW) {
            releaseAll();
        }
    }

    private void releaseAll() {
        released = newest;
        for (int slot = 0; slot < JOINED_RANGES; slot++) {
            ranges.set(slot, null);
        }
    }

    boolean hasAfter(Entry position) {
        return position.index < released.index;
    }

    /** The next entry alone; null when there is none. */
    @Nullable
    Frame one(Entry position) throws CutOffException {
        if (!hasAfter(position)) {
            return null;
        }
        Entry next = next(position);
        return new Frame(next.payload, next.kind == Kind.MESSAGE ? 1 : 0, next);
    }

    /** All released entries after the position, up to {@link #MAX_FRAME}, as lines of one frame; null when there are none. */
    @Nullable
    Frame lines(Entry position) throws CutOffException {
        Entry end = released;
        if (position.index >= end.index) {
            return null;
        }
        int slot = (int) (position.index % JOINED_RANGES);
        Range range = ranges.get(slot);
        if (range == null || range.from != position || range.released != end) {
            range = new Range(position, end, join(position, end));
            ranges.set(slot, range);
        }
        return range.frame;
    }

    private static Frame join(Entry position, Entry end) throws CutOffException {
        Entry first = next(position);
        if (first == end) {
            return new Frame(first.payload, first.kind == Kind.MESSAGE ? 1 : 0, first);
        }
        boolean behind = end.index - position.index > BEHIND;
        StringBuilder text = new StringBuilder(Math.min(MAX_FRAME, 4096));
        int messages = 0;
        Entry last = position;
        while (last != end && text.length() < MAX_FRAME) {
            last = next(last);
            if (behind && last.kind == Kind.PASSING) {
                continue;
            }
            if (!text.isEmpty()) {
                text.append('\n');
            }
            text.append(last.payload.text());
            messages += last.kind == Kind.MESSAGE ? 1 : 0;
        }
        return new Frame(new Payload(text.toString()), messages, last);
    }

    /** Only for an entry before {@link #released}: without a next one it has been cut off. */
    private static Entry next(Entry entry) throws CutOffException {
        Entry next = entry.next;
        if (next == null) {
            throw new CutOffException();
        }
        return next;
    }

    /** The reader stayed behind for so long that the chain was cut after its position. */
    static final class CutOffException extends Exception {
        private static final long serialVersionUID = 1;

        CutOffException() {
            super(null, null, false, false);
        }
    }
}
