package chat.parley.room;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** How fast the counters rise: a look at them each second, and how far they came within the last five. */
@Singleton
public class Rates {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int LOOKS = 6;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Figures figures;
    private final Workers workers;
    private final Time time;

    @GuardedBy("this")
    private final Deque<Look> looks = new ArrayDeque<>();

    @Inject
    Rates(Figures figures, Workers workers, Time time) {
        this.figures = figures;
        this.workers = workers;
        this.time = time;
    }

    /** Counters at a moment. */
    private record Look(long nanos, long messagesIn, long messagesOut, long bytesIn, long bytesOut) {}

    /** Per second; all 0 until there have been two looks. */
    public record PerSecond(double messagesIn, double messagesOut, double bytesIn, double bytesOut) {}

    void start(@Observes @Initialized(ApplicationScoped.class) Object context) {
        look();
        workers.repeat(this::look, PAUSE);
    }

    synchronized void look() {
        looks.add(new Look(
                time.nanos(), figures.messagesIn(), figures.messagesOut(), figures.bytesIn(), figures.bytesOut()));
        if (looks.size() > LOOKS) {
            looks.remove();
        }
    }

    /** As of the last look. */
    public synchronized PerSecond now() {
        if (looks.size() < 2) {
            return new PerSecond(0, 0, 0, 0);
        }
        Look first = looks.getFirst();
        Look last = looks.getLast();
        double seconds = (last.nanos - first.nanos) / NANOS_PER_SECOND;
        return new PerSecond(
                (last.messagesIn - first.messagesIn) / seconds,
                (last.messagesOut - first.messagesOut) / seconds,
                (last.bytesIn - first.bytesIn) / seconds,
                (last.bytesOut - first.bytesOut) / seconds);
    }
}
