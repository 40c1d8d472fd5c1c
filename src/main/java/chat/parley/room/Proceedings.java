package chat.parley.room;

import chat.parley.model.InvalidNameException;
import chat.parley.protocol.ErrorCode;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * How anything is done that moderators do: looked at whether it is allowed, stored with its entry in the audit log, and only then
 * carried out. So there is no act without its entry, also where the server fails in between; and of what was refused to a
 * moderator there is an entry too.
 */
final class Proceedings {
    private static final Logger LOG = System.getLogger("chat.parley.room");

    /** Further than databases and other languages count, nobody means. */
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final AuditLog audit;
    private final Time time;

    Proceedings(AuditLog audit, Time time) {
        this.audit = audit;
        this.time = time;
    }

    /** What stores a deed that is allowed, with its entry. */
    interface Storing {
        CompletionStage<?> with(AuditEntry entry);
    }

    /**
     * Completes when all is done.
     *
     * @param check throws {@link ModerationException} when it is not allowed
     */
    CompletionStage<Void> carryOut(Deed deed, Runnable check, Storing storing, Runnable effect) {
        if (!deed.actor().isModerator()) {
            // Not written down: anybody could fill the audit log.
            return CompletableFuture.failedStage(new ModerationException(ErrorCode.FORBIDDEN, "for moderators only"));
        }
        AuditEntry entry = deed.entry(time.now());
        return attempt(deed, check, storing, entry)
                .thenRun(effect)
                .handle((done, failure) -> outcome(entry, failure))
                .thenCompose(outcome -> outcome);
    }

    private static CompletionStage<?> attempt(Deed deed, Runnable check, Storing storing, AuditEntry entry) {
        try {
            requireLine(deed.reason());
            check.run();
            return storing.with(entry);
        } catch (ModerationException | InvalidNameException refusal) {
            return CompletableFuture.failedStage(refusal);
        }
    }

    /** What is said to people, and stands in a table: one line, and not too long. */
    private static void requireLine(String reason) {
        require(
                reason.codePointCount(0, reason.length()) <= Moderation.MAX_REASON,
                ErrorCode.TOO_LONG,
                "reason or text: at most " + Moderation.MAX_REASON + " characters");
        require(
                reason.codePoints().noneMatch(Proceedings::isNoneOfALine),
                ErrorCode.BAD_MESSAGE,
                "reason or text: one line without control characters expected");
    }

    private static boolean isNoneOfALine(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> false;
        };
    }

    static void requireToCome(@Nullable Instant until, Instant now) {
        require(
                until == null || (until.isAfter(now) && until.isBefore(LATEST)),
                ErrorCode.BAD_MESSAGE,
                "until: a time to come expected");
    }

    static void require(boolean holds, ErrorCode code, String otherwise) {
        if (!holds) {
            throw new ModerationException(code, otherwise);
        }
    }

    /** Null when it was not refused, but failed, or neither. */
    private static @Nullable ModerationException refusal(@Nullable Throwable failure) {
        if (failure instanceof ModerationException refusal) {
            return refusal;
        } else if (failure instanceof InvalidNameException name) {
            return new ModerationException(ErrorCode.NAME_INVALID, String.valueOf(name.getMessage()));
        } else if (failure instanceof LogException log) {
            String why = String.valueOf(log.getMessage());
            return switch (log.reason()) {
                case NO_SUCH_ROOM -> new ModerationException(ErrorCode.NO_SUCH_ROOM, why);
                case NO_SUCH_MESSAGE -> new ModerationException(ErrorCode.NOT_FOUND, why);
                case BUSY, UNAVAILABLE -> null;
            };
        }
        return null;
    }

    private CompletionStage<Void> outcome(AuditEntry entry, @Nullable Throwable failure) {
        if (failure == null) {
            LOG.log(
                    Level.INFO,
                    () -> entry.actor() + ": " + entry.act() + " " + (entry.target() + " " + entry.room()).strip());
            return CompletableFuture.completedStage(null);
        }
        ModerationException refusal = refusal(LogFailure.cause(failure));
        return refusal == null ? CompletableFuture.failedStage(failure) : refused(entry, refusal);
    }

    private CompletionStage<Void> refused(AuditEntry entry, ModerationException refusal) {
        return audit.append(entry.withOutcome(refusal.code().wireName())).handle((written, failure) -> {
            throw refusal;
        });
    }
}
