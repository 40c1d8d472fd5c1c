package chat.parley.room;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * The threads that fan out, sweep and close. Nothing that runs here may block.
 *
 * <p>The threads are the server's (Jakarta Concurrency), the pool is ours: the servers' own executors differ too much (the
 * default one of Payara has one thread and a queue without end), and an own pool is gone when the application is.
 */
@Singleton
public class Workers {
    private static final String THREAD_FACTORY = "java:comp/DefaultManagedThreadFactory";

    private static final Logger LOG = System.getLogger("chat.parley.room");

    private final ScheduledThreadPoolExecutor pool;

    public Workers() {
        pool = new ScheduledThreadPoolExecutor(Math.max(2, Runtime.getRuntime().availableProcessors()), threads());
        // What is asked for while the application stops is not worth an exception.
        pool.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        pool.setRemoveOnCancelPolicy(true);
        pool.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @SuppressWarnings("BanJNDI") // a fixed name of the server's own
    private static ThreadFactory threads() {
        try {
            return (ManagedThreadFactory) new InitialContext().lookup(THREAD_FACTORY);
        } catch (NamingException outsideOfAServer) {
            return Executors.defaultThreadFactory();
        }
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
