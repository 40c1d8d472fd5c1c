package chat.parley.history;

import chat.parley.model.RoomName;
import chat.parley.model.RoomTopic;
import chat.parley.model.UserName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The statements about rooms, and about the log as a whole, one method each. They commit nothing. */
final class Tables {
    private static final String ROOM = "id, name, epoch, first_seq, last_seq, retention, topic, topic_by, topic_at";

    private Tables() {}

    /** A room as it is stored. */
    record RoomRow(
            long id,
            RoomName name,
            String epoch,
            long firstSeq,
            long lastSeq,
            @Nullable String retention,
            RoomTopic topic) {
        RoomRow withFirstSeq(long seq) {
            return new RoomRow(id, name, epoch, seq, lastSeq, retention, topic);
        }
    }

    static Optional<RoomRow> findRoom(Connection connection, RoomName name) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select " + ROOM + " from room where name = ?")) {
            select.setString(1, name.value());
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(room(rows)) : Optional.empty();
            }
        }
    }

    /** Rooms that have events, with an id above that, in the order of their ids. */
    static List<RoomRow> roomsAfter(Connection connection, long id, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select " + ROOM + " from room where id > ? and last_seq >= first_seq order by id limit ?")) {
            select.setLong(1, id);
            select.setInt(2, limit);
            try (ResultSet rows = select.executeQuery()) {
                List<RoomRow> rooms = new ArrayList<>();
                while (rows.next()) {
                    rooms.add(room(rows));
                }
                return rooms;
            }
        }
    }

    private static RoomRow room(ResultSet row) throws SQLException {
        return new RoomRow(
                row.getLong(1),
                new RoomName(row.getString(2)),
                row.getString(3),
                row.getLong(4),
                row.getLong(5),
                row.getString(6),
                new RoomTopic(row.getString(7), row.getString(8), Instant.ofEpochMilli(row.getLong(9))));
    }

    /** Does nothing when there is one of that name. */
    static void insertRoom(Connection connection, RoomName name, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into room (name, epoch, created_at) values (?, ?, ?) on conflict (name) do nothing")) {
            insert.setString(1, name.value());
            insert.setString(2, UUID.randomUUID().toString());
            insert.setLong(3, now.toEpochMilli());
            insert.executeUpdate();
        }
    }

    /** False when there is no such room. */
    static boolean setRetention(Connection connection, RoomName name, @Nullable String retention) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update room set retention = ? where name = ?")) {
            update.setString(1, retention);
            update.setString(2, name.value());
            return update.executeUpdate() == 1;
        }
    }

    /** The topic as it is then. Its time is now, or after that of the one before where the clock has not gone on since. */
    static RoomTopic setTopic(Connection connection, long roomId, String text, String by, Instant now)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update room set topic = ?, topic_by = ?,"
                + " topic_at = case when topic_at >= ? then topic_at + 1 else ? end where id = ?")) {
            update.setString(1, text);
            update.setString(2, by);
            update.setLong(3, now.toEpochMilli());
            update.setLong(4, now.toEpochMilli());
            update.setLong(5, roomId);
            update.executeUpdate();
        }
        try (PreparedStatement select = connection.prepareStatement("select topic_at from room where id = ?")) {
            select.setLong(1, roomId);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("the room is gone: " + roomId);
                }
                return new RoomTopic(text, by, Instant.ofEpochMilli(row.getLong(1)));
            }
        }
    }

    /**
     * Where a room's next events go.
     *
     * @param lastSeq the seq of the last of them
     * @param at their time: now, or that of the event before where the clock has stepped back
     */
    record Claim(long lastSeq, Instant at) {}

    /**
     * Takes the next seqs of rooms, so many of each; the rows' locks keep others from them until the transaction ends. However
     * many rooms there are, it is a round trip or two.
     *
     * @param counts in the order of ids, or two that take the same rooms would deadlock
     * @return in the same order
     */
    static List<Claim> claimSeqs(Connection connection, Dialect dialect, SortedMap<Long, Integer> counts, Instant now)
            throws SQLException {
        String claim = "update room set last_seq = last_seq + ?,"
                + " last_at = case when last_at > ? then last_at else ? end where id = ?";
        try (PreparedStatement update = dialect.prepareReturning(connection, claim, "last_seq", "last_at")) {
            for (Map.Entry<Long, Integer> room : counts.entrySet()) {
                update.setInt(1, room.getValue());
                update.setLong(2, now.toEpochMilli());
                update.setLong(3, now.toEpochMilli());
                update.setLong(4, room.getKey());
                update.addBatch();
            }
            update.executeBatch();
            if (dialect.returnsUpdated()) {
                return claims(update.getGeneratedKeys(), counts.size());
            }
        }
        String marks = String.join(", ", Collections.nCopies(counts.size(), "?"));
        try (PreparedStatement select = connection.prepareStatement(
                "select last_seq, last_at from room where id in (" + marks + ") order by id")) {
            int index = 0;
            for (long id : counts.keySet()) {
                select.setLong(++index, id);
            }
            return claims(select.executeQuery(), counts.size());
        }
    }

    private static List<Claim> claims(ResultSet rows, int expected) throws SQLException {
        try (rows) {
            List<Claim> claims = new ArrayList<>(expected);
            while (rows.next()) {
                claims.add(new Claim(rows.getLong(1), Instant.ofEpochMilli(rows.getLong(2))));
            }
            if (claims.size() < expected) {
                throw new SQLException("rooms are gone: " + claims.size() + " of " + expected + " are there");
            }
            return claims;
        }
    }

    /**
     * Deletes a room's oldest events, up to {@code end} and no younger than {@code before}.
     *
     * @return how many went
     */
    static int deleteOldest(Connection connection, RoomRow room, long end, Instant before) throws SQLException {
        int deleted;
        try (PreparedStatement delete = connection.prepareStatement(
                "delete from event where room_id = ? and seq >= ? and seq < ? and sent_at < ?")) {
            delete.setLong(1, room.id());
            delete.setLong(2, room.firstSeq());
            delete.setLong(3, end);
            delete.setLong(4, before.toEpochMilli());
            deleted = delete.executeUpdate();
        }
        if (deleted > 0) {
            try (PreparedStatement update =
                    connection.prepareStatement("update room set first_seq = first_seq + ? where id = ?")) {
                update.setInt(1, deleted);
                update.setLong(2, room.id());
                update.executeUpdate();
            }
        }
        return deleted;
    }

    /** How many seqs have been given in all rooms together. It only ever grows. */
    static long countSeqs(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select coalesce(sum(last_seq), 0) from room");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Makes every room's log another one to those who know it. */
    static void renewEpochs(Connection connection) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("select id from room order by id");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
        }
        try (PreparedStatement update = connection.prepareStatement("update room set epoch = ? where id = ?")) {
            for (long id : ids) {
                update.setString(1, UUID.randomUUID().toString());
                update.setLong(2, id);
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    /** Does nothing when there is one of that name. */
    static int insertMember(Connection connection, UserName name, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into member (name, shown_as, since) values (?, ?, ?) on conflict (name) do nothing")) {
            insert.setString(1, name.key());
            insert.setString(2, name.display());
            insert.setLong(3, now.toEpochMilli());
            return insert.executeUpdate();
        }
    }

    static List<UserName> members(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select shown_as from member");
                ResultSet rows = select.executeQuery()) {
            List<UserName> names = new ArrayList<>();
            while (rows.next()) {
                names.add(UserName.ofMember(rows.getString(1)));
            }
            return names;
        }
    }

    /** The secret of that name, made by the given one where there is none yet. */
    static String secret(Connection connection, String name, String fresh) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into secret (name, value) values (?, ?) on conflict (name) do nothing")) {
            insert.setString(1, name);
            insert.setString(2, fresh);
            insert.executeUpdate();
        }
        try (PreparedStatement select = connection.prepareStatement("select value from secret where name = ?")) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
