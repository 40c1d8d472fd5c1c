package chat.parley.room;

import chat.parley.model.Act;
import chat.parley.model.Actor;
import chat.parley.model.RoomName;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Somebody wants to do something: who, what, on whom or what, where, until when, why.
 *
 * @param act as the audit log shows it
 * @param target as the audit log shows it; may be empty
 */
record Deed(
        Actor actor,
        String act,
        String target,
        @Nullable RoomName room,
        @Nullable Instant until,
        String reason) {

    /** One that has no end. */
    static Deed of(Actor actor, Act act, Object target, @Nullable RoomName room, String reason) {
        return new Deed(actor, act.wireName(), target.toString(), room, null, reason);
    }

    /** The line of the audit log for when it is done. */
    AuditEntry entry(Instant now) {
        String why = reason;
        if (until != null) {
            why = (reason + " (until " + until + ")").strip();
        }
        return new AuditEntry(
                0,
                now,
                actor.name(),
                actor.kind().name().toLowerCase(Locale.ROOT),
                actor.address(),
                act,
                target,
                room == null ? "" : room.value(),
                why,
                AuditEntry.DONE);
    }
}
