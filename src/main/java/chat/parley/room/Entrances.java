package chat.parley.room;

import chat.parley.model.Caller;
import chat.parley.model.InvalidNameException;
import chat.parley.model.RoomName;
import chat.parley.model.User;
import chat.parley.protocol.ClientMessage;
import chat.parley.protocol.ClientMessage.Position;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.ServerMessage;
import chat.parley.protocol.ServerMessage.Attendee;
import chat.parley.room.MessageLog.Page;
import chat.parley.settings.LiveSettings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * How people get into rooms, with what they missed, and out of them.
 *
 * <p>Invariant: what somebody is shown on entering, and what comes live, meet exactly. Nothing blocks: the answer comes when the
 * log is done.
 */
@Singleton
class Entrances {
    private static final Logger LOG = System.getLogger("chat.parley.room");

    /** How many rooms one connection may be in. */
    static final int MAX_ROOMS = 100;

    /** A client that has missed more events gets the latest page and looks back by itself. */
    private static final int MAX_RECOVERED = 1000;

    private final Rooms rooms;
    private final MessageLog log;
    private final Deliveries deliveries;
    private final Departures departures;
    private final Doorkeeper doorkeeper;
    private final LiveSettings settings;
    private final Figures figures;

    @Inject
    Entrances(
            Rooms rooms,
            MessageLog log,
            Deliveries deliveries,
            Departures departures,
            Doorkeeper doorkeeper,
            LiveSettings settings,
            Figures figures) {
        this.rooms = rooms;
        this.log = log;
        this.deliveries = deliveries;
        this.departures = departures;
        this.doorkeeper = doorkeeper;
        this.settings = settings;
        this.figures = figures;
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
        } else if (!doorkeeper.admits(connection, user, name)) {
            doorkeeper.refuse(connection, request.id(), user, name);
        } else {
            log.open(name, mayCreate(connection)).whenComplete((head, failure) -> {
                if (head == null) {
                    LogFailure.answer(connection, request.id(), name, failure);
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
        // Again: an act that has come meanwhile did not find the connection in the room yet.
        if (!doorkeeper.admits(connection, user, room.name())) {
            departures.withdraw(membership, user);
            doorkeeper.refuse(connection, request.id(), user, room.name());
            return;
        }
        int limit = request.limit() == null ? settings.now().historyPage() : request.limit();
        recover(room, entrance.seq(), request.after(), limit).whenComplete((recovery, failure) -> {
            if (recovery == null) {
                LogFailure.answer(connection, request.id(), room.name(), failure);
                departures.withdraw(membership, user);
                return;
            }
            if (recovery.exact()) {
                figures.resume();
            }
            connection.reply(joined(request.id(), entrance, recovery));
            membership.goLive();
            LOG.log(Level.DEBUG, () -> "Joined: " + connection + ", room " + room.name());
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
                shown(recovery.page()),
                entrance.members().stream()
                        .map(user -> Attendee.of(user, entrance.roles().get(user)))
                        .toList(),
                entrance.memberCount(),
                entrance.topic().text());
    }

    /** A page as clients see it. */
    static List<ServerMessage.Logged> shown(Page page) {
        return page.events().stream().map(ServerMessage.Logged::of).toList();
    }

    void leave(Connection connection, User user, ClientMessage.Leave request) {
        Membership membership = Conversations.membership(connection, request.id(), request.room());
        if (membership != null) {
            departures.withdraw(membership, user);
            connection.reply(new ServerMessage.Left(request.id(), request.room()));
            LOG.log(Level.DEBUG, () -> "Left: " + connection + ", room " + request.room());
        }
    }
}
