package chat.parley.room;

import chat.parley.protocol.CloseCode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Empties this server before work is done on it: nobody gets in, and those who are there are asked to come back later, by when
 * they may find another server or this one again.
 *
 * <p><b>Concurrency:</b> any thread may call. It is on before anybody is sent away, and {@link ChatRoom} looks after it has let
 * somebody in.
 */
@Singleton
public class Drain {
    private static final Logger LOG = System.getLogger("chat.parley.room");

    private final Connections connections;
    private volatile boolean on;
    private volatile Duration after = Duration.ZERO;

    @Inject
    Drain(Connections connections) {
        this.connections = connections;
    }

    /** Whether nobody gets in. */
    public boolean isOn() {
        return on;
    }

    /**
     * Lets nobody in, and sends everybody away.
     *
     * @param after when they are to try again, at the earliest; each is told a moment of their own within half as long again
     * @return how many were sent away
     */
    public int begin(Duration after) {
        this.after = after;
        on = true;
        int sent = 0;
        for (Connection connection : connections.open()) {
            connection.close(CloseCode.DRAINED, afterMs());
            sent++;
        }
        LOG.log(Level.INFO, "Draining: {0} connections are asked to come back after {1} s", sent, after.toSeconds());
        return sent;
    }

    /** Lets people in again. */
    public void end() {
        if (on) {
            on = false;
            LOG.log(Level.INFO, "Draining is over: connections are let in");
        }
    }

    long afterMs() {
        long least = after.toMillis();
        return least + ThreadLocalRandom.current().nextLong(least / 2 + 1_000);
    }
}
