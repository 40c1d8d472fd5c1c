package chat.parley.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The server's pool gets back what it lends. */
class ServerDatabaseTest {
    private final List<String> calls = new ArrayList<>();

    @Test
    void a_connection_that_is_broken_when_it_is_lent_goes_back_to_the_pool() {
        ServerDatabase database = new ServerDatabase("jdbc/parley", name -> pool());
        assertThatThrownBy(database::borrow).hasMessage("setAutoCommit: the connection is gone");
        assertThat(calls).endsWith("close");
    }

    private DataSource pool() {
        Connection broken = fake(Connection.class, null);
        return fake(DataSource.class, broken);
    }

    /** Returns that from every call, and without it can only be closed. */
    private <T> T fake(Class<T> type, Object result) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    calls.add(method.getName());
                    if (result == null && !method.getName().equals("close")) {
                        throw new SQLException(method.getName() + ": the connection is gone");
                    }
                    return result;
                }));
    }
}
