package chat.parley.history;

import java.io.PrintWriter;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Copies all that is kept from one database into another that is empty: from the file to PostgreSQL, or back. All or nothing, in
 * one transaction; the memory it takes does not depend on how much there is. server-config/copy-history.sh runs it.
 */
final class CopyHistory {
    private static final Logger LOG = System.getLogger("chat.parley.history");
    private static final String ROOM =
            "name, topic, topic_by, topic_at, epoch, created_at, first_seq, last_seq, last_at, retention";
    private static final int ROOM_COLUMNS = 10;
    private static final String EVENT = "seq, kind, sender, shown_as, client_id, body, sent_at";
    private static final int EVENT_COLUMNS = 7;
    private static final int PAGE = 1_000;

    private final Connection source;
    private final Connection target;

    private CopyHistory(Connection source, Connection target) {
        this.source = source;
        this.target = target;
    }

    /**
     * Two databases, each the directory that was {@code parley.home} or a JDBC URL; who logs in at such a URL is told by the
     * environment variables PARLEY_DB_USER and PARLEY_DB_PASSWORD.
     */
    public static void main(String[] arguments) {
        if (arguments.length != 2) {
            LOG.log(Level.ERROR, "Two databases, please: from which and into which");
            System.exit(2);
        }
        try (Database from = database(arguments[0]);
                Database into = database(arguments[1])) {
            long events = copy(from, into);
            LOG.log(Level.INFO, "Copied {0} messages from {1} into {2}", events, from.name(), into.name());
        } catch (SQLException e) {
            LOG.log(Level.ERROR, "Nothing was copied: " + e.getMessage());
            System.exit(1);
        }
    }

    private static Database database(String place) {
        return place.startsWith("jdbc:")
                ? new ServerDatabase(place, url -> new UrlDataSource(url))
                : new SqliteDatabase(Path.of(place));
    }

    /** Copies, and gives the number of messages. */
    static long copy(Database from, Database into) throws SQLException {
        prepare(from);
        prepare(into);
        Connection source = from.borrow();
        Connection target = into.borrow();
        try {
            CopyHistory copy = new CopyHistory(source, target);
            copy.requireEmpty(into);
            copy.tablesWithoutEvents();
            long events = copy.rooms();
            target.commit();
            return events;
        } finally {
            from.discard(source);
            into.discard(target);
        }
    }

    private static void prepare(Database database) throws SQLException {
        database.claim();
        Schema.migrate(database);
        database.migrated();
    }

    private void requireEmpty(Database into) throws SQLException {
        try (Statement statement = target.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from room")) {
            if (row.next() && row.getLong(1) > 0) {
                throw new DatabaseRefusedException(
                        "There are rooms in " + into.name() + " already; it has to be empty.");
            }
        }
    }

    /** With the secrets the guests' proofs of their names stay good. The audit log keeps its order, and not its numbers. */
    private void tablesWithoutEvents() throws SQLException {
        replace("secret", "name, value", 2, "name");
        replace("member", "name, shown_as, since", 3, "name");
        replace("rules", "version", 1, "version");
        replace("sanction", "kind, subject, shown_as, room, ends_at, reason, set_by, by_admin, set_at", 9, "set_at");
        replace("room_rule", "room, closed, members_only", 3, "room");
        replace("room_member", "room, member, shown_as", 3, "room, member");
        replace("bot_token", "id, secret_hash, name, roles, note, made_by, made_at, ends_at, used_at", 9, "id");
        replace("audit", "at, actor, actor_kind, address, act, target, room, reason, outcome", 9, "id");
    }

    /** A table's rows take the place of those that the target has from its making. */
    private void replace(String table, String columns, int count, String order) throws SQLException {
        String marks = String.join(", ", Collections.nCopies(count, "?"));
        try (Statement delete = target.createStatement();
                Statement select = source.createStatement();
                ResultSet rows = select.executeQuery("select " + columns + " from " + table + " order by " + order);
                PreparedStatement insert =
                        target.prepareStatement("insert into " + table + " (" + columns + ") values (" + marks + ")")) {
            delete.executeUpdate("delete from " + table);
            while (rows.next()) {
                copyRow(rows, insert, 0, count);
                insert.executeUpdate();
            }
        }
    }

    private long rooms() throws SQLException {
        long events = 0;
        try (Statement select = source.createStatement();
                ResultSet rows = select.executeQuery("select " + ROOM + ", id from room order by id");
                PreparedStatement insert = target.prepareStatement(
                        "insert into room (" + ROOM + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            while (rows.next()) {
                copyRow(rows, insert, 0, ROOM_COLUMNS);
                insert.executeUpdate();
                long first = rows.getLong("first_seq");
                long last = rows.getLong("last_seq");
                events += events(rows.getLong("id"), targetId(rows.getString("name")), first, last);
            }
        }
        return events;
    }

    private long targetId(String room) throws SQLException {
        try (PreparedStatement select = target.prepareStatement("select id from room where name = ?")) {
            select.setString(1, room);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private long events(long sourceId, long targetId, long first, long last) throws SQLException {
        long copied = 0;
        try (PreparedStatement select = source.prepareStatement(
                        "select " + EVENT + " from event where room_id = ? and seq >= ? and seq <= ? order by seq");
                PreparedStatement insert = target.prepareStatement(
                        "insert into event (room_id, " + EVENT + ") values (?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (long from = first; from <= last; from += PAGE) {
                select.setLong(1, sourceId);
                select.setLong(2, from);
                select.setLong(3, Math.min(last, from + PAGE - 1));
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        insert.setLong(1, targetId);
                        copyRow(rows, insert, 1, EVENT_COLUMNS);
                        insert.addBatch();
                        copied++;
                    }
                }
                insert.executeBatch();
            }
        }
        if (copied != last - first + 1) {
            throw new SQLException("a room has " + copied + " messages from " + first + " to " + last);
        }
        return copied;
    }

    private static void copyRow(ResultSet row, PreparedStatement insert, int offset, int columns) throws SQLException {
        for (int column = 1; column <= columns; column++) {
            insert.setObject(offset + column, row.getObject(column));
        }
    }

    /** Connections to a URL, by whatever driver is there. */
    private record UrlDataSource(String url) implements DataSource {
        @Override
        public Connection getConnection() throws SQLException {
            return getConnection(System.getenv("PARLEY_DB_USER"), System.getenv("PARLEY_DB_PASSWORD"));
        }

        @Override
        public Connection getConnection(@Nullable String user, @Nullable String password) throws SQLException {
            return user == null ? DriverManager.getConnection(url) : DriverManager.getConnection(url, user, password);
        }

        @Override
        public java.util.logging.Logger getParentLogger() {
            return java.util.logging.Logger.getLogger("chat.parley.history");
        }

        @Override
        public int getLoginTimeout() {
            return 0;
        }

        @Override
        public @Nullable PrintWriter getLogWriter() {
            return null;
        }

        @Override
        public void setLoginTimeout(int seconds) {
            // The URL says.
        }

        @Override
        public void setLogWriter(PrintWriter out) {
            // System.Logger is what Parley logs with.
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            throw new SQLException("not a wrapper");
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return false;
        }
    }
}
