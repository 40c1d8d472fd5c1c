package chat.parley.room;

import chat.parley.model.Caller;
import chat.parley.model.Draft;
import chat.parley.model.Event;
import chat.parley.model.InvalidNameException;
import chat.parley.model.RoomName;
import chat.parley.model.RoomTopic;
import chat.parley.model.User;
import chat.parley.protocol.ClientMessage;
import chat.parley.protocol.ClientMessage.Position;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.ServerMessage;
import chat.parley.protocol.ServerMessage.Person;
import chat.parley.protocol.Timestamps;
import chat.parley.room.MessageLog.Appended;
import chat.parley.room.MessageLog.Page;
import chat.parley.settings.LiveSettings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What logged-in people do: join and leave rooms, say what they have to and what a room is about, look back, type.
 *
 * <p>Invariants: a message or a topic is acknowledged, and broadcast, only when the log has stored it. Nothing blocks: where
 * the log takes its time, the answer comes when the log is done.
 */
@Singleton
class Conversations {
    /** How many rooms one connection may be in. */
    static final int MAX_ROOMS = 100;

    /** A client that has missed more events gets the latest page and looks back by itself. */
    private static final int MAX_RECOVERED = 1000;

    /** When to try again what the log could not do. */
    private static final long RETRY_NANOS = 1_000_000_000;

    private static final Logger LOG = System.getLogger("chat.parley.room");

    private final Rooms rooms;
    private final MessageLog log;
    private final Deliveries deliveries;
    private final Departures departures;
    private final LiveSettings settings;
    private final Figures figures;
    private final Time time;

    @Inject
    Conversations(
            Rooms rooms,
            MessageLog log,
            Deliveries deliveries,
            Departures departures,
            LiveSettings settings,
            Figures figures,
            Time time) {
        this.rooms = rooms;
        this.log = log;
        this.deliveries = deliveries;
        this.departures = departures;
        this.settings = settings;
        this.figures = figures;
        this.time = time;
    }

    void join(Connection connection, User user, ClientMessage.Join request) {
        RoomName name;
        try {
            name = RoomName.parse(request.room());
        } catch (InvalidNameException e) {
            connection.refuse(request.id(), ErrorCode.ROOM_INVALID, String.valueOf(e.getMessage()));
            return;
        }
        if (connection.memberships().find(name.value()) != null) {
            connection.refuse(request.id(), ErrorCode.ALREADY_JOINED, "this connection is in that room");
        } else if (connection.memberships().all().length >= MAX_ROOMS) {
            connection.refuse(request.id(), ErrorCode.FORBIDDEN, "at most " + MAX_ROOMS + " rooms a connection");
        } else {
            log.open(name, mayCreate(connection)).whenComplete((head, failure) -> {
                if (head == null) {
                    fail(connection, request.id(), name, failure);
                } else {
                    Room room = rooms.retain(name, head);
                    deliveries.catchUp(room);
                    enter(connection, user, request, room);
                }
            });
        }
    }

    private boolean mayCreate(Connection connection) {
        Caller caller = connection.caller();
        return switch (settings.now().roomsCreate()) {
            case ANYONE -> true;
            case MEMBERS -> caller.isMember();
            case MODERATORS -> !caller.roles().isEmpty();
        };
    }

    private void enter(Connection connection, User user, ClientMessage.Join request, Room room) {
        Room.Entrance entrance = room.enter(connection, user);
        Membership membership = entrance.membership();
        if (!connection.memberships().add(membership)) {
            departures.depart(room, user);
            connection.refuse(request.id(), ErrorCode.ALREADY_JOINED, "this connection is in that room");
            return;
        }
        int limit = request.limit() == null ? settings.now().historyPage() : request.limit();
        recover(room, entrance.seq(), request.after(), limit).whenComplete((recovery, failure) -> {
            if (recovery == null) {
                fail(connection, request.id(), room.name(), failure);
                withdraw(connection, user, membership);
                return;
            }
            if (recovery.exact()) {
                figures.resume();
            }
            connection.reply(joined(request.id(), entrance, recovery));
            membership.goLive();
        });
    }

    private record Recovery(boolean exact, Page page) {}

    private CompletionStage<Recovery> recover(Room room, long seq, @Nullable Position after, int limit) {
        if (after == null
                || !after.epoch().equals(room.epoch())
                || after.seq() > seq
                || seq - after.seq() > MAX_RECOVERED) {
            return latest(room, seq, limit);
        }
        long missed = seq - after.seq();
        return log.read(room.name(), after.seq() + 1, seq)
                .thenCompose(page -> page.events().size() == missed
                        ? CompletableFuture.completedStage(new Recovery(true, page))
                        : latest(room, seq, limit));
    }

    private CompletionStage<Recovery> latest(Room room, long seq, int limit) {
        return log.read(room.name(), seq - limit + 1, seq).thenApply(page -> new Recovery(false, page));
    }

    private static ServerMessage.Joined joined(@Nullable String id, Room.Entrance entrance, Recovery recovery) {
        Room room = entrance.membership().room();
        return new ServerMessage.Joined(
                id,
                room.name().value(),
                room.epoch(),
                entrance.seq(),
                recovery.exact(),
                recovery.page().more(),
                messages(recovery.page()),
                entrance.members().stream().map(Person::of).toList(),
                entrance.memberCount(),
                entrance.topic().text());
    }

    private static List<ServerMessage.Message> messages(Page page) {
        return page.events().stream().map(ServerMessage.Message::of).toList();
    }

    void leave(Connection connection, User user, ClientMessage.Leave request) {
        Membership membership = membership(connection, request.id(), request.room());
        if (membership != null) {
            withdraw(connection, user, membership);
            connection.reply(new ServerMessage.Left(request.id(), request.room()));
        }
    }

    private void withdraw(Connection connection, User user, Membership membership) {
        if (connection.memberships().remove(membership)) {
            membership.room().remove(membership);
            departures.depart(membership.room(), user);
        }
    }

    void say(Connection connection, People.Person person, ClientMessage.Say request) {
        Membership membership = membership(connection, request.id(), request.room());
        if (membership == null) {
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
        } else if (isInTime(connection, person, request.id())) {
            append(connection, membership, new Draft(membership.room().name(), person.user(), request.id(), text));
        }
    }

    /** False, and refused, when the user says too much. */
    private boolean isInTime(Connection connection, People.Person person, @Nullable String id) {
        long wait = person.messages().take(time.nanos());
        if (wait > 0) {
            connection.refuse(id, ErrorCode.RATE_LIMITED, "too many messages", wait);
        }
        return wait == 0;
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
                fail(connection, draft.id(), draft.room(), failure);
            }
        });
    }

    private static ServerMessage.Ack ack(Event event, @Nullable Boolean duplicate) {
        return new ServerMessage.Ack(
                event.id(), event.room().value(), event.seq(), Timestamps.text(event.at()), duplicate);
    }

    void topic(Connection connection, People.Person person, ClientMessage.Topic request) {
        Membership membership = membership(connection, request.id(), request.room());
        if (membership == null) {
            return;
        }
        String text = request.topic();
        if (text.codePointCount(0, text.length()) > RoomTopic.MAX_LENGTH) {
            connection.refuse(
                    request.id(), ErrorCode.TOO_LONG, "topic: at most " + RoomTopic.MAX_LENGTH + " characters");
        } else if (isInTime(connection, person, request.id())) {
            setTopic(connection, membership, person.user(), request);
        }
    }

    private void setTopic(Connection connection, Membership membership, User user, ClientMessage.Topic request) {
        RoomName room = membership.room().name();
        log.setTopic(room, request.topic(), user).whenComplete((topic, failure) -> {
            if (topic == null) {
                fail(connection, request.id(), room, failure);
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
                fail(connection, request.id(), room.name(), failure);
            } else {
                connection.reply(new ServerMessage.History(request.id(), request.room(), messages(page), page.more()));
            }
        });
    }

    void typing(Connection connection, User user, ClientMessage.Typing request) {
        Membership membership = membership(connection, request.id(), request.room());
        if (membership != null) {
            membership.room().typing(user);
        }
    }

    /** Null, and refused, when the connection is not in that room. */
    private static @Nullable Membership membership(Connection connection, @Nullable String id, String room) {
        Membership membership = connection.memberships().find(room);
        if (membership == null) {
            connection.refuse(id, ErrorCode.NOT_JOINED, "join the room first");
        }
        return membership;
    }

    private static void fail(Connection connection, @Nullable String id, RoomName room, @Nullable Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof LogException known) {
            String why = String.valueOf(known.getMessage());
            switch (known.reason()) {
                case BUSY -> connection.refuse(id, ErrorCode.BUSY, why, RETRY_NANOS);
                case UNAVAILABLE -> connection.refuse(id, ErrorCode.INTERNAL, why, RETRY_NANOS);
                case NO_SUCH_ROOM -> connection.refuse(id, ErrorCode.NO_SUCH_ROOM, why);
            }
        } else {
            LOG.log(Level.ERROR, "The log failed: " + connection + ", room " + room, failure);
            connection.refuse(id, ErrorCode.INTERNAL, "the server failed");
        }
    }
}
