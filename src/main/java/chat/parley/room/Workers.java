package chat.parley.room;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads that fan out, sweep and close. Nothing that runs here may block. */
@Singleton
public class Workers {
    private static final Logger LOG = System.getLogger("chat.parley.room");

    private final int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
    private final ScheduledThreadPoolExecutor pool = ServerThreads.scheduler("worker", threads);

    /** How many tasks run at once. */
    int threads() {
        return threads;
    }

    /** Runs the task soon. */
    public void execute(Runnable task) {
        pool.execute(guarded(task));
    }

    /** Runs the task once, after the delay. */
    public void schedule(Runnable task, long delayNanos) {
        Future<?> unused = pool.schedule(guarded(task), delayNanos, TimeUnit.NANOSECONDS);
    }

    /** Runs the task again and again, with the pause between its end and its next start. */
    public void repeat(Runnable task, Duration pause) {
        Future<?> unused =
                pool.scheduleWithFixedDelay(guarded(task), pause.toNanos(), pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** The pool would swallow what a task throws, and end a repeated one. */
    private static Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException fault) {
                LOG.log(Level.ERROR, "A task failed", fault);
            }
        };
    }

    @PreDestroy
    void stop() {
        pool.shutdownNow();
    }
}
