package chat.parley.room;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Whether Parley can do its work, for whoever watches over it or balances load. Safe for use by all threads. */
@Singleton
public class Health {
    private final MessageLog log;
    private final Broker broker;
    private final Drain drain;

    @Inject
    Health(MessageLog log, Broker broker, Drain drain) {
        this.log = log;
        this.broker = broker;
        this.drain = drain;
    }

    /**
     * One thing that has to be well.
     *
     * @param name {@code database}, {@code log}, {@code broker} or {@code drain}
     * @param up whether it is
     * @param kind what it is: {@code durable} or {@code memory}, {@code unused}, {@code on} or {@code off}
     */
    public record Check(String name, boolean up, String kind) {}

    /** What {@link #isReady} depends on. */
    public List<Check> checks() {
        MessageLog.Health now = log.health();
        String kind = now.durable() ? "durable" : "memory";
        return List.of(
                new Check("database", !now.databaseDown(), kind),
                new Check("log", now.trouble().isEmpty(), kind),
                new Check("broker", broker.isUp(), broker.state()),
                new Check("drain", !drain.isOn(), drain.isOn() ? "on" : "off"));
    }

    /** Whether people may be sent here. */
    public boolean isReady() {
        return checks().stream().allMatch(Check::up);
    }

    /** Whether only a new start helps: what was down comes back by itself, but for a log whose writer has failed. */
    public boolean isLive() {
        MessageLog.Health now = log.health();
        return now.trouble().isEmpty() || now.databaseDown();
    }
}
