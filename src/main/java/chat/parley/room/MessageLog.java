package chat.parley.room;

import chat.parley.model.Draft;
import chat.parley.model.Event;
import chat.parley.model.RoomName;
import chat.parley.model.RoomTopic;
import chat.parley.model.User;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * What was said, room by room, in order, and what each room is about. A stage completes on a thread of the log's choice and
 * never blocks the caller; it fails with a {@link LogException} when the log cannot do it now.
 */
public interface MessageLog {
    /**
     * Where a room's log ends now. Opens the room; each open is followed by one {@link #close}, unless it failed.
     *
     * @param create whether to make a room that there is not yet
     */
    CompletionStage<Head> open(RoomName room, boolean create);

    /** Nobody needs the room any more for now. What was said in it stays. */
    void close(RoomName room);

    /**
     * Stores a draft as the next event of its room, which is open. Completed means stored; the stages of a room's drafts
     * complete in the order of their seq. A sender's id that was stored before is never stored again.
     */
    CompletionStage<Appended> append(Draft draft);

    /** The events of an open room from seq {@code first} to {@code last}, both included, as far as the log still has them. */
    CompletionStage<Page> read(RoomName room, long first, long last);

    /** The last seq that is known to be stored in an open room. */
    long lastSeq(RoomName room);

    /**
     * Stores what an open room is about. Completed means stored. Of two that come at once, the newer one is the one that stays,
     * in whatever order their stages complete.
     */
    CompletionStage<RoomTopic> setTopic(RoomName room, String text, User by);

    /** The newest topic that is known to be stored of an open room. */
    RoomTopic topic(RoomName room);

    /**
     * Takes a message of an open room back: its text is gone from the log, and the deletion is the room's next event. Completed
     * means stored, together with the entry of the audit log. A message that was taken back before stays so, and what comes is
     * the event of then.
     *
     * <p>Fails with {@link LogException.Reason#NO_SUCH_MESSAGE} where there is none with that seq; then nothing is stored.
     */
    CompletionStage<Event> delete(RoomName room, long seq, User by, AuditEntry entry);

    /** What an operator wants to know of the log. */
    Health health();

    /** What waits to be stored. */
    default Queue queue() {
        return Queue.NONE;
    }

    /**
     * What waits to be stored.
     *
     * @param now as much waits now
     * @param most as much waited at the worst moment
     */
    record Queue(long now, long most) {
        /** Where nothing ever waits. */
        public static final Queue NONE = new Queue(0, 0);
    }

    /**
     * How the log is.
     *
     * @param durable whether what is stored outlives the server
     * @param trouble what keeps it from storing just now, for an administrator; empty when nothing does
     * @param databaseDown whether that is the database, which comes back
     */
    record Health(boolean durable, String trouble, boolean databaseDown) {}

    /**
     * A room's log.
     *
     * @param epoch changes when the log starts anew
     * @param seq of the last event; 0 when there is none
     * @param topic what the room is about
     */
    record Head(String epoch, long seq, RoomTopic topic) {}

    /**
     * Part of a room's log.
     *
     * @param events oldest first, without holes
     * @param more whether the log has events before them
     */
    record Page(List<Event> events, boolean more) {}

    /** What became of a draft. */
    sealed interface Appended {
        /** It is stored, by this call. */
        record Stored(Event event) implements Appended {}

        /** It had been stored before, as this event. */
        record Duplicate(Event event) implements Appended {}

        /** The sender used the id for another room or text. Nothing was stored. */
        record Conflict() implements Appended {}
    }
}
