package chat.parley.model;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a moderator can do. On the wire, and in the audit log, in lower case: {@code make_private}. */
public enum Act {
    /** Sends a person out of a room, or off the server. They may come back. */
    KICK,
    /** Keeps a person or an address off the server. */
    BAN,
    /** Ends a ban. */
    UNBAN,
    /** Lets a person say nothing, in a room or anywhere. */
    MUTE,
    /** Ends a mute. */
    UNMUTE,
    /** Takes back what somebody said. */
    DELETE,
    /** Puts everybody out of a room and lets nobody in. */
    CLOSE,
    /** Lets people into a closed room again. */
    REOPEN,
    /** Lets into a room its members alone. */
    MAKE_PRIVATE,
    /** Lets everybody into a private room. */
    MAKE_PUBLIC,
    /** Puts a person on a room's list. */
    ADD_MEMBER,
    /** Takes a person off a room's list. */
    REMOVE_MEMBER,
    /** Tells something to a room, or to everybody. */
    ANNOUNCE;

    /** As clients write it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty when there is no such act. */
    public static Optional<Act> of(String wireName) {
        return Stream.of(values())
                .filter(act -> act.wireName().equals(wireName))
                .findFirst();
    }
}
