package chat.parley.room;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** What every connection needs of its surroundings. */
@Singleton
class ConnectionEnvironment {
    private final Time time;
    private final Figures figures;
    private final Workers workers;
    private final Connections connections;
    private final Departures departures;

    @Inject
    ConnectionEnvironment(Time time, Figures figures, Workers workers, Connections connections, Departures departures) {
        this.time = time;
        this.figures = figures;
        this.workers = workers;
        this.connections = connections;
        this.departures = departures;
    }

    Time time() {
        return time;
    }

    Figures figures() {
        return figures;
    }

    Workers workers() {
        return workers;
    }

    /** The connection takes part in nothing any more. Called once for each. */
    void ended(Connection connection) {
        connections.ending(connection);
        departures.begin(connection);
    }
}
