package chat.parley.history;

import chat.parley.model.Draft;
import chat.parley.model.Event;
import chat.parley.model.RoomName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/**
 * Writes to the log's tables and indexes without a log, on one connection and with statements prepared once: what the database
 * can do, in rooms of its own. For one thread.
 */
final class BareWriter implements AutoCloseable {
    static final RoomName FILLED = new RoomName("bare0");

    private final Database database;
    private final Connection connection;
    private final PreparedStatement insert;
    private final PreparedStatement claim;
    private final long[] rooms = new long[Bench.ROOMS];
    private final long[] seqs = new long[Bench.ROOMS];
    private int turn;

    BareWriter(Database database) {
        this.database = database;
        try {
            connection = database.borrow();
            insert = EventTable.prepareInsert(connection);
            claim = connection.prepareStatement("update room set last_seq = last_seq + 1 where id = ?");
            for (int i = 0; i < rooms.length; i++) {
                RoomName name = new RoomName("bare" + i);
                Tables.insertRoom(connection, name, Instant.now());
                Tables.RoomRow row = Tables.findRoom(connection, name).orElseThrow();
                rooms[i] = row.id();
                seqs[i] = row.lastSeq();
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many a second it stores, so many in a commit. */
    double batches(int size, Duration time) throws SQLException {
        return rate(size, time, () -> {
            for (int i = 0; i < size; i++) {
                // Room after room, as the log does it.
                add(i * rooms.length / size);
            }
            commit();
        });
    }

    /** How many a second it stores, each with a seq from the database and in a commit of its own. */
    double singles(Duration time) throws SQLException {
        return rate(1, time, this::single);
    }

    private interface Transaction {
        void run() throws SQLException;
    }

    private static double rate(int rows, Duration time, Transaction transaction) throws SQLException {
        long begin = System.nanoTime();
        long stored = 0;
        while (System.nanoTime() - begin < time.toNanos()) {
            transaction.run();
            stored += rows;
        }
        return stored * 1e9 / (System.nanoTime() - begin);
    }

    void single() throws SQLException {
        int room = turn++ % rooms.length;
        claim.setLong(1, rooms[room]);
        claim.executeUpdate();
        add(room);
        commit();
    }

    /** Puts so many into one room. */
    void fill(int events) throws SQLException {
        for (int i = 1; i <= events; i++) {
            add(0);
            if (i % 1_000 == 0 || i == events) {
                insert.executeBatch();
            }
        }
        try (PreparedStatement end = connection.prepareStatement("update room set last_seq = ? where id = ?")) {
            end.setLong(1, seqs[0]);
            end.setLong(2, rooms[0]);
            end.executeUpdate();
        }
        connection.commit();
    }

    private void commit() throws SQLException {
        insert.executeBatch();
        connection.commit();
    }

    private void add(int room) throws SQLException {
        Draft draft = Bench.draft(Bench.room(room));
        Event event = new Event(draft.room(), ++seqs[room], draft.sender(), draft.id(), draft.text(), Instant.EPOCH);
        EventTable.addInsert(insert, rooms[room], event);
    }

    @Override
    public void close() throws SQLException {
        insert.close();
        claim.close();
        database.giveBack(connection);
    }
}
