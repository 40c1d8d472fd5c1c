package chat.parley.history;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * A database, by its connections. Those it lends do not commit by themselves. Safe for use by all threads; all calls may block.
 */
interface Database extends AutoCloseable {
    /** For people: {@code the SQLite file /srv/parley/parley.db}. */
    String name();

    Dialect dialect() throws SQLException;

    /**
     * Makes sure that the database is the right one and in order, before its first use.
     *
     * @throws DatabaseRefusedException if it must not be used as it is
     */
    void claim() throws SQLException;

    /** For the migrations. */
    DataSource dataSource() throws SQLException;

    /** Told once the schema stands. */
    void migrated() throws SQLException;

    /** Writes a copy of the whole, as it is at one moment, into a new file. */
    void backUp(Path file) throws SQLException;

    /** Lends a connection; it comes back by {@link #giveBack} or {@link #discard}. */
    Connection borrow() throws SQLException;

    /** Takes back a connection that has worked well. */
    void giveBack(Connection connection);

    /** Takes back one that failed, in whatever state it is. */
    void discard(Connection connection);

    /** Lets go of the database. Nothing is lent any more. */
    @Override
    void close();
}
