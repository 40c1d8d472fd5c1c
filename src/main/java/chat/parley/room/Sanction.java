package chat.parley.room;

import chat.parley.model.RoomName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ban or a mute. There is one of each kind for a subject and a room; a newer one takes its place.
 *
 * @param room where a mute holds; null: everywhere
 * @param until when it ends; null: never
 * @param reason said to whom it is for; may be empty
 * @param by the name of whoever imposed it
 * @param byAdmin whether that was an administrator; only then it holds for one
 * @param at when it was imposed
 */
public record Sanction(
        Kind kind,
        Subject subject,
        @Nullable RoomName room,
        @Nullable Instant until,
        String reason,
        String by,
        boolean byAdmin,
        Instant at) {

    /** What it keeps its subject from. */
    public enum Kind {
        /** Being on the server. */
        BAN,
        /** Saying anything. */
        MUTE
    }

    /** What there is one sanction of. */
    record Key(Kind kind, Subject subject, @Nullable RoomName room) {}

    Key key() {
        return new Key(kind, subject, room);
    }

    /** Whether it holds at that moment. */
    public boolean holdsAt(Instant now) {
        return until == null || now.isBefore(until);
    }
}
