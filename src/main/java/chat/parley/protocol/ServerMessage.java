package chat.parley.protocol;

import chat.parley.model.Event;
import chat.parley.model.Role;
import chat.parley.model.RoomName;
import chat.parley.model.RoomTopic;
import chat.parley.model.User;
import jakarta.json.bind.annotation.JsonbSubtype;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the server sends, one JSON object each: {@code {"type":"ack","id":"0b5e","room":"lobby","seq":8,"at":"2026-03-01T08:15:30.123Z"}}.
 * Null fields are left out. Times are ISO-8601 in UTC with milliseconds.
 */
@JsonbTypeInfo(
        key = "type",
        value = {
            @JsonbSubtype(alias = "welcome", type = ServerMessage.Welcome.class),
            @JsonbSubtype(alias = "joined", type = ServerMessage.Joined.class),
            @JsonbSubtype(alias = "left", type = ServerMessage.Left.class),
            @JsonbSubtype(alias = "ack", type = ServerMessage.Ack.class),
            @JsonbSubtype(alias = "history", type = ServerMessage.History.class),
            @JsonbSubtype(alias = "rooms", type = ServerMessage.Rooms.class),
            @JsonbSubtype(alias = "pong", type = ServerMessage.Pong.class),
            @JsonbSubtype(alias = "error", type = ServerMessage.Refusal.class),
            @JsonbSubtype(alias = "moderated", type = ServerMessage.Moderated.class),
            @JsonbSubtype(alias = "message", type = ServerMessage.Message.class),
            @JsonbSubtype(alias = "deleted", type = ServerMessage.Deleted.class),
            @JsonbSubtype(alias = "presence", type = ServerMessage.Presence.class),
            @JsonbSubtype(alias = "topic", type = ServerMessage.Topic.class),
            @JsonbSubtype(alias = "typing", type = ServerMessage.Typing.class),
            @JsonbSubtype(alias = "notice", type = ServerMessage.Notice.class),
            @JsonbSubtype(alias = "removed", type = ServerMessage.Removed.class),
            @JsonbSubtype(alias = "resync", type = ServerMessage.Resync.class),
            @JsonbSubtype(alias = "bye", type = ServerMessage.Bye.class)
        })
public sealed interface ServerMessage {
    /** What has a place in a room's log. */
    sealed interface Logged extends ServerMessage permits Message, Deleted {
        /** Shows an event, live or from the log. */
        static Logged of(Event event) {
            return event.isDeletion() ? Deleted.of(event) : Message.of(event);
        }
    }

    /** The answer to a login. {@code roles} are admin and moderator, for who has them. */
    record Welcome(
            @Nullable String id,
            String session,
            @Nullable String token,
            Person user,
            List<String> roles,
            Limits limits,
            long pingSeconds,
            Server server,
            String time)
            implements ServerMessage {}

    /** The answer to a join: all up to {@code seq}; what comes later arrives live. A room without a topic has an empty one. */
    record Joined(
            @Nullable String id,
            String room,
            String epoch,
            long seq,
            boolean recovered,
            boolean more,
            List<Logged> events,
            List<Attendee> members,
            int memberCount,
            String topic)
            implements ServerMessage {}

    /** The answer to a leave. */
    record Left(@Nullable String id, String room) implements ServerMessage {}

    /** The message is stored. {@code duplicate} is true or left out. */
    record Ack(
            String id,
            String room,
            long seq,
            String at,
            @Nullable Boolean duplicate) implements ServerMessage {}

    /** A page of events, oldest first. */
    record History(@Nullable String id, String room, List<Logged> events, boolean more) implements ServerMessage {}

    /** The rooms one may enter and somebody is in, the fullest first; {@code more} when these are not all. */
    record Rooms(@Nullable String id, List<ListedRoom> rooms, boolean more) implements ServerMessage {}

    /** The answer to a ping. */
    record Pong(@Nullable String id) implements ServerMessage {}

    /** A request was refused. */
    record Refusal(
            @Nullable String id,
            String code,
            String message,
            @Nullable Long retryAfterMs) implements ServerMessage {}

    /** The act is done. */
    record Moderated(@Nullable String id, String act) implements ServerMessage {}

    /**
     * Somebody said something. {@code member} is true when the server had signed them in, or left out; {@code deleted} is true,
     * and the text empty, when it was taken back, or left out.
     */
    record Message(
            String room,
            long seq,
            String id,
            String from,
            @Nullable Boolean member,
            String text,
            String at,
            @Nullable Boolean deleted)
            implements Logged {
        /** Shows a message, live or from the log. */
        public static Message of(Event event) {
            return new Message(
                    event.room().value(),
                    event.seq(),
                    event.id(),
                    event.sender().name().display(),
                    event.sender().kind() == User.Kind.MEMBER ? true : null,
                    event.text(),
                    Timestamps.text(event.at()),
                    event.isDeleted() ? true : null);
        }
    }

    /** The message with the seq {@code target} was taken back. Has a place of its own in the log. */
    record Deleted(String room, long seq, long target, String by, String at) implements Logged {
        private static Deleted of(Event event) {
            return new Deleted(
                    event.room().value(),
                    event.seq(),
                    event.deletes(),
                    event.sender().name().display(),
                    Timestamps.text(event.at()));
        }
    }

    /** Who came and who went since the last one. */
    record Presence(String room, List<Attendee> joined, List<String> left, int count) implements ServerMessage {}

    /** What the room is about from now on; with an id the answer to whoever said so. */
    record Topic(@Nullable String id, String room, String topic, String by, String at) implements ServerMessage {
        /** Shows a topic as the log has it. */
        public static Topic of(@Nullable String id, RoomName room, RoomTopic topic) {
            return new Topic(id, room.value(), topic.text(), topic.by(), Timestamps.text(topic.at()));
        }
    }

    /** Somebody is typing. */
    record Typing(String room, String name) implements ServerMessage {}

    /** An administrator's announcement, to a room or to all. */
    record Notice(@Nullable String room, String text) implements ServerMessage {}

    /** A moderator has put this connection out of a room. {@code why} is kicked, closed or private. */
    record Removed(String room, String why, String by, String reason) implements ServerMessage {}

    /** This connection fell behind; live events go on after {@code seq}. */
    record Resync(String room, String epoch, long seq) implements ServerMessage {}

    /** The server closes this connection next. */
    record Bye(int code, String reason, boolean reconnect, long afterMs) implements ServerMessage {}

    /** A user as others see them. {@code kind} is guest or member. */
    record Person(String name, String kind) {
        /** Shows a user. */
        public static Person of(User user) {
            return new Person(user.name().display(), user.kind().name().toLowerCase(Locale.ROOT));
        }
    }

    /**
     * Somebody in a room as the others there see them. {@code role} is admin or moderator; left out for who may no more than
     * anybody.
     */
    record Attendee(String name, String kind, @Nullable String role) {
        /** Shows a user. */
        public static Attendee of(User user, @Nullable Role role) {
            Person person = Person.of(user);
            return new Attendee(person.name(), person.kind(), role == null ? null : role.wireName());
        }
    }

    /** A room as those see it who may enter it. A room without a topic has an empty one. */
    record ListedRoom(String name, int count, String topic) {}

    /** What this server takes from a client. */
    record Limits(int frameBytes, int textLength, int rooms, int historyPage, int ratePerSecond, int rateBurst) {}

    /** Who serves. {@code history} is durable or memory. */
    record Server(String name, String version, String node, String history) {}
}
