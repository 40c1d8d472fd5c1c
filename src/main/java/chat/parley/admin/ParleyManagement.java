package chat.parley.admin;

import chat.parley.room.Instruments;
import chat.parley.room.Roster;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;

/** Registers the management bean with the server for as long as the application runs. */
@Singleton
class ParleyManagement {
    private static final String NAME = "chat.parley:type=Parley";
    private static final Logger LOG = System.getLogger("chat.parley.admin");

    private final Instruments instruments;
    private final Roster roster;
    private final Operations operations;

    @Inject
    ParleyManagement(Instruments instruments, Roster roster, Operations operations) {
        this.instruments = instruments;
        this.roster = roster;
        this.operations = operations;
    }

    void register(@Observes @Initialized(ApplicationScoped.class) Object context) {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        try {
            ObjectName name = new ObjectName(NAME);
            if (server.isRegistered(name)) {
                // Left by a deployment that could not stop cleanly; its figures stand still.
                server.unregisterMBean(name);
            }
            server.registerMBean(new StandardMBean(new View(), ParleyMXBean.class, true), name);
        } catch (JMException e) {
            LOG.log(Level.WARNING, "No management bean: " + NAME, e);
        }
    }

    void unregister(@Observes @BeforeDestroyed(ApplicationScoped.class) Object context) {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        try {
            server.unregisterMBean(new ObjectName(NAME));
        } catch (JMException alreadyGone) {
            LOG.log(Level.DEBUG, "Not registered: " + NAME);
        }
    }

    private final class View implements ParleyMXBean {
        private Instruments.Reading now() {
            return instruments.read();
        }

        @Override
        public int getConnections() {
            return now().connections();
        }

        @Override
        public int getPeople() {
            return now().people();
        }

        @Override
        public int getRooms() {
            return now().rooms();
        }

        @Override
        public long getConnectionsOpened() {
            return now().connectionsOpened();
        }

        @Override
        public long getMessagesIn() {
            return now().messagesIn();
        }

        @Override
        public long getMessagesOut() {
            return now().messagesOut();
        }

        @Override
        public long getBytesIn() {
            return now().bytesIn();
        }

        @Override
        public long getBytesOut() {
            return now().bytesOut();
        }

        @Override
        public double getMessagesInPerSecond() {
            return now().perSecond().messagesIn();
        }

        @Override
        public double getMessagesOutPerSecond() {
            return now().perSecond().messagesOut();
        }

        @Override
        public double getBytesInPerSecond() {
            return now().perSecond().bytesIn();
        }

        @Override
        public double getBytesOutPerSecond() {
            return now().perSecond().bytesOut();
        }

        @Override
        public long getSlowConsumers() {
            return now().slowConsumers();
        }

        @Override
        public long getResumes() {
            return now().resumes();
        }

        @Override
        public Map<String, Long> getRejectsByCode() {
            return now().rejectsByCode();
        }

        @Override
        public Map<String, Long> getClosesByCode() {
            return now().closesByCode();
        }

        @Override
        public long getBacklogHighWater() {
            return now().backlogHighWater();
        }

        @Override
        public long getOutboxHighWater() {
            return now().outboxHighWater();
        }

        @Override
        public long getLogQueue() {
            return now().logQueue();
        }

        @Override
        public long getLogQueueHighWater() {
            return now().logQueueHighWater();
        }

        @Override
        public String getHistory() {
            return now().history();
        }

        @Override
        public String getHistoryTrouble() {
            return now().historyTrouble();
        }

        @Override
        public boolean isDraining() {
            return now().draining();
        }

        @Override
        public String getVersion() {
            return now().version();
        }

        @Override
        public String getNode() {
            return now().node();
        }

        @Override
        public String[] listConnections() {
            return roster.connections().stream()
                    .map(one -> String.join(
                            "\t",
                            one.session(),
                            one.name(),
                            one.kind(),
                            one.address(),
                            one.since().toString(),
                            String.join(",", one.rooms())))
                    .toArray(String[]::new);
        }

        @Override
        public int announce(String text) {
            return attempt(() -> operations.announce(text));
        }

        @Override
        public int announceInRoom(String room, String text) {
            return attempt(() -> operations.announce(room, text));
        }

        @Override
        public int drain(int afterSeconds) {
            return attempt(() -> operations.drain(Duration.ofSeconds(afterSeconds)));
        }

        @Override
        public void endDrain() {
            operations.endDrain();
        }

        @Override
        public String exportRoom(String room) {
            return await(operations.export(room)).toString();
        }

        @Override
        public String backUpHistory() {
            return await(operations.backUp()).toString();
        }

        @Override
        public void setRoomRetention(String room, String retention) {
            await(operations.retain(room, retention));
        }

        private static <T> T await(CompletionStage<T> operation) {
            return attempt(() -> {
                try {
                    return operation.toCompletableFuture().join();
                } catch (CompletionException e) {
                    throw e.getCause() instanceof Operations.RefusedException refused ? refused : e;
                }
            });
        }

        /** An administrator's tool knows the classes of the JDK alone. */
        private static <T> T attempt(Supplier<T> operation) {
            try {
                return operation.get();
            } catch (Operations.RefusedException e) {
                throw new IllegalArgumentException(e.getMessage());
            }
        }
    }
}
