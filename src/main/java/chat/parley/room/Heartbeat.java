package chat.parley.room;

import chat.parley.protocol.CloseCode;
import chat.parley.settings.LiveSettings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * One sweep over all connections, instead of timers for each: pings, and ends those that are silent, stuck, not
 * logged in or signed out.
 * The containers' own timeouts are wrong or dear; some never report a client that left.
 *
 * <p>Invariant: a dead connection leaves nothing behind, whatever the container says of it.
 */
@Singleton
class Heartbeat {
    private static final Duration PAUSE = Duration.ofMillis(250);

    /** Who is silent is gone, with the grace after it, when the two times are over: two sweeps later would be late. */
    private static final long AHEAD = 2 * PAUSE.toNanos();

    private final Connections connections;
    private final Departures departures;
    private final LiveSettings settings;
    private final Time time;
    private final Workers workers;

    @Inject
    Heartbeat(Connections connections, Departures departures, LiveSettings settings, Time time, Workers workers) {
        this.connections = connections;
        this.departures = departures;
        this.settings = settings;
        this.time = time;
        this.workers = workers;
    }

    void start() {
        workers.repeat(this::sweep, PAUSE);
    }

    void sweep() {
        long now = time.nanos();
        for (Connection connection : connections.open()) {
            check(connection, now);
        }
        for (Connection connection : connections.ending()) {
            bury(connection, now);
        }
        departures.completeDue();
    }

    private void check(Connection connection, long now) {
        if (connection
                .outbox()
                .isSendingSince(now - settings.now().writeDeadline().toNanos())) {
            connection.tooSlow();
        } else if (!connection.caller().signIn().lasts()) {
            connection.close(CloseCode.SIGNED_OUT, 0);
        } else if (connection.isSilentSince(
                now + AHEAD - settings.now().deadAfter().toNanos())) {
            connection.close(CloseCode.NO_PONG, 0);
        } else if (connection.isWithoutLoginSince(
                now - settings.now().loginDeadline().toNanos())) {
            connection.close(CloseCode.NO_LOGIN, 0);
        } else {
            connection.pingIfDue(now - settings.now().pingInterval().toNanos());
        }
    }

    private void bury(Connection connection, long now) {
        if (connection.isEndedSince(now - Connection.FAREWELL_NANOS)) {
            connection.closeSession();
        }
        if (connection.isEndedSince(now - 10 * Connection.FAREWELL_NANOS)) {
            connections.gone(connection);
        }
    }
}
