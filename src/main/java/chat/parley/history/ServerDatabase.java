package chat.parley.history;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The server's data source, which keeps the connections and the password. Looked up anew until it is there. */
class ServerDatabase implements Database {
    private final String jndiName;
    private final Directory directory;
    private volatile @Nullable DataSource found;

    /** Where the server's data sources are found by name. */
    interface Directory {
        Object lookup(String name) throws NamingException;
    }

    ServerDatabase(String jndiName) {
        this(jndiName, ServerDatabase::fromServer);
    }

    ServerDatabase(String jndiName, Directory directory) {
        this.jndiName = jndiName;
        this.directory = directory;
    }

    @SuppressWarnings("BanJNDI") // the administrator's word
    private static Object fromServer(String name) throws NamingException {
        return new InitialContext().lookup(name);
    }

    @Override
    public String name() {
        return "the data source " + jndiName;
    }

    @Override
    public Dialect dialect() throws SQLException {
        try (Connection connection = dataSource().getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName();
            if (!product.equals("PostgreSQL")) {
                throw new DatabaseRefusedException(
                        "The data source " + jndiName + " leads to " + product
                                + ", and Parley uses PostgreSQL. Set parley.datasource to one that does, or to none for a file.");
            }
        }
        return Dialect.POSTGRESQL;
    }

    @Override
    public void claim() throws SQLException {
        dialect();
    }

    @Override
    public DataSource dataSource() throws SQLException {
        DataSource known = found;
        if (known == null) {
            try {
                known = (DataSource) directory.lookup(jndiName);
            } catch (NamingException | ClassCastException e) {
                throw new DatabaseRefusedException(
                        "The server has no data source " + jndiName
                                + " (parley.datasource). Make it in the server's console; Parley goes on by itself then.",
                        e);
            }
            found = known;
        }
        return known;
    }

    @Override
    public void migrated() {
        // Nothing to remember.
    }

    @Override
    public void backUp(Path file) throws SQLException {
        throw new DatabaseRefusedException("History is in " + name() + ": back it up with PostgreSQL's own pg_dump.");
    }

    @Override
    public Connection borrow() throws SQLException {
        Connection connection = dataSource().getConnection();
        try {
            connection.setAutoCommit(false);
        } catch (SQLException | RuntimeException e) {
            // Or the pool would be empty after some broken ones.
            discard(connection);
            throw e;
        }
        return connection;
    }

    @Override
    public void giveBack(Connection connection) {
        try (connection) {
            connection.setAutoCommit(true);
        } catch (SQLException | RuntimeException failedMeanwhile) {
            // The pool finds out.
        }
    }

    @Override
    public void discard(Connection connection) {
        // A later lookup finds a data source that was made anew.
        found = null;
        try (connection) {
            connection.rollback();
        } catch (SQLException | RuntimeException failedAlready) {
            // The pool finds out.
        }
    }

    @Override
    public void close() {
        // The data source is the server's; but Java has found the driver in the WAR all the same.
        SqliteDatabase.forgetDriver();
    }
}
