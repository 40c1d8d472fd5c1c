package chat.parley.room;

import chat.parley.model.RoomName;
import chat.parley.model.User;
import java.util.Set;

/**
 * What moderators have said of a room, whether or not anybody has ever been in it.
 *
 * @param closed whether nobody may be in it
 * @param membersOnly whether it is private: nobody but its members, and moderators, may be in it, or learn of it
 * @param members who is on its list, private or not
 */
public record RoomRule(RoomName room, boolean closed, boolean membersOnly, Set<User> members) {
    public RoomRule {
        members = Set.copyOf(members);
    }

    /** What holds where nobody has said anything. */
    static RoomRule none(RoomName room) {
        return new RoomRule(room, false, false, Set.of());
    }
}
