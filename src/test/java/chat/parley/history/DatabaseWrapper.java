package chat.parley.history;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A database that does what another does. */
class DatabaseWrapper implements Database {
    private final Database wrapped;

    DatabaseWrapper(Database wrapped) {
        this.wrapped = wrapped;
    }

    @Override
    public String name() {
        return wrapped.name();
    }

    @Override
    public Dialect dialect() throws SQLException {
        return wrapped.dialect();
    }

    @Override
    public void claim() throws SQLException {
        wrapped.claim();
    }

    @Override
    public DataSource dataSource() throws SQLException {
        return wrapped.dataSource();
    }

    @Override
    public void migrated() throws SQLException {
        wrapped.migrated();
    }

    @Override
    public void backUp(Path file) throws SQLException {
        wrapped.backUp(file);
    }

    @Override
    public Connection borrow() throws SQLException {
        return wrapped.borrow();
    }

    @Override
    public void giveBack(Connection connection) {
        wrapped.giveBack(connection);
    }

    @Override
    public void discard(Connection connection) {
        wrapped.discard(connection);
    }

    @Override
    public void close() {
        wrapped.close();
    }
}
