package chat.parley.room;

import chat.parley.room.Backlog.CutOffException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What new messages cost until they are one frame, and what each further reader at the same place costs. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
public class BacklogBenchmark {
    private static final String MESSAGE = "x".repeat(250);

    private final Backlog backlog = new Backlog(1_000, 4L * 1024 * 1024, 0);
    private long seq;

    @Param({"1", "8", "64"})
    public int messages;

    private Backlog.Entry appendAndRelease() {
        Backlog.Entry before = backlog.newest();
        for (int i = 0; i < messages; i++) {
            backlog.append(MESSAGE, ++seq, Backlog.Kind.MESSAGE);
        }
        backlog.release();
        return before;
    }

    /** Appended, released and joined for the first reader. */
    @Benchmark
    public Object firstReader() throws CutOffException {
        return backlog.lines(appendAndRelease());
    }

    /** As the first, and 500 readers more. */
    @Benchmark
    public Object fiveHundredMore() throws CutOffException {
        Backlog.Entry position = appendAndRelease();
        Object last = backlog.lines(position);
        for (int i = 0; i < 500; i++) {
            last = backlog.lines(position);
        }
        return last;
    }
}
