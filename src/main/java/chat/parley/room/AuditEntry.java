package chat.parley.room;

import java.time.Instant;

/**
 * A line of the audit log: who did what, on whom or what, where, why, and what became of it. What does not apply is empty.
 *
 * @param id counts up; 0 as long as it is not stored
 * @param at when, in whole milliseconds
 * @param actor the name of whoever acted
 * @param actorKind {@code member} or {@code tool}
 * @param address where they acted from
 * @param act as {@code ban}
 * @param target on whom or what: {@code guest ada}, {@code 192.0.2.0/24}, {@code message 8}
 * @param room where
 * @param reason why, in the actor's words; of a ban or a mute that ends, with when
 * @param outcome {@code done}, or the code of the error that was answered
 */
public record AuditEntry(
        long id,
        Instant at,
        String actor,
        String actorKind,
        String address,
        String act,
        String target,
        String room,
        String reason,
        String outcome) {

    /** The outcome of an act that was carried out. */
    public static final String DONE = "done";

    /** The same with that outcome. */
    public AuditEntry withOutcome(String became) {
        return new AuditEntry(id, at, actor, actorKind, address, act, target, room, reason, became);
    }

    /** The same as it is stored. */
    public AuditEntry withId(long stored) {
        return new AuditEntry(stored, at, actor, actorKind, address, act, target, room, reason, outcome);
    }
}
