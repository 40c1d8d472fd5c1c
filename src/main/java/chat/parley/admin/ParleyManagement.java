package chat.parley.admin;

import chat.parley.model.Actor;
import chat.parley.model.RoomName;
import chat.parley.model.User;
import chat.parley.room.AuditLog;
import chat.parley.room.BotTokens;
import chat.parley.room.Instruments;
import chat.parley.room.LogException;
import chat.parley.room.Moderation;
import chat.parley.room.ModerationException;
import chat.parley.room.Roster;
import chat.parley.room.Subject;
import chat.parley.room.Time;
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
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.jspecify.annotations.Nullable;

/** Registers the management bean with the server for as long as the application runs. */
@Singleton
class ParleyManagement {
    private static final String NAME = "chat.parley:type=Parley";
    private static final Actor TOOL = Actor.tool("JMX");
    private static final Logger LOG = System.getLogger("chat.parley.admin");

    private final Instruments instruments;
    private final Roster roster;
    private final Operations operations;
    private final Moderation moderation;
    private final BotTokens tokens;
    private final AuditLog audit;
    private final Time time;

    @Inject
    ParleyManagement(
            Instruments instruments,
            Roster roster,
            Operations operations,
            Moderation moderation,
            BotTokens tokens,
            AuditLog audit,
            Time time) {
        this.instruments = instruments;
        this.roster = roster;
        this.operations = operations;
        this.moderation = moderation;
        this.tokens = tokens;
        this.audit = audit;
        this.time = time;
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
        public String getBroker() {
            return now().broker();
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
                    .map(one -> line(
                            one.session(),
                            one.name(),
                            one.kind(),
                            one.address(),
                            one.since().toString(),
                            String.join(",", one.rooms())))
                    .toArray(String[]::new);
        }

        @Override
        public void announce(String text) {
            carryOut(() -> moderation.announce(TOOL, null, text));
        }

        @Override
        public void announceInRoom(String room, String text) {
            carryOut(() -> moderation.announce(TOOL, Subjects.room(room), text));
        }

        @Override
        public void kick(String person, String room, String reason) {
            carryOut(() -> moderation.kick(TOOL, user(person), room(room), reason));
        }

        @Override
        public void ban(String subject, int minutes, String reason) {
            carryOut(() -> moderation.ban(TOOL, Subjects.subject(subject), until(minutes), reason));
        }

        @Override
        public void unban(String subject, String reason) {
            carryOut(() -> moderation.unban(TOOL, Subjects.subject(subject), reason));
        }

        @Override
        public void mute(String person, String room, int minutes, String reason) {
            carryOut(() -> moderation.mute(TOOL, user(person), room(room), until(minutes), reason));
        }

        @Override
        public void unmute(String person, String room, String reason) {
            carryOut(() -> moderation.unmute(TOOL, user(person), room(room), reason));
        }

        @Override
        public void closeRoom(String room, String reason) {
            carryOut(() -> moderation.close(TOOL, Subjects.room(room), reason));
        }

        @Override
        public void reopenRoom(String room, String reason) {
            carryOut(() -> moderation.reopen(TOOL, Subjects.room(room), reason));
        }

        @Override
        public void makeRoomPrivate(String room, String reason) {
            carryOut(() -> moderation.makePrivate(TOOL, Subjects.room(room), reason));
        }

        @Override
        public void makeRoomPublic(String room, String reason) {
            carryOut(() -> moderation.makePublic(TOOL, Subjects.room(room), reason));
        }

        @Override
        public void admitToRoom(String room, String person, String reason) {
            carryOut(() -> moderation.addMember(TOOL, Subjects.room(room), user(person), reason));
        }

        @Override
        public void excludeFromRoom(String room, String person, String reason) {
            carryOut(() -> moderation.removeMember(TOOL, Subjects.room(room), user(person), reason));
        }

        @Override
        public String[] listRoomRules() {
            return moderation.rooms().stream()
                    .map(ActsResource.Ruled::of)
                    .map(one -> line(
                            one.room(),
                            one.closed() ? "closed" : "open",
                            one.membersOnly() ? "private" : "public",
                            String.join(", ", one.members())))
                    .toArray(String[]::new);
        }

        @Override
        public String[] listSanctions() {
            return moderation.sanctions().stream()
                    .map(ActsResource.Holding::of)
                    .map(one -> line(one.kind(), one.subject(), one.room(), one.until(), one.reason(), one.by()))
                    .toArray(String[]::new);
        }

        @Override
        public String[] readAudit(int lines) {
            if (lines < 1) {
                throw new IllegalArgumentException("lines: at least 1");
            }
            return await(audit.read(Long.MAX_VALUE, lines)).stream()
                    .map(one -> line(
                            one.at().toString(),
                            one.actor(),
                            one.address(),
                            one.act(),
                            one.target(),
                            one.room(),
                            one.reason(),
                            one.outcome()))
                    .toArray(String[]::new);
        }

        private static User user(String person) {
            if (Subjects.subject(person) instanceof Subject.Person known) {
                return known.user();
            }
            throw new Operations.RefusedException("person: guest NAME or member NAME");
        }

        private static @Nullable RoomName room(String name) {
            return name.isBlank() ? null : Subjects.room(name);
        }

        private @Nullable Instant until(int minutes) {
            return minutes == 0 ? null : time.now().plus(Duration.ofMinutes(minutes));
        }

        private static void carryOut(Supplier<CompletionStage<Void>> act) {
            attempt(() -> {
                await(act.get());
                return act;
            });
        }

        private static String line(String... parts) {
            return String.join("\t", parts);
        }

        @Override
        public String[] listTokens() {
            return await(tokens.list()).stream()
                    .map(TokensResource.Shown::of)
                    .map(one -> line(
                            one.id(),
                            one.name(),
                            String.join(",", one.roles()),
                            one.note(),
                            one.by(),
                            one.at(),
                            one.until(),
                            one.lastUsed()))
                    .toArray(String[]::new);
        }

        @Override
        public void revokeToken(String id) {
            carryOut(() -> tokens.revoke(TOOL, id));
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
                    throw e.getCause() instanceof RuntimeException refused ? refused : e;
                }
            });
        }

        /** An administrator's tool knows the classes of the JDK alone. */
        private static <T> T attempt(Supplier<T> operation) {
            try {
                return operation.get();
            } catch (Operations.RefusedException | ModerationException | LogException e) {
                throw new IllegalArgumentException(e.getMessage());
            }
        }
    }
}
