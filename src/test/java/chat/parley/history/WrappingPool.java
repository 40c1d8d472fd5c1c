package chat.parley.history;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A server's pool at its worst: it lends connections that have broken meanwhile, and wraps what their driver throws, as Payara's. */
final class WrappingPool {
    private final DataSource source;
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();
    private final AtomicInteger answersToLose = new AtomicInteger();

    WrappingPool(DataSource source) {
        this.source = source;
    }

    /** The next commits happen, and nobody learns of it. */
    void loseAnswers(int commits) {
        answersToLose.set(commits);
    }

    DataSource dataSource() {
        return proxy(DataSource.class, (self, method, arguments) -> lend());
    }

    private Connection lend() throws SQLException {
        Connection waiting = idle.poll();
        Connection lent = waiting == null ? source.getConnection() : waiting;
        return proxy(Connection.class, (self, method, arguments) -> {
            if (method.getName().equals("close")) {
                takeBack(lent);
                return null;
            }
            Object result = method.invoke(lent, arguments);
            if (method.getName().equals("commit") && answersToLose.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                lent.close();
                throw new java.lang.reflect.InvocationTargetException(new SQLException("no answer"));
            }
            return result;
        });
    }

    private void takeBack(Connection connection) throws SQLException {
        if (!connection.isClosed()) {
            idle.push(connection);
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
