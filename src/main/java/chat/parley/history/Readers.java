package chat.parley.history;

import chat.parley.room.LogException;
import chat.parley.room.LogException.Reason;
import chat.parley.room.ServerThreads;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;

/** Reads from the database on threads that may block. Safe for use by all threads. */
final class Readers {
    private static final int THREADS = 4;
    private static final int MAX_WAITING = 2_000;

    private final Store store;
    private final ThreadPoolExecutor pool = ServerThreads.pool("reader", THREADS, MAX_WAITING);

    Readers(Store store) {
        this.store = store;
    }

    /** Fails with a {@link LogException} when the database does. */
    <T> CompletableFuture<T> submit(Store.Work<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        try {
            pool.execute(() -> run(work, done));
        } catch (RejectedExecutionException tooMany) {
            done.completeExceptionally(new LogException(Reason.BUSY, "too much is being read; try again"));
        }
        return done;
    }

    private <T> void run(Store.Work<T> work, CompletableFuture<T> done) {
        try {
            done.complete(now(work));
        } catch (RuntimeException e) {
            done.completeExceptionally(e);
        }
    }

    /** Reads on the caller's thread. */
    <T> T now(Store.Work<T> work) {
        if (!store.isUp()) {
            throw unavailable();
        }
        try {
            return store.read(work);
        } catch (SQLException e) {
            store.down(e);
            throw unavailable();
        }
    }

    private static LogException unavailable() {
        return new LogException(Reason.UNAVAILABLE, "the history cannot be read just now; try again");
    }

    void close() {
        pool.shutdownNow();
    }
}
