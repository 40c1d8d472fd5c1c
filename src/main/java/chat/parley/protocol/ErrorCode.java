package chat.parley.protocol;

import java.util.Locale;

/** Why a request was refused; the connection lives on after each. On the wire in lower case: {@code bad_json}. */
public enum ErrorCode {
    /** The frame is no JSON object, or something follows it. */
    BAD_JSON,
    /** A field is missing or of the wrong shape. */
    BAD_MESSAGE,
    /** No such type of message. */
    UNKNOWN_TYPE,
    /** The text, or the topic, is longer than allowed. */
    TOO_LONG,
    /** A login comes first. */
    NOT_LOGGED_IN,
    /** A connection has one user. */
    ALREADY_LOGGED_IN,
    /** Not a name a guest can have. */
    NAME_INVALID,
    /** Somebody else holds that name. */
    NAME_TAKEN,
    /** This server wants its users to sign in first. */
    UNAUTHORIZED,
    /** Not allowed to this user. */
    FORBIDDEN,
    /** Not a room's name. */
    ROOM_INVALID,
    /** There is no such room. */
    NO_SUCH_ROOM,
    /** A moderator has closed that room. */
    ROOM_CLOSED,
    /** Whom or what the act is for is not there. */
    NOT_FOUND,
    /** A join comes first. */
    NOT_JOINED,
    /** This connection is in that room. */
    ALREADY_JOINED,
    /** The id was said with another room or text. */
    ID_CONFLICT,
    /** A moderator has silenced this user. */
    MUTED,
    /** A moderator has banned this user. */
    BANNED,
    /** Too fast; comes with {@code retryAfterMs}. */
    RATE_LIMITED,
    /** The log's queue is full and nothing was stored; comes with {@code retryAfterMs}. */
    BUSY,
    /** The server failed; whether a message was stored is unknown. */
    INTERNAL;

    /** The code as clients see it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
