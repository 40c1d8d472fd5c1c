package chat.parley.room;

import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * The only place that makes threads. They are the server's (Jakarta Concurrency), the pools are ours: the servers' own
 * executors differ too much (the default one of Payara has one thread and a queue without end), and an own pool is gone when
 * the application is. Whoever asks for one stops it.
 */
public final class ServerThreads {
    private static final String THREAD_FACTORY = "java:comp/DefaultManagedThreadFactory";

    private ServerThreads() {}

    /** A thread for this task alone, started; named {@code parley-} and this. */
    public static Thread start(String name, Runnable task) {
        Thread thread = factory(name).newThread(task);
        thread.start();
        return thread;
    }

    /** Up to so many threads, which go when they have nothing to do; refuses when so many tasks wait. */
    public static ThreadPoolExecutor pool(String name, int threads, int waiting) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                threads, threads, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(waiting), factory(name));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    static ScheduledThreadPoolExecutor scheduler(String name, int threads) {
        ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(threads, factory(name));
        // What is asked for while the application stops is not worth an exception.
        pool.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        pool.setRemoveOnCancelPolicy(true);
        pool.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return pool;
    }

    private static ThreadFactory factory(String name) {
        ThreadFactory server = serverFactory();
        return task -> {
            Thread thread = server.newThread(task);
            thread.setName("parley-" + name);
            return thread;
        };
    }

    @SuppressWarnings("BanJNDI") // a fixed name of the server's own
    private static ThreadFactory serverFactory() {
        try {
            return (ManagedThreadFactory) new InitialContext().lookup(THREAD_FACTORY);
        } catch (NamingException outsideOfAServer) {
            return Executors.defaultThreadFactory();
        }
    }
}
