package chat.parley.history;

import chat.parley.model.Event;
import chat.parley.room.LogException;
import chat.parley.room.LogException.Reason;
import chat.parley.room.MessageLog.Appended;
import chat.parley.room.ServerThreads;
import chat.parley.room.Time;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes to the database, alone: what waits is stored together, in one commit. docs/DESIGN.md, Durable log.
 *
 * <p>Invariants: nobody is told that a draft is stored before its commit has returned; a room's events get their seqs, and
 * their promises are kept, in one order; a draft is stored once, however often it comes and whatever becomes of a commit.
 *
 * <p><b>Concurrency:</b> one thread of its own. Taking work in never blocks.
 */
final class Committer {
    private static final int MAX_BATCH = 512;
    private static final int MAX_WAITING = 4_096;
    private static final long RETRY_MILLIS = 500;
    private static final long STOP_MILLIS = 10_000;

    private static final Logger LOG = System.getLogger("chat.parley.history");

    private final Store store;
    private final Time time;
    private final BlockingQueue<Object> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
    private final SaidWindow said = new SaidWindow();
    private final Completions completions = new Completions();
    private final Thread thread;

    /** A batch whose commit failed: whether it is stored, the database will tell. */
    private List<Append> doubtful = List.of();

    private volatile boolean stopping;

    Committer(Store store, Time time) {
        this.store = store;
        this.time = time;
        thread = ServerThreads.start("committer", this::run);
    }

    private record Job<T>(Store.Work<T> work, CompletableFuture<T> done) {
        void run(Store store) throws SQLException {
            done.complete(store.write(work));
        }
    }

    /** Stores the draft with what else waits. */
    void append(Append append) {
        LogException refusal = take(append);
        if (refusal != null) {
            append.done().completeExceptionally(refusal);
        }
    }

    /** Does the work between two batches, in a transaction. */
    <T> CompletableFuture<T> submit(Store.Work<T> work) {
        Job<T> job = new Job<>(work, new CompletableFuture<>());
        LogException refusal = take(job);
        if (refusal != null) {
            job.done.completeExceptionally(refusal);
        }
        return job.done;
    }

    private @Nullable LogException take(Object work) {
        if (stopping || !store.isUp()) {
            return unavailable();
        }
        return waiting.offer(work) ? null : new LogException(Reason.BUSY, "too much is being said; try again");
    }

    private static LogException unavailable() {
        return new LogException(Reason.UNAVAILABLE, "the history cannot be written just now; try again");
    }

    private void run() {
        try {
            while (!stopping || !waiting.isEmpty()) {
                if (isReady()) {
                    work();
                } else {
                    refuse(drain());
                    pause();
                }
            }
        } catch (InterruptedException serverStops) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error fault) {
            LOG.log(
                    Level.ERROR,
                    "The committer has failed: nothing is stored until the application is redeployed",
                    fault);
            throw fault;
        } finally {
            stopping = true;
            refuse(drain());
            refuse(doubtful);
        }
    }

    /** Whether the database is up, and nothing of what was written to it is in doubt. */
    private boolean isReady() throws InterruptedException {
        if (!store.isUp() && !store.open()) {
            return false;
        }
        if (!doubtful.isEmpty()) {
            settle(doubtful, true);
        }
        return doubtful.isEmpty();
    }

    private void work() throws InterruptedException {
        Object first = waiting.poll(RETRY_MILLIS, TimeUnit.MILLISECONDS);
        if (first instanceof Job<?> job) {
            run(job);
        } else if (first instanceof Append append) {
            List<Append> batch = new ArrayList<>();
            batch.add(append);
            while (batch.size() < MAX_BATCH && waiting.peek() instanceof Append) {
                batch.add((Append) waiting.remove());
            }
            commit(batch);
        }
    }

    private void run(Job<?> job) {
        try {
            job.run(store);
        } catch (SQLException e) {
            store.down(e);
            job.done.completeExceptionally(unavailable());
        } catch (RuntimeException e) {
            job.done.completeExceptionally(e);
        }
    }

    private void commit(List<Append> batch) throws InterruptedException {
        Set<SaidId> ids = new HashSet<>();
        List<Append> fresh = new ArrayList<>(batch.size());
        List<Append> again = new ArrayList<>();
        for (Append append : batch) {
            boolean known = said.find(append.draft()) != null || !ids.add(append.id());
            (known ? again : fresh).add(append);
        }
        if (!fresh.isEmpty()) {
            store(fresh);
        }
        List<Runnable> answers = new ArrayList<>();
        for (Append append : again) {
            Event before = said.find(append.draft());
            answers.add(before == null ? refusal(append) : answer(append, append.repeats(before)));
        }
        completions.hand(answers);
    }

    /** A draft, and the event that it is or repeats. */
    private record Outcome(Append append, Event event) {}

    private void store(List<Append> fresh) throws InterruptedException {
        try {
            stored(store.write(connection -> insert(connection, fresh)));
        } catch (SQLException e) {
            if (store.dialect().isUniqueViolation(e)) {
                settle(fresh, false);
            } else {
                failed(fresh, e);
            }
        }
    }

    private void failed(List<Append> appends, SQLException e) throws InterruptedException {
        store.down(e);
        if (e instanceof Store.CommitUnknownException) {
            doubtful = appends;
        } else if (appends != doubtful) {
            completions.hand(appends.stream().map(Committer::refusal).toList());
        }
    }

    private List<Outcome> insert(Connection connection, List<Append> appends) throws SQLException {
        SortedMap<Long, List<Append>> byRoom = byRoom(appends);
        SortedMap<Long, Integer> counts = new TreeMap<>();
        byRoom.forEach((room, its) -> counts.put(room, its.size()));
        Iterator<Tables.Claim> claims =
                Tables.claimSeqs(connection, counts, time.now()).iterator();
        List<Outcome> outcomes = new ArrayList<>(appends.size());
        try (PreparedStatement insert = Tables.prepareInsert(connection)) {
            byRoom.values().forEach(its -> number(its, claims.next(), outcomes));
            for (Outcome outcome : outcomes) {
                Tables.addInsert(insert, outcome.append.room().id(), outcome.event);
            }
            insert.executeBatch();
        }
        return outcomes;
    }

    private static void number(List<Append> appends, Tables.Claim claim, List<Outcome> outcomes) {
        long seq = claim.lastSeq() - appends.size();
        for (Append append : appends) {
            outcomes.add(new Outcome(append, append.event(++seq, claim.at())));
        }
    }

    private static SortedMap<Long, List<Append>> byRoom(List<Append> appends) {
        return appends.stream()
                .collect(Collectors.groupingBy(append -> append.room().id(), TreeMap::new, Collectors.toList()));
    }

    /**
     * Stores what is not stored yet of drafts that may be. The rooms are locked first, so that no other server appends between
     * the look and the insert; only then a draft that is not found is sure not to come.
     *
     * @param ours whether what is found was stored by this committer, and nobody has been told
     */
    private void settle(List<Append> appends, boolean ours) throws InterruptedException {
        List<Outcome> found = new ArrayList<>();
        try {
            List<Outcome> missing = store.write(connection -> {
                store.dialect().lockRooms(connection, byRoom(appends).keySet());
                List<Append> unsaid = new ArrayList<>();
                for (Append append : appends) {
                    Event event = Tables.findSaid(connection, append.draft());
                    if (event == null) {
                        unsaid.add(append);
                    } else {
                        found.add(new Outcome(append, event));
                    }
                }
                return unsaid.isEmpty() ? List.of() : insert(connection, unsaid);
            });
            doubtful = List.of();
            if (ours) {
                stored(found);
            } else {
                repeated(found);
            }
            stored(missing);
        } catch (SQLException e) {
            if (ours) {
                failed(appends, e);
            } else {
                // What was there before is sure, whatever became of the rest.
                repeated(found);
                failed(without(found, appends), e);
            }
        }
    }

    private static List<Append> without(List<Outcome> found, List<Append> appends) {
        List<Append> rest = new ArrayList<>(appends);
        found.forEach(outcome -> rest.remove(outcome.append));
        return rest;
    }

    private void stored(List<Outcome> outcomes) throws InterruptedException {
        List<Runnable> answers = new ArrayList<>(outcomes.size());
        for (Outcome outcome : outcomes) {
            said.add(outcome.event);
            outcome.append.room().stored(outcome.event);
            answers.add(answer(outcome.append, new Appended.Stored(outcome.event)));
        }
        completions.hand(answers);
    }

    private void repeated(List<Outcome> outcomes) throws InterruptedException {
        List<Runnable> answers = new ArrayList<>(outcomes.size());
        for (Outcome outcome : outcomes) {
            said.add(outcome.event);
            answers.add(answer(outcome.append, outcome.append.repeats(outcome.event)));
        }
        completions.hand(answers);
    }

    private static Runnable answer(Append append, Appended appended) {
        return () -> append.done().complete(appended);
    }

    private static Runnable refusal(Append append) {
        return () -> append.done().completeExceptionally(unavailable());
    }

    private List<Object> drain() {
        List<Object> drained = new ArrayList<>();
        waiting.drainTo(drained);
        return drained;
    }

    private static void refuse(List<?> work) {
        for (Object refused : work) {
            CompletableFuture<?> done = refused instanceof Append append ? append.done() : ((Job<?>) refused).done();
            done.completeExceptionally(unavailable());
        }
    }

    private void pause() throws InterruptedException {
        for (int i = 0; i < 10 && !stopping; i++) {
            TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS / 10);
        }
    }

    /** Stores what waits, takes no more, and ends. */
    void close() {
        stopping = true;
        try {
            thread.join(STOP_MILLIS);
            thread.interrupt();
            completions.close(STOP_MILLIS);
        } catch (InterruptedException serverStops) {
            Thread.currentThread().interrupt();
        }
    }
}
