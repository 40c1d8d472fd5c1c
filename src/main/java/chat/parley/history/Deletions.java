package chat.parley.history;

import chat.parley.history.Tables.Claim;
import chat.parley.model.Event;
import chat.parley.model.User;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Takes a message back. The deletion is an event of its own, with the room's next seq: whoever was away gets it with what they
 * missed, and nobody need ask what has changed of what they have.
 */
final class Deletions {
    private Deletions() {}

    /**
     * The event that is the deletion: a new one, or that of then where the message was taken back before; empty when there is no
     * such message. Two servers that delete the same message agree, for the room's row is locked.
     */
    static Optional<Event> delete(Connection connection, Dialect dialect, OpenRoom room, long seq, User by, Instant now)
            throws SQLException {
        dialect.lockRooms(connection, List.of(room.id()));
        Optional<Event> found = event(connection, room, seq).filter(event -> !event.isDeletion());
        if (found.isEmpty()) {
            return found;
        }
        return found.get().isDeleted()
                ? event(connection, room, found.get().deletedBy())
                : Optional.of(insert(connection, dialect, room, seq, by, now));
    }

    private static Optional<Event> event(Connection connection, OpenRoom room, long seq) throws SQLException {
        return EventTable.events(connection, room.id(), room.name(), seq, seq).stream()
                .findFirst();
    }

    private static Event insert(Connection connection, Dialect dialect, OpenRoom room, long seq, User by, Instant now)
            throws SQLException {
        SortedMap<Long, Integer> one = new TreeMap<>(Map.of(room.id(), 1));
        Claim claim = Tables.claimSeqs(connection, dialect, one, now).get(0);
        Event deletion = Event.deletion(room.name(), claim.lastSeq(), by, claim.at(), seq);
        EventTable.takeBack(connection, room.id(), deletion);
        try (PreparedStatement insert = EventTable.prepareInsert(connection)) {
            EventTable.addInsert(insert, room.id(), deletion);
            insert.executeBatch();
        }
        return deletion;
    }
}
