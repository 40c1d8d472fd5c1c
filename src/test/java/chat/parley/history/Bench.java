package chat.parley.history;

import static org.awaitility.Awaitility.await;

import chat.parley.model.Draft;
import chat.parley.model.RoomName;
import chat.parley.model.User;
import chat.parley.model.User.Kind;
import chat.parley.model.UserName;
import chat.parley.room.MessageLog.Appended.Stored;
import chat.parley.room.Time;
import chat.parley.settings.LiveSettings;
import chat.parley.settings.SettingsLoader;
import chat.parley.testing.Patience;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A log with ten open rooms on a database of its own, whose commits are counted. */
final class Bench implements AutoCloseable {
    static final int ROOMS = 10;

    private static final User ADA = new User(UserName.parse("Ada"), Kind.GUEST);
    private static final String TEXT = "x".repeat(100);

    /** So many are on their way at once; what the log lets wait is more. */
    private static final int IN_FLIGHT = 4_000;

    private final AtomicLong commits = new AtomicLong();
    private final AtomicLong stored = new AtomicLong();
    private final Database database;
    final JdbcMessageLog log;

    Bench(Engine engine, Path home) {
        database = new DatabaseWrapper(engine.open(home)) {
            @Override
            public void giveBack(Connection connection) {
                commits.incrementAndGet();
                super.giveBack(connection);
            }
        };
        log = new JdbcMessageLog(
                LiveSettings.fixed(SettingsLoader.load(Map.of("parley.history-page", "1"))),
                new Time(),
                home,
                database);
        // Said here too, for a JVM that is not JUnit's
        await().atMost(Patience.USUAL).until(() -> log.health().trouble().isEmpty());
        IntStream.range(0, ROOMS).forEach(i -> open(room(i)));
    }

    void open(RoomName room) {
        log.open(room, true).toCompletableFuture().join();
    }

    static RoomName room(int number) {
        return new RoomName("room" + number % ROOMS);
    }

    /** Something that nobody has said yet. */
    static Draft draft(RoomName room) {
        return new Draft(room, ADA, newId(), TEXT);
    }

    Database database() {
        return database;
    }

    /** The log's database, bare. */
    BareWriter bare() {
        return new BareWriter(database);
    }

    CompletionStage<Stored> append(Draft draft) {
        return log.append(draft).thenApply(appended -> {
            stored.incrementAndGet();
            return (Stored) appended;
        });
    }

    /** How many the log has stored in a commit since the {@link #flood} or the {@link #callers} began. */
    double meanBatch() {
        return stored.doubleValue() / commits.get();
    }

    private void reset() {
        commits.set(0);
        stored.set(0);
    }

    /** How many a second the log takes and stores when there are always thousands waiting. */
    double flood(Duration time) throws Exception {
        reset();
        Semaphore places = new Semaphore(IN_FLIGHT);
        long begin = System.nanoTime();
        for (int i = 0; System.nanoTime() - begin < time.toNanos(); i++) {
            places.acquire();
            CompletionStage<Stored> unused = append(draft(room(i))).whenComplete((ack, failure) -> places.release());
        }
        places.acquire(IN_FLIGHT);
        return stored.get() * 1e9 / (System.nanoTime() - begin);
    }

    /** How many a second so many callers get stored, each of whom says the next when the ack of the one before is there. */
    double callers(int callers, Duration time) throws Exception {
        reset();
        AtomicBoolean over = new AtomicBoolean();
        List<CompletableFuture<Void>> ends =
                Stream.generate(CompletableFuture<Void>::new).limit(callers).toList();
        long begin = System.nanoTime();
        for (int i = 0; i < callers; i++) {
            say(room(i), over, ends.get(i));
        }
        TimeUnit.NANOSECONDS.sleep(time.toNanos());
        over.set(true);
        CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new)).join();
        return stored.get() * 1e9 / (System.nanoTime() - begin);
    }

    private void say(RoomName room, AtomicBoolean over, CompletableFuture<Void> end) {
        CompletionStage<Stored> unused = append(draft(room)).whenComplete((ack, failure) -> {
            if (failure != null) {
                end.completeExceptionally(failure);
            } else if (over.get()) {
                end.complete(null);
            } else {
                say(room, over, end);
            }
        });
    }

    /** A UUID of version 7, as the page makes them. */
    private static String newId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long timeAndVersion = System.currentTimeMillis() << 16 | 0x7000 | random.nextInt(0x1000);
        return new UUID(timeAndVersion, random.nextLong() & ~(1L << 62) | 1L << 63).toString();
    }

    @Override
    public void close() {
        log.close();
    }
}
