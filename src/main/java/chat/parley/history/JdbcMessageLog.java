package chat.parley.history;

import chat.parley.history.Tables.RoomRow;
import chat.parley.model.Draft;
import chat.parley.model.Event;
import chat.parley.model.RoomName;
import chat.parley.model.RoomTopic;
import chat.parley.model.User;
import chat.parley.model.UserName;
import chat.parley.room.AuditEntry;
import chat.parley.room.LogException;
import chat.parley.room.LogException.Reason;
import chat.parley.room.ModerationStore;
import chat.parley.room.Time;
import chat.parley.room.Workers;
import chat.parley.settings.LiveSettings;
import chat.parley.settings.Retention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The log in a database. Writing is the {@link Committer}'s, reading the {@link Readers}'; the newest events of the rooms that
 * are open are read from memory.
 *
 * <p>Invariant: a room stays open, and what is stored of it known here, while a draft or a topic of it is on its way. So
 * whoever opens it again, after all had left, does not read from the database what is just about to change.
 */
final class JdbcMessageLog implements Storage {
    private static final Duration HIGH_WATER_INTERVAL = Duration.ofSeconds(5);

    private final LiveSettings settings;
    private final Time time;
    private final Path home;
    private final HighWater highWater;
    private final Store store;
    private final Committer committer;
    private final Readers readers;
    private final RetentionSweep retention;
    private final JdbcModeration moderation;
    private final ConcurrentMap<RoomName, OpenRoom> rooms = new ConcurrentHashMap<>();

    JdbcMessageLog(LiveSettings settings, Time time, Path home, Database database) {
        this.settings = settings;
        this.time = time;
        this.home = home;
        highWater = new HighWater(home);
        store = new Store(database, highWater);
        committer = new Committer(store, time);
        readers = new Readers(store);
        moderation = new JdbcModeration(committer, readers, time);
        retention = new RetentionSweep(settings, time, readers, committer, this::forgotten);
    }

    /** The log in the server's data source, or in a file. It is opened again whenever it was gone. */
    static JdbcMessageLog start(LiveSettings settings, Time time, Workers workers) {
        Path home = HomeDirectory.of(settings.now());
        Database database = settings.now().datasource().isEmpty()
                ? new SqliteDatabase(home)
                : new ServerDatabase(settings.now().datasource());
        JdbcMessageLog log = new JdbcMessageLog(settings, time, home, database);
        workers.repeat(log::sweep, RetentionSweep.INTERVAL);
        workers.repeat(log::rememberHighWater, HIGH_WATER_INTERVAL);
        // So that who comes first finds it open, and what is wrong stands in the server's log beside the deployment.
        log.store.awaitFirstTry();
        return log;
    }

    private void rememberHighWater() {
        CompletableFuture<?> unused = readers.submit(Tables::countSeqs).thenAccept(highWater::remember);
    }

    @Override
    public CompletionStage<Head> open(RoomName name, boolean create) {
        OpenRoom room = retain(name);
        return room.loading(create, () -> load(room, create)).handle((nothing, failure) -> {
            if (failure != null) {
                release(room);
                throw failure instanceof CompletionException wrapped ? wrapped : new CompletionException(failure);
            }
            return room.head();
        });
    }

    private CompletableFuture<Void> load(OpenRoom room, boolean create) {
        return readers.submit(c -> Tables.findRoom(c, room.name()))
                .thenCompose(row -> row.map(CompletableFuture::completedFuture)
                        .orElseGet(() -> create ? insert(room.name()) : CompletableFuture.failedFuture(noSuchRoom())))
                .thenCompose(row -> readers.submit(c -> EventTable.events(
                                c,
                                row.id(),
                                room.name(),
                                row.lastSeq() - settings.now().historyPage() + 1,
                                row.lastSeq()))
                        .thenAccept(newest -> room.loaded(row, newest)));
    }

    private CompletableFuture<RoomRow> insert(RoomName name) {
        return committer.submit(connection -> {
            Tables.insertRoom(connection, name, time.now());
            return Tables.findRoom(connection, name).orElseThrow();
        });
    }

    private static LogException noSuchRoom() {
        return new LogException(Reason.NO_SUCH_ROOM, "there is no such room");
    }

    private static LogException noSuchMessage() {
        return new LogException(Reason.NO_SUCH_MESSAGE, "there is no such message");
    }

    private OpenRoom retain(RoomName name) {
        return rooms.compute(name, (key, open) -> {
            if (open != null && open.retain(false)) {
                return open;
            }
            OpenRoom fresh = new OpenRoom(
                    key, settings.now().ringEvents(), settings.now().ringBytes());
            fresh.retain(true);
            return fresh;
        });
    }

    private void release(OpenRoom room) {
        if (room.release()) {
            rooms.remove(room.name(), room);
        }
    }

    @Override
    public void close(RoomName name) {
        OpenRoom room = rooms.get(name);
        if (room != null) {
            release(room);
        }
    }

    @Override
    public CompletionStage<Appended> append(Draft draft) {
        OpenRoom room = rooms.get(draft.room());
        if (room == null || !room.retain(false)) {
            return notOpen(draft.room());
        }
        CompletableFuture<Appended> done = new CompletableFuture<>();
        CompletionStage<Appended> released = done.whenComplete((appended, failure) -> release(room));
        committer.append(new Append(room, draft, done));
        return released;
    }

    private static <T> CompletionStage<T> notOpen(RoomName name) {
        return CompletableFuture.failedStage(new IllegalStateException("room is not open: " + name));
    }

    /** Something is on its way for as long as the work takes, and the room stays open for it. */
    private <T> CompletionStage<T> whileOpen(RoomName name, Function<OpenRoom, CompletableFuture<T>> work) {
        OpenRoom room = rooms.get(name);
        if (room == null || !room.retain(false)) {
            return notOpen(name);
        }
        return work.apply(room).whenComplete((done, failure) -> release(room));
    }

    @Override
    public CompletionStage<Page> read(RoomName name, long first, long last) {
        OpenRoom room = rooms.get(name);
        if (room == null) {
            return notOpen(name);
        }
        Page held = room.page(first, last);
        if (held != null) {
            return CompletableFuture.completedStage(held);
        }
        return readers.submit(c -> EventTable.events(c, room.id(), name, first, last))
                .thenApply(events -> room.page(first, events));
    }

    @Override
    public long lastSeq(RoomName name) {
        OpenRoom room = rooms.get(name);
        return room == null ? 0 : room.lastSeq();
    }

    @Override
    public CompletionStage<RoomTopic> setTopic(RoomName name, String text, User by) {
        return whileOpen(
                name,
                room -> committer
                        .submit(c ->
                                Tables.setTopic(c, room.id(), text, by.name().display(), time.now()))
                        .thenApply(topic -> {
                            room.stored(topic);
                            return topic;
                        }));
    }

    @Override
    public RoomTopic topic(RoomName name) {
        OpenRoom room = rooms.get(name);
        return room == null ? RoomTopic.NONE : room.topic();
    }

    @Override
    public CompletionStage<Event> delete(RoomName name, long seq, User by, AuditEntry entry) {
        return whileOpen(
                name,
                room -> committer.submit(c -> delete(c, room, seq, by, entry)).thenApply(found -> {
                    Event deletion = found.orElseThrow(JdbcMessageLog::noSuchMessage);
                    room.stored(deletion);
                    return deletion;
                }));
    }

    private Optional<Event> delete(Connection connection, OpenRoom room, long seq, User by, AuditEntry entry)
            throws SQLException {
        Optional<Event> deletion = Deletions.delete(connection, store.dialect(), room, seq, by, time.now());
        if (deletion.isPresent()) {
            AuditEntry unused = ModerationTables.insert(connection, entry);
        }
        return deletion;
    }

    @Override
    public ModerationStore moderation() {
        return moderation;
    }

    /** Deletes what need not be kept any longer, in the background. */
    CompletionStage<?> sweep() {
        return retention.sweep();
    }

    private void forgotten(RoomName name, long firstSeq) {
        OpenRoom room = rooms.get(name);
        if (room != null) {
            room.forgotten(firstSeq);
        }
    }

    @Override
    public Health health() {
        return store.isUp() ? new Health(true, committer.trouble(), false) : new Health(true, store.trouble(), true);
    }

    @Override
    public Queue queue() {
        return committer.queue();
    }

    @Override
    public byte @Nullable [] bytes() {
        byte[] secret = store.secret();
        return secret.length == 0 ? null : secret;
    }

    @Override
    public @Nullable Collection<UserName> kept() {
        return store.members();
    }

    @Override
    public CompletionStage<?> keep(UserName name) {
        return committer.submit(c -> Tables.insertMember(c, name, time.now()));
    }

    @Override
    public Path export(RoomName name) throws IOException {
        return Export.of(room(name), readers, home.resolve("exports"), time.now());
    }

    @Override
    public Path backUp() throws IOException {
        Path directory = Files.createDirectories(home.resolve("backups"));
        Path file = directory.resolve("parley-" + time.now().toEpochMilli() + ".db");
        try {
            store.backUp(file);
        } catch (SQLException e) {
            throw new LogException(Reason.UNAVAILABLE, String.valueOf(e.getMessage()));
        }
        return file;
    }

    private RoomRow room(RoomName name) {
        return readers.now(c -> Tables.findRoom(c, name)).orElseThrow(JdbcMessageLog::noSuchRoom);
    }

    @Override
    public void retain(RoomName name, @Nullable Retention rule) {
        String text = rule == null ? null : rule.toString();
        try {
            if (!committer.submit(c -> Tables.setRetention(c, name, text)).join()) {
                throw noSuchRoom();
            }
        } catch (CompletionException e) {
            throw e.getCause() instanceof LogException known ? known : e;
        }
    }

    @Override
    public void close() {
        store.closing();
        committer.close();
        try {
            highWater.remember(readers.now(Tables::countSeqs));
        } catch (LogException alreadyGone) {
            // What was remembered a few seconds ago has to do.
        }
        readers.close();
        store.close();
    }
}
