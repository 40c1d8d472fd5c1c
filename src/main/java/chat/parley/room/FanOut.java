package chat.parley.room;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Decides when a room's new events go out. At once when the room is idle; when it is busy, events gather while the fan-out
 * before is under way and until those who answer it have answered, so that one frame carries them all. docs/DESIGN.md,
 * Fan-out, has the measurements.
 *
 * <p><b>Concurrency:</b> all methods may be called by any thread and none blocks. At most one flush is due at a time.
 */
final class FanOut {
    private static final long MAX_PAUSE = 20_000_000;
    private static final long MIN_WAIT = 200_000;
    private static final long WAIT_PER_MEMBER = 10_000;
    private static final long MAX_SAMPLE = 50_000_000;
    /** So much of a usual fan-out without anything new, and whoever answers the last one has answered. */
    private static final int LULL_PART = 12;

    private final Workers workers;
    private final Time time;
    private final Flush flush;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicBoolean due = new AtomicBoolean();
    private final AtomicInteger alarms = new AtomicInteger();
    /** When the last flush began. */
    private volatile long began;
    /** When its last send ended. */
    private volatile long ended;
    /** When an event came, or a fan-out ended, last. */
    private volatile long stirred;
    /** How long fan-outs take. */
    private volatile long usual;

    private volatile int members;

    /** Lets the members take what is new. */
    @FunctionalInterface
    interface Flush {
        /** Returns how many members there are. */
        int run();

        /** A flush is under way: whom it has not come to yet may take what is new as well, if that is little. */
        default void extend() {}
    }

    FanOut(Workers workers, Time time, Flush flush) {
        this.workers = workers;
        this.time = time;
        this.flush = flush;
        began = ended = stirred = time.nanos() - MAX_PAUSE;
    }

    /** There is something new. */
    void wake() {
        stirred = time.nanos();
        if (inFlight.get() > 0) {
            flush.extend();
        }
        if (due.compareAndSet(false, true)) {
            setAlarm();
        }
    }

    /** The alarm set last is the one that counts. */
    private void setAlarm() {
        int alarm = alarms.incrementAndGet();
        long wait = untilFlush();
        if (wait <= 0) {
            workers.execute(this::flush);
        } else {
            workers.schedule(() -> ring(alarm), wait);
        }
    }

    private void ring(int alarm) {
        if (alarms.get() != alarm || !due.get()) {
            return;
        }
        if (untilFlush() <= 0) {
            flush();
        } else {
            setAlarm();
        }
    }

    /** How long from now until the next flush may begin. */
    private long untilFlush() {
        long now = time.nanos();
        long pause = Math.min(MAX_PAUSE, usual + usual / 2);
        if (inFlight.get() > 0) {
            // A slow member's send must not hold up the others for longer than this.
            long patience = Math.max(MIN_WAIT, Math.min(MAX_PAUSE, WAIT_PER_MEMBER * members));
            return began + Math.max(pause, patience) - now;
        }
        return Math.min(ended + pause - now, stirred + usual / LULL_PART - now);
    }

    private void flush() {
        if (!due.compareAndSet(true, false)) {
            return;
        }
        began = time.nanos();
        // Held by the flush itself, so that sends that end at once do not end the fan-out before it has begun
        // everywhere.
        inFlight.incrementAndGet();
        try {
            members = flush.run();
        } finally {
            sendEnded();
        }
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
        ended = stirred = time.nanos();
        long sample = Math.min(MAX_SAMPLE, ended - began);
        usual = (usual * 4 + sample) / 5;
        if (due.get()) {
            setAlarm();
        }
    }
}
