package chat.parley.history;

import chat.parley.room.ServerThreads;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Tells those who wait what became of their drafts, in order, on a thread of its own: it sends to whole rooms, and the next
 * batch is committed meanwhile.
 */
final class Completions {
    /** The committer waits when it is so many batches ahead. */
    private static final int AHEAD = 8;

    private static final List<Runnable> END = List.of();

    private final BlockingQueue<List<Runnable>> batches = new ArrayBlockingQueue<>(AHEAD);
    private final Thread thread = ServerThreads.start("delivery", this::run);

    /** Hands over what is to be told, in this order. Blocks when too much waits. */
    void hand(List<Runnable> batch) throws InterruptedException {
        if (!batch.isEmpty()) {
            batches.put(batch);
        }
    }

    private void run() {
        try {
            List<Runnable> batch;
            while ((batch = batches.take()) != END) {
                batch.forEach(Runnable::run);
            }
        } catch (InterruptedException serverStops) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tells what was handed over, and ends. */
    void close(long millis) throws InterruptedException {
        batches.put(END);
        thread.join(millis);
        thread.interrupt();
    }
}
