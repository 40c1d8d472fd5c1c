package chat.parley.room;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;

/**
 * All figures an operator watches, read at one moment. The management bean, the metrics, the REST resources and the admin page
 * show these and no others. Safe for use by all threads; no client proxy, for management threads belong to no application.
 */
@Singleton
public class Instruments {
    private final Census census;
    private final Figures figures;
    private final Rates rates;
    private final MessageLog log;
    private final Broker broker;
    private final Drain drain;
    private final ServerIdentity identity;

    @Inject
    Instruments(
            Census census,
            Figures figures,
            Rates rates,
            MessageLog log,
            Broker broker,
            Drain drain,
            ServerIdentity identity) {
        this.census = census;
        this.figures = figures;
        this.rates = rates;
        this.log = log;
        this.broker = broker;
        this.drain = drain;
        this.identity = identity;
    }

    /**
     * What they show. Counts run from the start of the application.
     *
     * @param connections now
     * @param people logged in now, each counted once
     * @param rooms that somebody is in now
     * @param connectionsOpened those that have come, those included that were refused
     * @param messagesIn messages stored
     * @param messagesOut messages handed to connections: one said in a room of ten counts ten times
     * @param bytesIn in frames that clients sent
     * @param bytesOut in frames handed to connections
     * @param perSecond how fast the four before rise
     * @param slowConsumers connections that fell off a room's backlog or missed the write deadline
     * @param resumes joins that recovered exactly what was missed
     * @param rejectsByCode how often each error was answered, by its code
     * @param closesByCode how many connections ended with each close code; {@code other} for codes that clients made up
     * @param backlogHighWater the most events of a room that one of its members was behind
     * @param outboxHighWater the most chars of replies that waited for one connection
     * @param logQueue messages that wait to be stored now
     * @param logQueueHighWater the most that waited
     * @param history {@code durable}, or {@code memory} where it ends with the server
     * @param historyTrouble what keeps messages from being stored just now; empty when nothing does
     * @param broker {@code unused}: each server is one by itself yet
     * @param draining whether nobody is let in
     * @param version Parley's
     * @param node tells this run of this server from others
     */
    public record Reading(
            int connections,
            int people,
            int rooms,
            long connectionsOpened,
            long messagesIn,
            long messagesOut,
            long bytesIn,
            long bytesOut,
            Rates.PerSecond perSecond,
            long slowConsumers,
            long resumes,
            Map<String, Long> rejectsByCode,
            Map<String, Long> closesByCode,
            long backlogHighWater,
            long outboxHighWater,
            long logQueue,
            long logQueueHighWater,
            String history,
            String historyTrouble,
            String broker,
            boolean draining,
            String version,
            String node) {}

    /** What they show now. */
    public Reading read() {
        MessageLog.Health health = log.health();
        MessageLog.Queue queue = log.queue();
        return new Reading(
                census.connections(),
                census.people(),
                census.rooms(),
                figures.connectionsOpened(),
                figures.messagesIn(),
                figures.messagesOut(),
                figures.bytesIn(),
                figures.bytesOut(),
                rates.now(),
                figures.slowConsumers(),
                figures.resumes(),
                figures.rejectsByCode(),
                figures.closesByCode(),
                figures.mostBehind(),
                figures.mostWaitingReplies(),
                queue.now(),
                queue.most(),
                health.durable() ? "durable" : "memory",
                health.trouble(),
                broker.state(),
                drain.isOn(),
                identity.version(),
                identity.node());
    }
}
