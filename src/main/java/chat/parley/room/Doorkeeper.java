package chat.parley.room;

import chat.parley.model.InvalidNameException;
import chat.parley.model.RoomName;
import chat.parley.model.User;
import chat.parley.model.User.Kind;
import chat.parley.model.UserName;
import chat.parley.protocol.CloseCode;
import chat.parley.protocol.ErrorCode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Turns away whom moderators have banned or muted, and keeps people out of rooms that are closed or private.
 *
 * <p>Race: whoever passes here, and is entered only then, asks again afterwards. An act that came between has either found them
 * entered, or is found.
 */
@Singleton
class Doorkeeper {
    private static final long RETRY_NANOS = 1_000_000_000;

    private final Rulebook rulebook;
    private final Time time;

    @Inject
    Doorkeeper(Rulebook rulebook, Time time) {
        this.rulebook = rulebook;
        this.time = time;
    }

    /** A connection whose address or member is banned is closed before it says anything. */
    void opened(Connection connection) {
        Sanction ban = rulebook.ban(connection.caller(), member(connection));
        if (ban != null) {
            connection.close(CloseCode.BANNED, 0, ban.reason());
        }
    }

    private static @Nullable User member(Connection connection) {
        try {
            return connection.caller().isMember()
                    ? new User(UserName.ofMember(connection.caller().name()), Kind.MEMBER)
                    : null;
        } catch (InvalidNameException toldAtLogin) {
            return null;
        }
    }

    /** True, and answered, when the connection must not be this user's. */
    boolean turnsAway(Connection connection, @Nullable String id, User user) {
        if (!rulebook.isKnown()) {
            connection.awaitLoginAgain();
            connection.refuse(id, ErrorCode.BUSY, "who is banned cannot be read just now", RETRY_NANOS);
            return true;
        }
        Sanction ban = rulebook.ban(connection.caller(), user);
        if (ban == null) {
            return false;
        }
        refuse(connection, id, ErrorCode.BANNED, "a moderator has banned you", ban);
        connection.close(CloseCode.BANNED, 0, ban.reason());
        return true;
    }

    /** Whether the user may be in that room. */
    boolean admits(Connection connection, User user, RoomName room) {
        return rulebook.now().mayBeIn(room, user, connection.caller());
    }

    /** Says why the user may not be in that room. A private one is none to whoever may not know of it. */
    void refuse(Connection connection, @Nullable String id, User user, RoomName room) {
        if (rulebook.now().mayKnow(room, user, connection.caller())) {
            connection.refuse(id, ErrorCode.ROOM_CLOSED, "a moderator has closed this room");
        } else {
            connection.refuse(id, ErrorCode.NO_SUCH_ROOM, "there is no such room");
        }
    }

    /** True, and refused, when the user must say nothing in that room. */
    boolean silences(Connection connection, @Nullable String id, User user, RoomName room) {
        Sanction mute = rulebook.mute(connection.caller(), user, room);
        if (mute == null) {
            return false;
        }
        refuse(connection, id, ErrorCode.MUTED, "a moderator has silenced you", mute);
        return true;
    }

    /** Whether the user must say nothing in that room. */
    boolean isSilent(Connection connection, User user, RoomName room) {
        return rulebook.mute(connection.caller(), user, room) != null;
    }

    private void refuse(Connection connection, @Nullable String id, ErrorCode code, String what, Sanction sanction) {
        String why = sanction.reason().isEmpty() ? what : what + ": " + sanction.reason();
        Long retryAfterMs = sanction.until() == null
                ? null
                : Math.max(1, sanction.until().toEpochMilli() - time.now().toEpochMilli());
        connection.refuseFor(id, code, why, retryAfterMs);
    }
}
