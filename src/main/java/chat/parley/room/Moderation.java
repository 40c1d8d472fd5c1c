package chat.parley.room;

import chat.parley.model.Actor;
import chat.parley.model.RoomName;
import chat.parley.model.User;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What moderators and administrators do, by whatever way they come. For any thread, and none is blocked.
 *
 * <p>A stage that completes means: done, stored, and in the audit log. It fails with a {@link ModerationException} where the act is
 * refused, and with a {@link LogException} where it cannot be stored; then nothing was done. Refused is: whoever has no role; a
 * moderator who acts on an administrator, or on a ban or mute that one has set; whoever would kick, mute or ban themselves. What was refused to somebody with a role
 * stands in the audit log too.
 *
 * <p>Reasons are one line of at most {@value #MAX_REASON} characters, and may be empty.
 */
public interface Moderation {
    /** In Unicode code points. */
    int MAX_REASON = 250;

    /**
     * Sends a person out of a room, or off the server with all their connections (4504).
     *
     * @param room null: off the server
     */
    CompletionStage<Void> kick(Actor actor, User user, @Nullable RoomName room, String reason);

    /**
     * Keeps somebody off the server, and closes the connections they have (4505). A ban there is already is replaced.
     *
     * @param until null: for ever
     */
    CompletionStage<Void> ban(Actor actor, Subject subject, @Nullable Instant until, String reason);

    /** Ends a ban. */
    CompletionStage<Void> unban(Actor actor, Subject subject, String reason);

    /**
     * Lets a person say nothing and set no topic. A mute there is already is replaced.
     *
     * @param room null: everywhere
     * @param until null: for ever
     */
    CompletionStage<Void> mute(Actor actor, User user, @Nullable RoomName room, @Nullable Instant until, String reason);

    /** Ends a mute: the one of that room, or with null the one that holds everywhere. */
    CompletionStage<Void> unmute(Actor actor, User user, @Nullable RoomName room, String reason);

    /** Takes back a message: its text is gone, its place in the log stays. Whoever is in the room is told. */
    CompletionStage<Void> delete(Actor actor, RoomName room, long seq, String reason);

    /** Puts everybody out of a room, and lets nobody in. */
    CompletionStage<Void> close(Actor actor, RoomName room, String reason);

    /** Lets people into a closed room again. */
    CompletionStage<Void> reopen(Actor actor, RoomName room, String reason);

    /** Lets into the room nobody but its members and moderators, and puts out who else is in it. */
    CompletionStage<Void> makePrivate(Actor actor, RoomName room, String reason);

    /** Lets everybody into the room. Its list stays, for when it is private again. */
    CompletionStage<Void> makePublic(Actor actor, RoomName room, String reason);

    /** Puts a signed-in user on the room's list. A guest's name is nobody's for good, so guests are refused. */
    CompletionStage<Void> addMember(Actor actor, RoomName room, User user, String reason);

    /** Takes somebody off the room's list, and puts them out of the room where it is private. */
    CompletionStage<Void> removeMember(Actor actor, RoomName room, User user, String reason);

    /**
     * Tells something to everybody in a room, or to everybody there is. The text is one line, and as long as a reason may be.
     *
     * @param room null: everybody
     */
    CompletionStage<Void> announce(Actor actor, @Nullable RoomName room, String text);

    /** The bans and mutes that hold now, newest first. */
    List<Sanction> sanctions();

    /** The rooms that are closed or private, or have a list of members, by name. */
    List<RoomRule> rooms();
}
