package chat.parley.room;

import chat.parley.model.Draft;
import chat.parley.model.Event;
import chat.parley.model.RoomName;
import chat.parley.model.RoomTopic;
import chat.parley.model.User;
import chat.parley.protocol.ClientMessage;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.ServerMessage;
import chat.parley.protocol.Timestamps;
import chat.parley.room.MessageLog.Appended;
import chat.parley.settings.LiveSettings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * What people do in rooms: say what they have to and what a room is about, look back, type.
 *
 * <p>Invariants: a message or a topic is acknowledged, and broadcast, only when the log has stored it. Nothing blocks: where
 * the log takes its time, the answer comes when the log is done.
 */
@Singleton
class Conversations {
    private final MessageLog log;
    private final Deliveries deliveries;
    private final Doorkeeper doorkeeper;
    private final LiveSettings settings;
    private final Figures figures;

    @Inject
    Conversations(
            MessageLog log, Deliveries deliveries, Doorkeeper doorkeeper, LiveSettings settings, Figures figures) {
        this.log = log;
        this.deliveries = deliveries;
        this.doorkeeper = doorkeeper;
        this.settings = settings;
        this.figures = figures;
    }

    void say(Connection connection, People.Person person, ClientMessage.Say request) {
        Membership membership = membership(connection, request.id(), request.room());
        if (membership == null || isSilenced(connection, person, membership, request.id())) {
            return;
        }
        String text = request.text();
        if (text.isBlank()) {
            connection.refuse(request.id(), ErrorCode.BAD_MESSAGE, "text: empty");
        } else if (text.codePointCount(0, text.length()) > settings.now().maxTextLength()) {
            connection.refuse(
                    request.id(),
                    ErrorCode.TOO_LONG,
                    "text: at most " + settings.now().maxTextLength() + " characters");
        } else if (connection.isInTime(person, request.id())) {
            append(connection, membership, new Draft(membership.room().name(), person.user(), request.id(), text));
        }
    }

    private boolean isSilenced(
            Connection connection, People.Person person, Membership membership, @Nullable String id) {
        return doorkeeper.silences(
                connection, id, person.user(), membership.room().name());
    }

    private void append(Connection connection, Membership membership, Draft draft) {
        log.append(draft).whenComplete((appended, failure) -> {
            if (appended instanceof Appended.Stored stored) {
                figures.messageIn();
                // In this order: whoever joins after the ack finds the message in the room.
                deliveries.deliver(stored.event());
                connection.replyWithFlush(ack(stored.event(), null), membership);
            } else if (appended instanceof Appended.Duplicate duplicate) {
                connection.reply(ack(duplicate.event(), true));
            } else if (appended instanceof Appended.Conflict) {
                connection.refuse(draft.id(), ErrorCode.ID_CONFLICT, "this id was said with another room or text");
            } else {
                LogFailure.answer(connection, draft.id(), draft.room(), failure);
            }
        });
    }

    private static ServerMessage.Ack ack(Event event, @Nullable Boolean duplicate) {
        return new ServerMessage.Ack(
                event.id(), event.room().value(), event.seq(), Timestamps.text(event.at()), duplicate);
    }

    void topic(Connection connection, People.Person person, ClientMessage.Topic request) {
        Membership membership = membership(connection, request.id(), request.room());
        if (membership == null || isSilenced(connection, person, membership, request.id())) {
            return;
        }
        String text = request.topic();
        if (text.codePointCount(0, text.length()) > RoomTopic.MAX_LENGTH) {
            connection.refuse(
                    request.id(), ErrorCode.TOO_LONG, "topic: at most " + RoomTopic.MAX_LENGTH + " characters");
        } else if (connection.isInTime(person, request.id())) {
            setTopic(connection, membership, person.user(), request);
        }
    }

    private void setTopic(Connection connection, Membership membership, User user, ClientMessage.Topic request) {
        RoomName room = membership.room().name();
        log.setTopic(room, request.topic(), user).whenComplete((topic, failure) -> {
            if (topic == null) {
                LogFailure.answer(connection, request.id(), room, failure);
            } else {
                deliveries.deliver(room, topic);
                connection.replyWithFlush(ServerMessage.Topic.of(request.id(), room, topic), membership);
            }
        });
    }

    void history(Connection connection, ClientMessage.History request) {
        Membership membership = membership(connection, request.id(), request.room());
        if (membership == null) {
            return;
        }
        Room room = membership.room();
        long newest = room.seq();
        long last = request.before() == null ? newest : Math.min(newest, request.before() - 1);
        int limit = request.limit() == null ? settings.now().historyPage() : request.limit();
        log.read(room.name(), last - limit + 1, last).whenComplete((page, failure) -> {
            if (page == null) {
                LogFailure.answer(connection, request.id(), room.name(), failure);
            } else {
                connection.reply(
                        new ServerMessage.History(request.id(), request.room(), Entrances.shown(page), page.more()));
            }
        });
    }

    void typing(Connection connection, User user, ClientMessage.Typing request) {
        Membership membership = membership(connection, request.id(), request.room());
        if (membership != null
                && !doorkeeper.isSilent(connection, user, membership.room().name())) {
            membership.room().typing(user);
        }
    }

    /** Null, and refused, when the connection is not in that room. */
    static @Nullable Membership membership(Connection connection, @Nullable String id, String room) {
        Membership membership = connection.memberships().find(room);
        if (membership == null) {
            connection.refuse(id, ErrorCode.NOT_JOINED, "join the room first");
        }
        return membership;
    }
}
