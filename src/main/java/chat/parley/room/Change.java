package chat.parley.room;

import chat.parley.model.RoomName;
import chat.parley.model.User;
import org.jspecify.annotations.Nullable;

/** What an act changes of what holds. Made twice it is as made once. */
public sealed interface Change {
    /** A ban or mute begins, in place of the one that there is. */
    record Impose(Sanction sanction) implements Change {}

    /** A ban or mute ends. */
    record Lift(
            Sanction.Kind kind, Subject subject, @Nullable RoomName room) implements Change {}

    /** A room is closed, or is no more. */
    record Closing(RoomName room, boolean closed) implements Change {}

    /** A room is private, or is no more. */
    record Privacy(RoomName room, boolean membersOnly) implements Change {}

    /** A bot has a token more. */
    record Grant(BotToken token) implements Change {}

    /** A bot has that token no more. */
    record Revoke(String id) implements Change {}

    /** Somebody is on a room's list, or is no more. */
    record Listing(RoomName room, User user, boolean listed) implements Change {}
}
