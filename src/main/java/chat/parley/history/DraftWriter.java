package chat.parley.history;

import chat.parley.model.Event;
import chat.parley.room.MessageLog.Appended;
import chat.parley.room.Time;
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
import java.util.stream.Collectors;

/**
 * Stores drafts, a batch in one commit. docs/DESIGN.md, Durable log.
 *
 * <p>Invariants: nobody is told that a draft is stored before its commit has returned; a room's events get their seqs, and
 * their promises are kept, in one order; a draft is stored once, however often it comes and whatever becomes of a commit.
 *
 * <p><b>Concurrency:</b> for one thread at a time.
 */
final class DraftWriter {
    private final Store store;
    private final Time time;
    private final Completions completions;
    private final SaidWindow said = new SaidWindow();
    private List<Append> doubtful = List.of();

    DraftWriter(Store store, Time time, Completions completions) {
        this.store = store;
        this.time = time;
        this.completions = completions;
    }

    /** A batch whose commit failed: whether it is stored, the database will tell. */
    List<Append> doubtful() {
        return doubtful;
    }

    /** Finds out what became of the batch that is in doubt, and stores what did not get in; if the database lets it. */
    void settleDoubts() throws InterruptedException {
        if (!doubtful.isEmpty()) {
            settle(doubtful, true);
        }
    }

    /** Stores what of the batch has not been said before, together, and has everybody answered. */
    void write(List<Append> batch) throws InterruptedException {
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
            completions.hand(appends.stream().map(DraftWriter::refusal).toList());
        }
    }

    private List<Outcome> insert(Connection connection, List<Append> appends) throws SQLException {
        SortedMap<Long, List<Append>> byRoom = byRoom(appends);
        SortedMap<Long, Integer> counts = new TreeMap<>();
        byRoom.forEach((room, its) -> counts.put(room, its.size()));
        Iterator<Tables.Claim> claims = Tables.claimSeqs(connection, store.dialect(), counts, time.now())
                .iterator();
        List<Outcome> outcomes = new ArrayList<>(appends.size());
        try (PreparedStatement insert = EventTable.prepareInsert(connection)) {
            byRoom.values().forEach(its -> number(its, claims.next(), outcomes));
            for (Outcome outcome : outcomes) {
                EventTable.addInsert(insert, outcome.append.room().id(), outcome.event);
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
                    Event event = EventTable.findSaid(connection, append.draft());
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
        return () -> append.done().completeExceptionally(Committer.unavailable());
    }
}
