package chat.parley.room;

import chat.parley.protocol.CloseCode;
import chat.parley.settings.LiveSettings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** The connections that take part, and those that are on their way out. Safe for use by all threads. */
@Singleton
class Connections {
    private final ConcurrentMap<String, Connection> open = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Connection> ending = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Integer> perAddress = new ConcurrentHashMap<>();
    private final LiveSettings settings;

    @Inject
    Connections(LiveSettings settings) {
        this.settings = settings;
    }

    /** Lets the connection in, or says why not. */
    @Nullable
    CloseCode admit(Connection connection) {
        if (open.size() >= settings.now().maxConnections()) {
            ending.put(connection.id(), connection);
            return CloseCode.SERVER_FULL;
        }
        String address = connection.caller().address();
        int max = settings.now().maxConnectionsPerAddress();
        int now = perAddress.merge(address, 1, Integer::sum);
        open.put(connection.id(), connection);
        return max > 0 && now > max && !address.isEmpty() ? CloseCode.TOO_MANY_CONNECTIONS : null;
    }

    /** A connection that takes part. */
    @Nullable
    Connection find(String id) {
        return open.get(id);
    }

    /** A connection that takes part, or whose session may still be closing. */
    @Nullable
    Connection findEvenEnding(String id) {
        Connection connection = open.get(id);
        return connection == null ? ending.get(id) : connection;
    }

    /** It takes part no more, and its session may still be closing. */
    void ending(Connection connection) {
        if (open.remove(connection.id(), connection)) {
            perAddress.computeIfPresent(connection.caller().address(), (a, count) -> count == 1 ? null : count - 1);
        }
        ending.put(connection.id(), connection);
    }

    /** Its session is over. */
    void gone(Connection connection) {
        ending.remove(connection.id());
    }

    Collection<Connection> open() {
        return open.values();
    }

    Collection<Connection> ending() {
        return ending.values();
    }

    int count() {
        return open.size();
    }
}
