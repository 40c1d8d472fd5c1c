package chat.parley.history;

import chat.parley.model.Draft;
import chat.parley.model.Event;
import chat.parley.model.RoomName;
import chat.parley.model.User;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The statements about events, one method each. They commit nothing. */
final class EventTable {
    private static final int MESSAGE = 0;
    /** A message that was taken back: in place of the text stands the seq of the event that did it. */
    private static final int DELETED = 1;
    /** In place of a text stands the seq of the message that it takes back. */
    private static final int DELETION = 2;

    private static final String EVENT = "seq, kind, sender, shown_as, client_id, body, sent_at";

    private EventTable() {}

    static PreparedStatement prepareInsert(Connection connection) throws SQLException {
        return connection.prepareStatement(
                "insert into event (room_id, " + EVENT + ") values (?, ?, ?, ?, ?, ?, ?, ?)");
    }

    static void addInsert(PreparedStatement insert, long roomId, Event event) throws SQLException {
        insert.setLong(1, roomId);
        insert.setLong(2, event.seq());
        insert.setInt(3, event.isDeletion() ? DELETION : MESSAGE);
        insert.setString(4, SenderKey.of(event));
        insert.setString(5, SenderKey.shownAs(event.sender()));
        insert.setString(6, event.isDeletion() ? UUID.randomUUID().toString() : event.id());
        insert.setString(7, event.isDeletion() ? Long.toString(event.deletes()) : event.text());
        insert.setLong(8, event.at().toEpochMilli());
        insert.addBatch();
    }

    /** What was said with a draft's id, whether the same or not. */
    static @Nullable Event findSaid(Connection connection, Draft draft) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select " + EVENT
                + ", room.name from event join room on room.id = event.room_id where sender = ? and client_id = ?")) {
            select.setString(1, SenderKey.of(draft.sender()));
            select.setString(2, draft.id());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? event(row, new RoomName(row.getString(8))) : null;
            }
        }
    }

    /** The events from first to last, oldest first. A range and no offset or limit: it takes the index on every database. */
    static List<Event> events(Connection connection, long roomId, RoomName name, long first, long last)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select " + EVENT + " from event where room_id = ? and seq >= ? and seq <= ? order by seq")) {
            select.setLong(1, roomId);
            select.setLong(2, first);
            select.setLong(3, last);
            try (ResultSet rows = select.executeQuery()) {
                List<Event> events = new ArrayList<>();
                while (rows.next()) {
                    events.add(event(rows, name));
                }
                return events;
            }
        }
    }

    private static Event event(ResultSet row, RoomName room) throws SQLException {
        long seq = row.getLong(1);
        int kind = row.getInt(2);
        User sender = SenderKey.sender(row.getString(3), row.getString(4));
        Instant at = Instant.ofEpochMilli(row.getLong(7));
        String body = row.getString(6);
        return switch (kind) {
            case DELETION -> Event.deletion(room, seq, sender, at, Long.parseLong(body));
            case DELETED -> new Event(room, seq, sender, row.getString(5), "", at, Long.parseLong(body), 0);
            default -> new Event(room, seq, sender, row.getString(5), body, at);
        };
    }

    /** A message's text is gone. In its place stands where in the log that was done. */
    static void takeBack(Connection connection, long roomId, Event deletion) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update event set kind = ?, body = ? where room_id = ? and seq = ?")) {
            update.setInt(1, DELETED);
            update.setString(2, Long.toString(deletion.seq()));
            update.setLong(3, roomId);
            update.setLong(4, deletion.deletes());
            update.executeUpdate();
        }
    }
}
