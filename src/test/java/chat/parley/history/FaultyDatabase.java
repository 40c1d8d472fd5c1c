package chat.parley.history;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/** A database that fails where a test wants it to, and says of each failure the same. */
final class FaultyDatabase extends DatabaseWrapper {
    /** Where it fails. */
    enum Fault {
        BATCH("executeBatch", false),
        BEFORE_COMMIT("commit", false),
        /** What is committed all the same is reported as failed. */
        AFTER_COMMIT("commit", true);

        private final String call;
        private final boolean done;

        Fault(String call, boolean done) {
            this.call = call;
            this.done = done;
        }
    }

    /** What fails, and whether it does so this time. */
    private record Plan(Fault fault, BooleanSupplier strikes) {}

    private static final Plan NONE = new Plan(Fault.BATCH, () -> false);

    private final AtomicReference<Plan> plan = new AtomicReference<>(NONE);

    FaultyDatabase(Database wrapped) {
        super(wrapped);
    }

    /** From now on it fails there whenever this says so. */
    void fail(Fault fault, BooleanSupplier strikes) {
        plan.set(new Plan(fault, strikes));
    }

    void heal() {
        plan.set(NONE);
    }

    @Override
    public Connection borrow() throws SQLException {
        return faulty(Connection.class, super.borrow());
    }

    @Override
    public void giveBack(Connection connection) {
        super.giveBack(unwrapped(connection));
    }

    @Override
    public void discard(Connection connection) {
        super.discard(unwrapped(connection));
    }

    private static Connection unwrapped(Connection connection) {
        return (Connection) ((Faulty) Proxy.getInvocationHandler(connection)).wrapped;
    }

    private <T> T faulty(Class<T> type, T wrapped) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, new Faulty(wrapped)));
    }

    private final class Faulty implements InvocationHandler {
        private final Object wrapped;

        Faulty(Object wrapped) {
            this.wrapped = wrapped;
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            Plan now = plan.get();
            boolean fails = method.getName().equals(now.fault.call) && now.strikes.getAsBoolean();
            if (fails && !now.fault.done) {
                throw failure();
            }
            try {
                Object result = method.invoke(wrapped, arguments);
                if (fails) {
                    throw failure();
                }
                return result instanceof PreparedStatement statement
                        ? faulty(PreparedStatement.class, statement)
                        : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }

        private SQLException failure() {
            return new SQLException("the connection is gone, says the test", "08006");
        }
    }
}
