package chat.parley.history;

import chat.parley.room.ServerThreads;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Tells those who wait what became of their drafts, in order, on a thread of its own: it sends to whole rooms, and the next
 * batch is committed meanwhile.
 */
final class Completions {
    /** The committer waits when it is so many batches ahead. */
    private static final int AHEAD = 8;

    private final BlockingQueue<Runnable> batches = new ArrayBlockingQueue<>(AHEAD);
    private boolean over;
    private CountDownLatch told = new CountDownLatch(0);
    private final Thread thread = ServerThreads.start("delivery", this::run);

    /** Hands over what is to be told, in this order. Blocks when too much waits. */
    void hand(List<Runnable> batch) throws InterruptedException {
        if (!batch.isEmpty()) {
            CountDownLatch last = new CountDownLatch(1);
            batches.put(() -> {
                batch.forEach(Runnable::run);
                last.countDown();
            });
            told = last;
        }
    }

    /** Waits until all is told that was handed over, but not longer than that. For the thread that hands over. */
    void awaitTold(long nanos) throws InterruptedException {
        boolean unused = told.await(nanos, TimeUnit.NANOSECONDS);
    }

    private void run() {
        try {
            while (!over) {
                batches.take().run();
            }
        } catch (InterruptedException serverStops) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tells what was handed over, and ends. */
    void close(long millis) throws InterruptedException {
        batches.put(() -> over = true);
        thread.join(millis);
        thread.interrupt();
    }
}
