package chat.parley.history;

import chat.parley.model.Draft;
import chat.parley.model.Event;
import chat.parley.room.MessageLog.Appended;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** A draft on its way into the database, and the promise that whoever sent it holds. */
record Append(OpenRoom room, Draft draft, CompletableFuture<Appended> done) {
    SaidId id() {
        return SaidId.of(draft);
    }

    Event event(long seq, Instant at) {
        return new Event(draft.room(), seq, draft.sender(), draft.id(), draft.text(), at);
    }

    /** What to answer when this event was said with the draft's id before. */
    Appended repeats(Event event) {
        return SaidId.isSame(draft, event) ? new Appended.Duplicate(event) : new Appended.Conflict();
    }
}
