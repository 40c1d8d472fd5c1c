package chat.parley.history;

import chat.parley.model.UserName;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The database, and whether it can be used just now. {@link #open} brings it up, any failure takes it down.
 *
 * <p><b>Concurrency:</b> safe for use by all threads, but {@link #open} is the committer's. All calls but {@link #isUp},
 * {@link #trouble}, {@link #secret} and {@link #members} may block.
 */
final class Store {
    private static final Logger LOG = System.getLogger("chat.parley.history");

    private final Database database;
    private final HighWater highWater;
    private boolean migrated;
    private volatile Dialect dialect = Dialect.SQLITE;
    private volatile byte[] secret = {};
    private volatile @Nullable List<UserName> members;
    private volatile boolean up;
    private volatile boolean closing;
    private volatile String trouble = "the database has not been opened yet";
    private final CountDownLatch tried = new CountDownLatch(1);

    Store(Database database, HighWater highWater) {
        this.database = database;
        this.highWater = highWater;
    }

    /** Something to do on a connection, in one transaction. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Whether a transaction that failed in its commit was committed, nobody knows. */
    static final class CommitUnknownException extends SQLException {
        private static final long serialVersionUID = 1;

        CommitUnknownException(SQLException cause) {
            super("the commit failed: " + cause.getMessage(), cause);
        }
    }

    boolean isUp() {
        return up;
    }

    /** What keeps it from working; empty when nothing does. */
    String trouble() {
        return trouble;
    }

    Dialect dialect() {
        return dialect;
    }

    /** Empty until the database has been opened. */
    byte[] secret() {
        return secret;
    }

    /** The members' names as they were when the database was opened; null until then. */
    @Nullable
    List<UserName> members() {
        return members;
    }

    /** Waits, but not for long, until it has been tried once to bring the database up. */
    void awaitFirstTry() {
        try {
            boolean unused = tried.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException serverStops) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tries to bring the database up. */
    boolean open() {
        boolean opened = tryOpen();
        tried.countDown();
        return opened;
    }

    private boolean tryOpen() {
        try {
            if (!migrated) {
                database.claim();
                Schema.migrate(database);
                database.migrated();
                dialect = database.dialect();
                write(highWater::check);
                String fresh = HexFormat.of().formatHex(Storage.newSecret());
                secret = HexFormat.of().parseHex(write(c -> Tables.secret(c, "guest", fresh)));
                members = read(Tables::members);
                migrated = true;
            } else {
                write(Store::probe);
            }
        } catch (SQLException | RuntimeException e) {
            down(e);
            return false;
        }
        up = true;
        trouble = "";
        LOG.log(Level.INFO, "History is kept in {0}", database.name());
        return true;
    }

    private static boolean probe(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.execute("select count(*) from secret");
        }
    }

    /** The database did not do what it should. Says so in the log when it was up, or when something else is the matter now. */
    void down(Exception e) {
        String now = database.name() + ": " + reason(e);
        boolean news = up || !now.equals(trouble);
        up = false;
        trouble = now;
        if (news) {
            // A message for an administrator needs no stack trace, and a lost connection tells nothing by one.
            boolean fault = sqlIn(e) == null || e.getCause() instanceof RuntimeException;
            LOG.log(closing ? Level.DEBUG : Level.ERROR, "No history: " + now, fault ? e : null);
        }
    }

    /** A pool only says that it has no connection; what that began with says why. */
    private static String reason(Exception e) {
        String said = String.valueOf(e.getMessage());
        Throwable first = e;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        String why = String.valueOf(first.getMessage());
        boolean known = e instanceof DatabaseRefusedException || first.getMessage() == null || said.contains(why);
        return known ? said : said + " (" + why + ")";
    }

    /** Writes a copy of the whole database into a new file. */
    void backUp(Path file) throws SQLException {
        database.backUp(file);
    }

    /** Does the work, which changes nothing. */
    <T> T read(Work<T> work) throws SQLException {
        Connection connection = borrow();
        T result;
        try {
            result = work.on(connection);
            connection.rollback();
        } catch (SQLException | RuntimeException e) {
            database.discard(connection);
            throw unwrapped(e);
        }
        database.giveBack(connection);
        return result;
    }

    /** Does the work and commits it. */
    <T> T write(Work<T> work) throws SQLException {
        Connection connection = borrow();
        T result;
        try {
            result = work.on(connection);
        } catch (SQLException | RuntimeException e) {
            database.discard(connection);
            throw unwrapped(e);
        }
        try {
            connection.commit();
        } catch (SQLException | RuntimeException e) {
            database.discard(connection);
            throw new CommitUnknownException(unwrapped(e));
        }
        database.giveBack(connection);
        return result;
    }

    private Connection borrow() throws SQLException {
        try {
            return database.borrow();
        } catch (RuntimeException e) {
            throw unwrapped(e);
        }
    }

    /** What the driver threw. Payara's connections throw it wrapped, in what nobody declares. */
    private static SQLException unwrapped(Exception e) {
        SQLException failure = sqlIn(e);
        return failure == null ? new SQLException(e.toString(), e) : failure;
    }

    private static @Nullable SQLException sqlIn(Throwable e) {
        Throwable cause = e;
        while (cause != null && !(cause instanceof SQLException)) {
            cause = cause.getCause();
        }
        return (SQLException) cause;
    }

    /** From now on it is nobody's business if the database goes: WildFly, when it stops, takes the data source away before Parley. */
    void closing() {
        closing = true;
    }

    void close() {
        up = false;
        trouble = "Parley stops";
        database.close();
    }
}
