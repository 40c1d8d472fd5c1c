package chat.parley.room;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Decides when a room's new events go out. At once when the room is idle; when it is busy, events gather while the fan-out
 * before is under way, so that one frame carries them all. docs/DESIGN.md, Fan-out, has the measurements.
 *
 * <p><b>Concurrency:</b> all methods may be called by any thread and none blocks. At most one flush is due at a time.
 */
final class FanOut {
    private static final long MAX_PAUSE = 20_000_000;
    private static final long MIN_WAIT = 200_000;
    private static final long WAIT_PER_MEMBER = 10_000;
    private static final long MAX_SAMPLE = 50_000_000;

    private final Workers workers;
    private final Time time;
    private final Flush flush;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicBoolean due = new AtomicBoolean();
    private volatile long began;
    private volatile long usual;
    private volatile int members;

    /** Lets the members take what is new. */
    @FunctionalInterface
    interface Flush {
        /** Returns how many members there are. */
        int run();
    }

    FanOut(Workers workers, Time time, Flush flush) {
        this.workers = workers;
        this.time = time;
        this.flush = flush;
        began = time.nanos() - MAX_PAUSE;
    }

    /** There is something new. */
    void wake() {
        if (!due.compareAndSet(false, true)) {
            return;
        }
        long wait = wait(inFlight.get() == 0);
        if (wait <= 0) {
            workers.execute(this::flush);
        } else {
            workers.schedule(this::flush, wait);
        }
    }

    /** How long from now until the next flush may begin. */
    private long wait(boolean idle) {
        long pause = Math.min(MAX_PAUSE, usual + usual / 2);
        if (!idle) {
            // A slow member's send must not hold up the others for longer than this.
            pause = Math.max(pause, Math.max(MIN_WAIT, Math.min(MAX_PAUSE, WAIT_PER_MEMBER * members)));
        }
        return began + pause - time.nanos();
    }

    private void flush() {
        if (!due.compareAndSet(true, false)) {
            return;
        }
        began = time.nanos();
        // Held by the flush itself, so that sends that end at once do not end the fan-out before it has begun
        // everywhere.
        inFlight.incrementAndGet();
        members = flush.run();
        sendEnded();
    }

    /** A member has begun to send some of this room's events. */
    void sendBegan() {
        inFlight.incrementAndGet();
    }

    /** That send has ended, well or not. */
    void sendEnded() {
        if (inFlight.decrementAndGet() != 0) {
            return;
        }
        long sample = Math.min(MAX_SAMPLE, time.nanos() - began);
        usual = (usual * 4 + sample) / 5;
        if (due.get() && wait(true) <= 0) {
            workers.execute(this::flush);
        }
    }
}
