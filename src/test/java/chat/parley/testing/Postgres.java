package chat.parley.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGPoolingDataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.ds.common.BaseDataSource;

/**
 * A PostgreSQL server of the tests' own, real and with its syncs to disk, on a port of loopback that it keeps when it is stopped
 * and started again. Everybody is let in, with any password.
 */
public final class Postgres implements AutoCloseable {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final int port = FreePorts.next();
    private final Path data = Folders.temporary("parley-postgres");
    private EmbeddedPostgres server;

    private Postgres() {}

    public static Postgres start() {
        Postgres postgres = new Postgres();
        postgres.startAgain();
        return postgres;
    }

    /** Starts it, with what it had when it was stopped. */
    public void startAgain() {
        try {
            server = EmbeddedPostgres.builder()
                    .setPGStartupWait(Duration.ofMinutes(1))
                    .setPort(port)
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "50")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops it as an administrator would, who does not wait for its clients. */
    public void stop() {
        Optional<ProcessHandle> running = process();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // That gives up after some seconds, and says so only in a log
        running.ifPresent(Postgres::awaitEnd);
    }

    /** Stops it in the middle of all that it does; it will have to recover. */
    public void stopImmediately() {
        ProcessHandle running = process().orElseThrow();
        Command.run(new ProcessBuilder("kill", "-QUIT", Long.toString(running.pid())))
                .outputOfSuccess();
        awaitEnd(running);
        stop();
    }

    /** The server that runs on these data. */
    private Optional<ProcessHandle> process() {
        return Folders.read(data.resolve("postmaster.pid"))
                .lines()
                .findFirst()
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)));
    }

    private static void awaitEnd(ProcessHandle process) {
        process.onExit().orTimeout(2, TimeUnit.MINUTES).join();
    }

    /** A new, empty database, to which every connection is a new one. */
    public PGSimpleDataSource newDatabase() {
        String name = newName();
        execute("create database " + name);
        return at(name, new PGSimpleDataSource());
    }

    /**
     * As good as a new, empty database, with a pool of connections as a server's data source has it: a schema, which takes no time
     * to make.
     */
    @SuppressWarnings("deprecation") // not for production, says the driver
    public PGPoolingDataSource newPooledSchema() {
        String name = newName();
        execute("create schema " + name);
        PGPoolingDataSource pool = at("postgres", new PGPoolingDataSource());
        pool.setCurrentSchema(name);
        pool.setMaxConnections(8);
        // Without one it cannot be closed
        pool.setDataSourceName(name);
        return pool;
    }

    private static String newName() {
        return "parley" + DATABASES.incrementAndGet();
    }

    private void execute(String sql) {
        try (Connection connection = maintenance().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T extends BaseDataSource> T at(String database, T source) {
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setUser("postgres");
        source.setPassword("any");
        source.setDatabaseName(database);
        source.setReWriteBatchedInserts(true);
        source.setConnectTimeout(5);
        source.setSocketTimeout(10);
        return source;
    }

    /** For what is done to the server as a whole, and may take it long: a new database is synced to the disk. */
    public DataSource maintenance() {
        PGSimpleDataSource source = at("postgres", new PGSimpleDataSource());
        source.setSocketTimeout(60);
        return source;
    }

    @Override
    public void close() {
        stop();
        Folders.deleteTree(data);
    }
}
