package chat.parley.testing;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Run by the build inside Maven's own JVM: what Maven has started ends with Maven. Without it the server of
 * {@code mvn wildfly:run} outlives a Maven that is killed by anything but Ctrl-C in a terminal, and the next run finds
 * its ports taken.
 */
public final class EndServerWithMaven {
    private static final long SECONDS_TO_STOP = 20;

    private EndServerWithMaven() {}

    /** Registers a shutdown hook with this JVM and returns. */
    public static void main(String[] none) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(outermostGroup(), EndServerWithMaven::endChildren, "end the server"));
    }

    /** The group in which exec:java runs this is destroyed afterwards, and no thread of it could ever start. */
    private static ThreadGroup outermostGroup() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        return group;
    }

    /** Waits for their end, so that a terminal shows its prompt after the server's last words. */
    private static void endChildren() {
        List<ProcessHandle> children = ProcessHandle.current().children().toList();
        children.forEach(ProcessHandle::destroy);
        CompletableFuture<?>[] ends =
                children.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(ends)
                .completeOnTimeout(null, SECONDS_TO_STOP, TimeUnit.SECONDS)
                .join();
    }
}
