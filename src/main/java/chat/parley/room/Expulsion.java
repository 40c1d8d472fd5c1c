package chat.parley.room;

import chat.parley.model.RoomName;
import chat.parley.model.User;
import chat.parley.protocol.CloseCode;
import chat.parley.protocol.ServerMessage;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Sees people out who may not be where they are, at once: no grace, for they do not come back. Safe for use by all threads; none
 * is blocked.
 */
@Singleton
class Expulsion {
    private final Connections connections;
    private final Departures departures;
    private final Rulebook rulebook;

    @Inject
    Expulsion(Connections connections, Departures departures, Rulebook rulebook) {
        this.connections = connections;
        this.departures = departures;
        this.rulebook = rulebook;
    }

    /** Why somebody is put out of a room; on the wire in lower case. */
    enum Why {
        KICKED,
        CLOSED,
        PRIVATE
    }

    boolean isOnline(User user) {
        return connections.open().stream().anyMatch(is(user));
    }

    boolean isIn(User user, RoomName room) {
        return connections.open().stream()
                .anyMatch(is(user).and(connection -> connection.memberships().find(room.value()) != null));
    }

    static Predicate<Connection> is(User user) {
        return connection -> {
            People.Person person = connection.person();
            return person != null && person.user().equals(user);
        };
    }

    /** Closes all connections of the user. */
    void offServer(User user, String reason) {
        connections.open().stream().filter(is(user)).forEach(connection -> close(connection, CloseCode.KICKED, reason));
    }

    private void close(Connection connection, CloseCode code, String reason) {
        People.Person person = connection.person();
        if (person != null) {
            for (Membership membership : connection.memberships().all()) {
                departures.withdraw(membership, person.user());
            }
        }
        connection.close(code, 0, reason);
    }

    /** Puts all connections of the user out of the room. */
    void outOfRoom(User user, RoomName room, String by, String reason) {
        connections.open().stream()
                .filter(is(user))
                .forEach(connection -> remove(connection, room, Why.KICKED, by, reason));
    }

    private void remove(Connection connection, RoomName room, Why why, String by, String reason) {
        Membership membership = connection.memberships().find(room.value());
        People.Person person = connection.person();
        if (membership == null || person == null) {
            return;
        }
        ServerMessage told = new ServerMessage.Removed(room.value(), why.name().toLowerCase(Locale.ROOT), by, reason);
        membership.setFarewell(told);
        if (departures.withdraw(membership, person.user())) {
            connection.reply(told);
        }
    }

    /** Sees out everybody who may not be where they are, by the rules that hold now. */
    void enforce(String by, String reason) {
        Rules rules = rulebook.now();
        for (Connection connection : connections.open()) {
            People.Person person = connection.person();
            Sanction ban = rulebook.ban(connection.caller(), person == null ? null : person.user());
            if (ban != null) {
                close(connection, CloseCode.BANNED, ban.reason());
            } else if (person != null) {
                enforce(connection, person.user(), rules, by, reason);
            }
        }
    }

    private void enforce(Connection connection, User user, Rules rules, String by, String reason) {
        for (Membership membership : connection.memberships().all()) {
            RoomName room = membership.room().name();
            if (!rules.mayKnow(room, user, connection.caller())) {
                remove(connection, room, Why.PRIVATE, by, reason);
            } else if (!rules.mayBeIn(room, user, connection.caller())) {
                remove(connection, room, Why.CLOSED, by, reason);
            }
        }
    }
}
