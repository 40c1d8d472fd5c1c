package chat.parley.admin;

import chat.parley.model.InvalidNameException;
import chat.parley.model.RoomName;
import chat.parley.room.Census;
import chat.parley.room.Figures;
import chat.parley.room.LogException;
import chat.parley.room.MessageLog;
import chat.parley.room.RoomArchive;
import chat.parley.settings.Retention;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.util.Map;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;

/** Registers the management bean with the server for as long as the application runs. */
@Singleton
class ParleyManagement {
    private static final String NAME = "chat.parley:type=Parley";
    private static final Logger LOG = System.getLogger("chat.parley.admin");

    private final Census census;
    private final Figures figures;
    private final MessageLog log;
    private final RoomArchive archive;

    @Inject
    ParleyManagement(Census census, Figures figures, MessageLog log, RoomArchive archive) {
        this.census = census;
        this.figures = figures;
        this.log = log;
        this.archive = archive;
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
        @Override
        public int getConnections() {
            return census.connections();
        }

        @Override
        public int getPeople() {
            return census.people();
        }

        @Override
        public int getRooms() {
            return census.rooms();
        }

        @Override
        public long getMessagesIn() {
            return figures.messagesIn();
        }

        @Override
        public long getMessagesOut() {
            return figures.messagesOut();
        }

        @Override
        public long getSlowConsumers() {
            return figures.slowConsumers();
        }

        @Override
        public long getResumes() {
            return figures.resumes();
        }

        @Override
        public Map<String, Long> getRejectsByCode() {
            return figures.rejectsByCode();
        }

        @Override
        public String getHistory() {
            return log.health().durable() ? "durable" : "memory";
        }

        @Override
        public String getHistoryTrouble() {
            return log.health().trouble();
        }

        @Override
        public String exportRoom(String room) {
            try {
                return archive.export(RoomName.parse(room)).toString();
            } catch (IOException | LogException | InvalidNameException e) {
                throw refused(e);
            }
        }

        @Override
        public String backUpHistory() {
            try {
                return archive.backUp().toString();
            } catch (IOException | LogException e) {
                throw refused(e);
            }
        }

        @Override
        public void setRoomRetention(String room, String retention) {
            try {
                archive.retain(RoomName.parse(room), retention.isBlank() ? null : Retention.parse(retention.strip()));
            } catch (LogException | IllegalArgumentException e) {
                throw refused(e);
            }
        }

        /** An administrator's tool knows the classes of the JDK alone. */
        private static IllegalArgumentException refused(Exception e) {
            return new IllegalArgumentException(e.getMessage());
        }
    }
}
