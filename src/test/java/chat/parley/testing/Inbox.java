package chat.parley.testing;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * What one client has got, in order. An object is taken once; those that nobody asked for stay.
 *
 * <p><b>Concurrency:</b> any thread may add and take.
 */
final class Inbox {

    private static final int TOLD = 12;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();

    @GuardedBy("lock")
    private final List<JsonObject> all = new ArrayList<>();

    @GuardedBy("lock")
    private final List<JsonObject> unread = new ArrayList<>();

    @GuardedBy("lock")
    private String over = "";

    void add(JsonObject object) {
        lock.lock();
        try {
            all.add(object);
            unread.add(object);
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Nothing more comes: whoever waits learns it at once. */
    void end(String why) {
        lock.lock();
        try {
            over = why;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes the first object that fits, waiting for it if need be.
     *
     * @throws AssertionError when none has come in time, or none can come any more
     */
    JsonObject take(String what, Predicate<JsonObject> fits, Duration patience) {
        long left = patience.toNanos();
        lock.lock();
        try {
            while (true) {
                for (Iterator<JsonObject> rest = unread.iterator(); rest.hasNext(); ) {
                    JsonObject object = rest.next();
                    if (fits.test(object)) {
                        rest.remove();
                        return object;
                    }
                }
                if (!over.isEmpty()) {
                    throw new AssertionError("the connection ended (" + over + ") before " + what + tailLocked());
                }
                if (left <= 0) {
                    throw new AssertionError("within " + patience + " came no " + what + tailLocked());
                }
                left = news.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for " + what, e);
        } finally {
            lock.unlock();
        }
    }

    /** Everything so far, taken or not. */
    List<JsonObject> all() {
        lock.lock();
        try {
            return List.copyOf(all);
        } finally {
            lock.unlock();
        }
    }

    @GuardedBy("lock")
    private String tailLocked() {
        StringBuilder tail = new StringBuilder("; of " + all.size() + " objects the last are:");
        all.subList(Math.max(0, all.size() - TOLD), all.size())
                .forEach(object -> tail.append("\n  ").append(object));
        return tail.toString();
    }
}
