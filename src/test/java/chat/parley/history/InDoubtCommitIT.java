package chat.parley.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.history.FaultyDatabase.Fault;
import chat.parley.model.Draft;
import chat.parley.model.Event;
import chat.parley.model.RoomName;
import chat.parley.model.RoomTopic;
import chat.parley.room.LogException;
import chat.parley.room.LogException.Reason;
import chat.parley.room.MessageLog.Appended;
import chat.parley.room.MessageLog.Appended.Conflict;
import chat.parley.room.MessageLog.Appended.Stored;
import chat.parley.room.Time;
import chat.parley.settings.LiveSettings;
import chat.parley.settings.Settings;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Commits that fail, and those of which nobody knows: what is acknowledged is stored once, what is refused is not. */
@ParameterizedClass
@EnumSource
class InDoubtCommitIT {
    private static final int CALLERS = 4;
    private static final int FAULTS = 6;
    private static final List<RoomName> ROOMS = List.of(DurableLogTest.LOBBY, DurableLogTest.ATTIC);

    @TempDir
    Path home;

    @Parameter
    Engine engine;

    private FaultyDatabase database;
    private JdbcMessageLog log;

    @BeforeEach
    void begin() {
        database = new FaultyDatabase(engine.open(home));
        log = start();
    }

    private JdbcMessageLog start() {
        JdbcMessageLog started =
                new JdbcMessageLog(LiveSettings.fixed(Settings.defaults()), new Time(), home, database);
        await().until(() -> started.health().trouble().isEmpty());
        ROOMS.forEach(room -> now(started.open(room, true)));
        return started;
    }

    @AfterEach
    void end() {
        log.close();
    }

    @ParameterizedTest
    @EnumSource
    void every_draft_is_stored_once_or_refused_and_not_stored_and_stages_complete_in_order(Fault fault)
            throws Exception {
        Queue<Event> stored = new ConcurrentLinkedQueue<>();
        Queue<Draft> refused = new ConcurrentLinkedQueue<>();
        AtomicInteger said = new AtomicInteger();
        AtomicInteger calls = new AtomicInteger();
        database.fail(fault, () -> calls.incrementAndGet() % 4 == 0);
        List<Thread> callers = IntStream.range(0, CALLERS)
                .mapToObj(caller -> new Thread(() -> {
                    while (calls.get() < 4 * FAULTS) {
                        append(said.getAndIncrement(), stored, refused);
                    }
                }))
                .toList();
        callers.forEach(Thread::start);
        for (Thread caller : callers) {
            caller.join();
        }
        database.heal();
        await().until(() -> stored.size() + refused.size() == said.get());
        assertThat(stored).isNotEmpty();
        for (RoomName room : ROOMS) {
            List<Event> acknowledged =
                    stored.stream().filter(event -> event.room().equals(room)).toList();
            List<Event> kept = inDatabase(room);
            assertThat(kept)
                    .as("acknowledged in the order of the seqs, and nothing else is stored")
                    .isEqualTo(acknowledged);
            assertThat(kept.stream().map(Event::seq))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, kept.size()).boxed().toList());
            assertThat(now(log.read(room, 1, kept.size())).events()).isEqualTo(kept);
        }
    }

    private void append(int number, Queue<Event> stored, Queue<Draft> refused) {
        Draft draft = DurableLogTest.draft(ROOMS.get(number % 2), DurableLogTest.ADA, "id-" + number);
        CompletionStage<Appended> unused = log.append(draft).whenComplete((appended, failure) -> {
            if (failure == null) {
                stored.add(((Stored) appended).event());
            } else if (failure instanceof LogException || failure.getCause() instanceof LogException) {
                refused.add(draft);
            }
        });
        if (number % 20 == 0) {
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Event> inDatabase(RoomName room) throws Exception {
        var connection = database.borrow();
        try {
            long id = Tables.findRoom(connection, room).orElseThrow().id();
            return EventTable.events(connection, id, room, 0, Long.MAX_VALUE);
        } finally {
            database.discard(connection);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"BEFORE_COMMIT", "AFTER_COMMIT"})
    void an_id_of_another_room_stays_a_conflict_when_the_look_at_it_is_in_doubt(Fault fault) throws Exception {
        for (int i = 1; i <= 3; i++) {
            storeBeside(DurableLogTest.draft(DurableLogTest.ATTIC, DurableLogTest.ADA, "id-" + i));
        }
        AtomicBoolean struck = new AtomicBoolean();
        database.fail(fault, () -> struck.compareAndSet(false, true));
        assertThat(now(log.append(DurableLogTest.draft(DurableLogTest.LOBBY, DurableLogTest.ADA, "id-3"))))
                .isEqualTo(new Conflict());
        assertThat(struck).isTrue();
        assertThat(log.lastSeq(DurableLogTest.LOBBY)).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"BEFORE_COMMIT", "AFTER_COMMIT"})
    void a_topic_in_doubt_is_refused_and_can_be_set_again(Fault fault) {
        RoomTopic first = now(log.setTopic(DurableLogTest.LOBBY, "first", DurableLogTest.ADA));
        AtomicBoolean struck = new AtomicBoolean();
        database.fail(fault, () -> struck.compareAndSet(false, true));
        DurableLogTest.assertReason(
                log.setTopic(DurableLogTest.LOBBY, "second", DurableLogTest.ADA), Reason.UNAVAILABLE);
        assertThat(struck).isTrue();
        assertThat(log.topic(DurableLogTest.LOBBY)).isEqualTo(first);
        await().until(() -> log.health().trouble().isEmpty());
        RoomTopic again = now(log.setTopic(DurableLogTest.LOBBY, "second", DurableLogTest.ADA));
        assertThat(log.topic(DurableLogTest.LOBBY)).isEqualTo(again);
        assertThat(again.isNewerThan(first)).isTrue();
    }

    /** As another server does: the log has it not in memory. */
    private void storeBeside(Draft draft) throws Exception {
        var connection = database.borrow();
        try (PreparedStatement insert = EventTable.prepareInsert(connection)) {
            long room = Tables.findRoom(connection, draft.room()).orElseThrow().id();
            Tables.Claim claim = Tables.claimSeqs(
                            connection, database.dialect(), new TreeMap<>(Map.of(room, 1)), Instant.EPOCH)
                    .get(0);
            Event event =
                    new Event(draft.room(), claim.lastSeq(), draft.sender(), draft.id(), draft.text(), claim.at());
            EventTable.addInsert(insert, room, event);
            insert.executeBatch();
            connection.commit();
        }
        database.giveBack(connection);
    }

    private static <T> T now(CompletionStage<T> stage) {
        return stage.toCompletableFuture()
                .orTimeout(20, java.util.concurrent.TimeUnit.SECONDS)
                .join();
    }
}
