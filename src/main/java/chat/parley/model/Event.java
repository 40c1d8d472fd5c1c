package chat.parley.model;

import java.time.Instant;

/**
 * Something that happened in a room, as the log keeps it: a message, or that one was taken back.
 *
 * @param room where
 * @param seq its place in the room's log; counts from 1 without holes
 * @param sender who said it, or took it back
 * @param id the sender's idempotency key; empty for a deletion
 * @param text what was said; empty when it was taken back
 * @param at when it was stored, in whole milliseconds; never before the event before it
 * @param deletedBy the seq of the event that took this message back; 0: none has
 * @param deletes the seq of the message that this event takes back; 0: it is a message itself
 */
public record Event(
        RoomName room, long seq, User sender, String id, String text, Instant at, long deletedBy, long deletes) {

    /** A message. */
    public Event(RoomName room, long seq, User sender, String id, String text, Instant at) {
        this(room, seq, sender, id, text, at, 0, 0);
    }

    /** A message is taken back. */
    public static Event deletion(RoomName room, long seq, User by, Instant at, long deletes) {
        return new Event(room, seq, by, "", "", at, 0, deletes);
    }

    /** Whether it takes a message back, and is none itself. */
    public boolean isDeletion() {
        return deletes > 0;
    }

    /** Whether it is a message that was taken back. */
    public boolean isDeleted() {
        return deletedBy > 0;
    }

    /** The message as it is once that event has taken it back. */
    public Event takenBackBy(long deletion) {
        return new Event(room, seq, sender, id, "", at, deletion, 0);
    }
}
