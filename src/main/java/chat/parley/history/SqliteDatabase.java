package chat.parley.history;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Enumeration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/**
 * A database in one file, by the driver inside the WAR.
 *
 * <p>Two copies of SQLite's native library on one file, in two applications of a server or in two that overlap in a redeploy,
 * damage it: they share the process, and so its file locks. So a lock on a file beside it comes first, and a mark in the JVM before
 * that. For the same reason the database file itself is never opened by Java.
 */
final class SqliteDatabase implements Database {
    private static final String FILE = "parley.db";
    private static final String LOCK = "parley.lock";
    /** Says that there has been a database here, so that one that is gone is not silently made anew. */
    private static final String MARKER = "parley.created";

    /** Ids are random, so a batch changes a page of their index per message; four times the default syncs them less often. */
    private static final int CHECKPOINT_PAGES = 4_000;

    private static final int MAX_IDLE = 4;

    private final Path home;
    private final Path file;
    private final Path marker;
    private final SQLiteDataSource dataSource;
    private final Deque<Connection> idle = new ArrayDeque<>();
    /**
     * Among the system properties of the JVM while it has the lock. Another application in it must not even try the file: when
     * it closes it again, the system lets go of every lock that the process has there.
     */
    private final String usedHere;

    private @Nullable FileChannel lockFile;
    private @Nullable FileLock lock;
    private boolean closed;

    SqliteDatabase(Path home) {
        this.home = home.toAbsolutePath();
        file = this.home.resolve(FILE);
        marker = this.home.resolve(MARKER);
        usedHere = "parley.lock." + this.home;
        dataSource = new SQLiteDataSource(config());
        dataSource.setUrl("jdbc:sqlite:" + file);
    }

    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        // With less, a commit is reported before it is on the disk.
        config.setSynchronous(SynchronousMode.FULL);
        config.setPragma(Pragma.WAL_AUTOCHECKPOINT, Integer.toString(CHECKPOINT_PAGES));
        config.setBusyTimeout(5_000);
        config.setTransactionMode(TransactionMode.DEFERRED);
        return config;
    }

    @Override
    public String name() {
        return "the SQLite file " + file;
    }

    @Override
    public Dialect dialect() {
        return Dialect.SQLITE;
    }

    @Override
    public synchronized void claim() throws SQLException {
        try {
            Files.createDirectories(home);
            lockHome();
            requireFile();
        } catch (IOException e) {
            throw new DatabaseRefusedException(
                    "Parley cannot use the directory " + home + " (parley.home): " + e
                            + ". Make it writable for the server.",
                    e);
        }
        if (Files.exists(file)) {
            check();
        }
    }

    private void lockHome() throws IOException, SQLException {
        if (lock != null) {
            return;
        }
        if (System.getProperties().putIfAbsent(usedHere, "true") != null) {
            throw usedByAnother();
        }
        try {
            lockFile = FileChannel.open(home.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = lockFile.tryLock();
        } finally {
            if (lock == null) {
                unlock();
            }
        }
        if (lock == null) {
            throw usedByAnother();
        }
    }

    private void unlock() throws IOException {
        try {
            if (lockFile != null) {
                lockFile.close();
            }
        } finally {
            lockFile = null;
            lock = null;
            System.clearProperty(usedHere);
        }
    }

    private DatabaseRefusedException usedByAnother() {
        return new DatabaseRefusedException("Another Parley uses " + home
                + ". Stop it, or give this one a directory of its own with parley.home. Nothing there was touched.");
    }

    private void requireFile() throws IOException, SQLException {
        boolean gone = Files.notExists(file) || Files.size(file) == 0;
        if (gone && Files.exists(marker)) {
            throw new DatabaseRefusedException("The database file " + file + " is "
                    + (Files.exists(file) ? "empty" : "missing")
                    + ", but there was one. Put it back from a backup; or, to begin"
                    + " anew without what was said, delete " + marker + ".");
        }
    }

    private void check() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet result = statement.executeQuery("pragma quick_check(1)")) {
                String verdict = result.next() ? result.getString(1) : "no answer";
                if (!"ok".equals(verdict)) {
                    throw damaged(verdict, null);
                }
            }
            if (!hasRooms(statement)) {
                return;
            }
            try (ResultSet result = statement.executeQuery("select name from room where last_seq <> coalesce("
                    + "(select max(seq) from event where room_id = room.id), first_seq - 1) limit 1")) {
                if (result.next()) {
                    throw damaged("room " + result.getString(1) + " does not end where it says", null);
                }
            }
        } catch (DatabaseRefusedException e) {
            throw e;
        } catch (SQLException e) {
            // SQLITE_CORRUPT and SQLITE_NOTADB; the rest may pass.
            if (e.getErrorCode() == 11 || e.getErrorCode() == 26) {
                throw damaged(String.valueOf(e.getMessage()), e);
            }
            throw e;
        }
    }

    private static boolean hasRooms(Statement statement) throws SQLException {
        try (ResultSet result =
                statement.executeQuery("select 1 from sqlite_master where type = 'table' and name = 'room'")) {
            return result.next();
        }
    }

    private DatabaseRefusedException damaged(String how, @Nullable Throwable cause) {
        String message = "The database file " + file + " is damaged: " + how
                + ". Stop the server and put it back from a backup, without the files parley.db-wal and parley.db-shm.";
        return cause == null ? new DatabaseRefusedException(message) : new DatabaseRefusedException(message, cause);
    }

    @Override
    public DataSource dataSource() {
        return dataSource;
    }

    @Override
    public void migrated() throws SQLException {
        try {
            if (Files.notExists(marker)) {
                Files.writeString(marker, "Parley keeps its database here. See parley.home in its documentation.\n");
            }
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    @Override
    public void backUp(Path copy) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement vacuum = connection.prepareStatement("vacuum into ?")) {
            vacuum.setString(1, copy.toString());
            vacuum.execute();
        }
    }

    @Override
    public Connection borrow() throws SQLException {
        synchronized (this) {
            if (closed || lock == null) {
                throw new SQLException("not open: " + file);
            }
            Connection connection = idle.poll();
            if (connection != null) {
                return connection;
            }
        }
        Connection connection = dataSource.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    @Override
    public void giveBack(Connection connection) {
        synchronized (this) {
            if (!closed && idle.size() < MAX_IDLE) {
                idle.push(connection);
                return;
            }
        }
        discard(connection);
    }

    @Override
    public void discard(Connection connection) {
        try {
            connection.close();
        } catch (SQLException failedAlready) {
            // It is not used again.
        }
    }

    /** The lock goes last, when no connection is left. */
    @Override
    public synchronized void close() {
        closed = true;
        idle.forEach(this::discard);
        idle.clear();
        try {
            if (lock != null) {
                unlock();
            }
        } catch (IOException e) {
            // The lock goes with the process.
        }
        forgetDriver();
    }

    /** Java's registry of drivers would keep the whole application in memory. */
    static void forgetDriver() {
        Enumeration<Driver> drivers = DriverManager.getDrivers();
        while (drivers.hasMoreElements()) {
            Driver driver = drivers.nextElement();
            if (driver instanceof JDBC) {
                try {
                    DriverManager.deregisterDriver(driver);
                } catch (SQLException notAllowed) {
                    return;
                }
            }
        }
    }
}
