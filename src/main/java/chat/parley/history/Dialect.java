package chat.parley.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;

/** The little in which the databases differ. */
enum Dialect {
    /** One process has the file, and one connection at a time writes: a transaction has every lock it needs. */
    SQLITE("integer primary key", "without rowid") {
        @Override
        boolean returnsUpdated() {
            return false;
        }

        @Override
        void lockRooms(Connection connection, Collection<Long> ascendingIds) {
            // The write transaction excludes every other.
        }

        @Override
        boolean saysUniqueViolation(SQLException e) {
            // SQLITE_CONSTRAINT, of which the driver's exception does not always tell more
            return e.getErrorCode() == 19;
        }
    },

    POSTGRESQL("bigint generated always as identity primary key", "") {
        @Override
        boolean returnsUpdated() {
            return true;
        }

        @Override
        void lockRooms(Connection connection, Collection<Long> ascendingIds) throws SQLException {
            try (PreparedStatement select =
                    connection.prepareStatement("select id from room where id = ? for update")) {
                for (long id : ascendingIds) {
                    select.setLong(1, id);
                    select.executeQuery().close();
                }
            }
        }

        @Override
        boolean saysUniqueViolation(SQLException e) {
            return "23505".equals(e.getSQLState());
        }
    };

    private final String identity;
    private final String clustered;

    Dialect(String identity, String clustered) {
        this.identity = identity;
        this.clustered = clustered;
    }

    /** What the migrations' scripts leave open. */
    Map<String, String> placeholders() {
        return Map.of("identity", identity, "clustered", clustered);
    }

    /** Whether a batch of updates has the updated rows as its generated keys, and so saves the way to look. */
    abstract boolean returnsUpdated();

    PreparedStatement prepareReturning(Connection connection, String update, String... columns) throws SQLException {
        return returnsUpdated() ? connection.prepareStatement(update, columns) : connection.prepareStatement(update);
    }

    /** Keeps other servers from appending to these rooms until the transaction ends. In ascending order, or two would deadlock. */
    abstract void lockRooms(Connection connection, Collection<Long> ascendingIds) throws SQLException;

    /** Whether a row was there already. A batch's exception may only carry the one that says so. */
    boolean isUniqueViolation(SQLException failure) {
        for (Throwable e : failure) {
            if (e instanceof SQLException sql && saysUniqueViolation(sql)) {
                return true;
            }
        }
        return false;
    }

    abstract boolean saysUniqueViolation(SQLException e);
}
