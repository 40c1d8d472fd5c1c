package chat.parley.room;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Runs what it was given when a test says so, on the test's own thread, in the order of what is due. */
final class FakeWorkers extends Workers {
    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparingLong(Task::due).thenComparingLong(Task::number));
    private final FakeTime time;
    private long number;

    private record Task(long due, long number, Runnable work) {}

    FakeWorkers(FakeTime time) {
        this.time = time;
    }

    @Override
    public void execute(Runnable task) {
        schedule(task, 0);
    }

    @Override
    public synchronized void schedule(Runnable task, long delayNanos) {
        tasks.add(new Task(time.elapsedNanos() + delayNanos, number++, task));
    }

    @Override
    public void repeat(Runnable task, Duration pause) {
        schedule(
                () -> {
                    task.run();
                    repeat(task, pause);
                },
                pause.toNanos());
    }

    /** Runs what is due now, and what comes of it. */
    void run() {
        Task next;
        while ((next = takeDue()) != null) {
            next.work.run();
        }
    }

    /** Lets the time pass, and what becomes due meanwhile happen at its moment. */
    void run(Duration duration) {
        run();
        long end = time.elapsedNanos() + duration.toNanos();
        while (!tasks.isEmpty() && tasks.peek().due <= end) {
            time.pass(Duration.ofNanos(tasks.peek().due - time.elapsedNanos()));
            run();
        }
        time.pass(Duration.ofNanos(end - time.elapsedNanos()));
    }

    private synchronized Task takeDue() {
        return tasks.isEmpty() || tasks.peek().due > time.elapsedNanos() ? null : tasks.remove();
    }

    /** How long from now until each of the tasks, the soonest first. */
    synchronized List<Duration> waiting() {
        return tasks.stream()
                .map(task -> Duration.ofNanos(task.due - time.elapsedNanos()))
                .sorted()
                .toList();
    }
}
