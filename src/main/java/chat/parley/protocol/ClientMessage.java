package chat.parley.protocol;

import chat.parley.model.Act;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * What a client may send, one JSON object a frame: {@code {"type":"say","id":"0b5e","room":"lobby","text":"Hello"}}.
 * The type on the wire is the record's name in lower case. The constructors refuse values that no server would take with
 * {@link BadMessageException}; whether a name or a room is acceptable is not theirs to say.
 */
public sealed interface ClientMessage {
    /** The most characters an id may have. */
    int MAX_ID_LENGTH = 64;

    /** The most events that a page may have. */
    int MAX_PAGE = 100;

    /** Tells the reply from others; null when the client does not care. */
    @Nullable
    String id();

    /** Asks to be somebody: a guest by name, and by the token of an earlier welcome the same guest again. */
    record Login(
            @Nullable String id,
            @Nullable String name,
            @Nullable String token) implements ClientMessage {
        public Login {
            requireId(id);
        }
    }

    /** Enters a room, and asks for what was missed since {@code after}. */
    record Join(
            @Nullable String id,
            String room,
            @Nullable Position after,
            @Nullable Integer limit) implements ClientMessage {
        public Join {
            requireId(id);
            requireRange("limit", limit, 0);
        }
    }

    /** Leaves a room at once. */
    record Leave(@Nullable String id, String room) implements ClientMessage {
        public Leave {
            requireId(id);
        }
    }

    /** Says a text in a room. The id is the user's idempotency key. */
    record Say(String id, String room, String text) implements ClientMessage {
        public Say {
            requireId(id);
        }
    }

    /** Asks for a page of events before a seq, or the latest. */
    record History(
            @Nullable String id,
            String room,
            @Nullable Long before,
            @Nullable Integer limit) implements ClientMessage {
        public History {
            requireId(id);
            requireRange("limit", limit, 1);
            if (before != null && before < 1) {
                throw new BadMessageException("before: 1 or more expected");
            }
        }
    }

    /** Says what a room is about, in one line; nothing any more, when that is empty. */
    record Topic(@Nullable String id, String room, String topic) implements ClientMessage {
        public Topic {
            requireId(id);
            topic = topic.strip();
            if (topic.codePoints().anyMatch(ClientMessage::isNoneOfALine)) {
                throw new BadMessageException("topic: one line without control characters expected");
            }
        }
    }

    /** Tells that the user is typing. */
    record Typing(@Nullable String id, String room) implements ClientMessage {
        public Typing {
            requireId(id);
        }
    }

    /**
     * Does what moderators do. Which of the fields an act takes, docs/PROTOCOL.md tells.
     *
     * @param act the wire name of an {@link Act}
     * @param until as {@code 2026-03-01T08:15:30.123Z}
     */
    record Moderate(
            @Nullable String id,
            String act,
            @Nullable String room,
            @Nullable Target user,
            @Nullable String address,
            @Nullable Long seq,
            @Nullable String until,
            @Nullable String reason,
            @Nullable String text)
            implements ClientMessage {
        public Moderate {
            requireId(id);
            if (Act.of(act).isEmpty()) {
                throw new BadMessageException("act: there is no such one");
            }
            if (until != null) {
                requireTime(until);
            }
        }
    }

    /** Somebody, by name; {@code kind} is guest or member. */
    record Target(String name, String kind) {
        public Target {
            if (!kind.equals("guest") && !kind.equals("member")) {
                throw new BadMessageException("user.kind: guest or member expected");
            }
        }
    }

    /** Asks which rooms there are to enter. */
    record Rooms(@Nullable String id) implements ClientMessage {
        public Rooms {
            requireId(id);
        }
    }

    /** Asks for a pong. */
    record Ping(@Nullable String id) implements ClientMessage {
        public Ping {
            requireId(id);
        }
    }

    /** The last event a client has seen of a room. */
    record Position(String epoch, long seq) {
        public Position {
            if (seq < 0) {
                throw new BadMessageException("after.seq: 0 or more expected");
            }
        }
    }

    private static void requireId(@Nullable String id) {
        if (id != null && (id.isEmpty() || id.length() > MAX_ID_LENGTH)) {
            throw new BadMessageException("id: 1 to " + MAX_ID_LENGTH + " characters expected");
        }
    }

    private static void requireTime(String until) {
        try {
            // Further than databases and other languages count, nobody means.
            if (OffsetDateTime.parse(until).getYear() <= 9999) {
                return;
            }
        } catch (DateTimeParseException none) {
            // As good as one that is too late.
        }
        throw new BadMessageException("until: a time as 2026-03-01T08:15:30.123Z expected");
    }

    private static boolean isNoneOfALine(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static void requireRange(String field, @Nullable Integer value, int least) {
        if (value != null && (value < least || value > MAX_PAGE)) {
            throw new BadMessageException(field + ": " + least + " to " + MAX_PAGE + " expected");
        }
    }
}
