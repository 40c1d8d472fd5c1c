package chat.parley.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGPoolingDataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.ds.common.BaseDataSource;

/** A PostgreSQL server of the tests' own, real and with its syncs to disk, on a free port of loopback. */
public final class Postgres implements AutoCloseable {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final EmbeddedPostgres server;

    private Postgres(EmbeddedPostgres server) {
        this.server = server;
    }

    public static Postgres start() {
        try {
            return new Postgres(EmbeddedPostgres.builder()
                    .setPGStartupWait(Duration.ofMinutes(1))
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "50")
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new, empty database, to which every connection is a new one. */
    public DataSource newDatabase() {
        return at(newName(), new PGSimpleDataSource());
    }

    /** A new, empty database with a pool of connections, as a server's data source has it. */
    @SuppressWarnings("deprecation") // not for production, says the driver
    public DataSource newPooledDatabase() {
        PGPoolingDataSource pool = at(newName(), new PGPoolingDataSource());
        pool.setMaxConnections(8);
        return pool;
    }

    private String newName() {
        String name = "parley" + DATABASES.incrementAndGet();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return name;
    }

    private <T extends BaseDataSource> T at(String database, T source) {
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {server.getPort()});
        source.setUser("postgres");
        source.setDatabaseName(database);
        source.setReWriteBatchedInserts(true);
        source.setConnectTimeout(5);
        source.setSocketTimeout(10);
        return source;
    }

    /** The server's main process. */
    public int port() {
        return server.getPort();
    }

    /** For what is done to the server as a whole. */
    public DataSource maintenance() {
        return at("postgres", new PGSimpleDataSource());
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
