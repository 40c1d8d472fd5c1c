package chat.parley.history;

import chat.parley.room.LogException;
import chat.parley.room.LogException.Reason;
import chat.parley.room.MessageLog.Queue;
import chat.parley.room.ServerThreads;
import chat.parley.room.Time;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * All writing to the database, one thing after the other: drafts, as many as wait in one batch, and what else there is to do
 * between two batches. While the database is down it refuses what comes, and tries to open it again.
 *
 * <p><b>Concurrency:</b> one thread of its own. Taking work in never blocks.
 */
final class Committer {
    private static final int MAX_BATCH = 512;
    private static final int MAX_WAITING = 4_096;
    /** So long at most a batch waits for the one before to be told: no longer than a commit on a slow disk takes. */
    private static final long TELLING_NANOS = 1_000_000;

    private static final long POLL_MILLIS = 500;
    /** Each try may cost a server's pool some lines in its log. */
    private static final long RETRY_MILLIS = 2_000;

    private static final long STOP_MILLIS = 10_000;

    private static final Logger LOG = System.getLogger("chat.parley.history");

    private final Store store;
    private final BlockingQueue<Object> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
    private final Completions completions = new Completions();
    private final DraftWriter writer;
    private final Thread thread;
    private int lastBatch;
    private volatile int mostWaiting;
    private volatile String trouble = "";
    private volatile boolean stopping;

    Committer(Store store, Time time) {
        this.store = store;
        writer = new DraftWriter(store, time, completions);
        thread = ServerThreads.start("committer", this::run);
    }

    private record Job<T>(Store.Work<T> work, CompletableFuture<T> done) {
        /** Does the work. Gives what tells who waits for it. */
        Runnable run(Store store) throws SQLException {
            T result = store.write(work);
            return () -> done.complete(result);
        }
    }

    /** Stores the draft with what else waits. */
    void append(Append append) {
        LogException refusal = take(append);
        if (refusal != null) {
            append.done().completeExceptionally(refusal);
        }
    }

    /** Does the work between two batches, in a transaction. */
    <T> CompletableFuture<T> submit(Store.Work<T> work) {
        Job<T> job = new Job<>(work, new CompletableFuture<>());
        LogException refusal = take(job);
        if (refusal != null) {
            job.done.completeExceptionally(refusal);
        }
        return job.done;
    }

    /** What keeps it from storing although the database is up; empty when nothing does. */
    String trouble() {
        return trouble;
    }

    /** What waits. */
    Queue queue() {
        return new Queue(waiting.size(), mostWaiting);
    }

    private @Nullable LogException take(Object work) {
        if (stopping || !store.isUp()) {
            return unavailable();
        }
        return waiting.offer(work) ? null : new LogException(Reason.BUSY, "too much is being said; try again");
    }

    static LogException unavailable() {
        return new LogException(Reason.UNAVAILABLE, "the history cannot be written just now; try again");
    }

    private void run() {
        try {
            while (!stopping || !waiting.isEmpty()) {
                if (isReady()) {
                    work();
                } else {
                    refuse(drain());
                    pause();
                }
            }
        } catch (InterruptedException serverStops) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error fault) {
            trouble = "the committer has failed: nothing is stored until the application is redeployed";
            LOG.log(Level.ERROR, "No history: " + trouble, fault);
            throw fault;
        } finally {
            stopping = true;
            refuse(drain());
            refuse(writer.doubtful());
        }
    }

    /** Whether the database is up, and nothing of what was written to it is in doubt. */
    private boolean isReady() throws InterruptedException {
        if (!store.isUp() && !store.open()) {
            return false;
        }
        writer.settleDoubts();
        return writer.doubtful().isEmpty();
    }

    private void work() throws InterruptedException {
        Object first = waiting.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
        if (first instanceof Job<?> job) {
            run(job);
        } else if (first instanceof Append append) {
            writer.write(batchFrom(append));
        }
    }

    /**
     * What waits now; and where that is less than the last time, what those say next who are just being told of it. Else those
     * who wait for their acks would split into two that take turns, and each commit would serve but half of them.
     */
    private List<Append> batchFrom(Append first) throws InterruptedException {
        List<Append> batch = new ArrayList<>();
        batch.add(first);
        int waited = waiting.size() + 1;
        // Nobody else takes, so that it was never longer than when this thread looks.
        mostWaiting = Math.max(mostWaiting, waited);
        if (waited < lastBatch) {
            completions.awaitTold(TELLING_NANOS);
        }
        while (batch.size() < MAX_BATCH && waiting.peek() instanceof Append) {
            batch.add((Append) waiting.remove());
        }
        lastBatch = batch.size();
        return batch;
    }

    private void run(Job<?> job) throws InterruptedException {
        try {
            completions.hand(List.of(job.run(store)));
        } catch (SQLException e) {
            store.down(e);
            job.done.completeExceptionally(unavailable());
        } catch (RuntimeException e) {
            job.done.completeExceptionally(e);
        }
    }

    private List<Object> drain() {
        List<Object> drained = new ArrayList<>();
        waiting.drainTo(drained);
        return drained;
    }

    private static void refuse(List<?> work) {
        for (Object refused : work) {
            CompletableFuture<?> done = refused instanceof Append append ? append.done() : ((Job<?>) refused).done();
            done.completeExceptionally(unavailable());
        }
    }

    private void pause() throws InterruptedException {
        for (int i = 0; i < 20 && !stopping; i++) {
            TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS / 20);
        }
    }

    /** Stores what waits, takes no more, and ends. */
    void close() {
        stopping = true;
        try {
            thread.join(STOP_MILLIS);
            thread.interrupt();
            completions.close(STOP_MILLIS);
        } catch (InterruptedException serverStops) {
            Thread.currentThread().interrupt();
        }
    }
}
