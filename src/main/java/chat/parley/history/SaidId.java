package chat.parley.history;

import chat.parley.model.Draft;
import chat.parley.model.Event;

/**
 * What makes a message one that was said before.
 *
 * @param sender the {@link SenderKey}
 * @param id the sender's idempotency key
 */
record SaidId(String sender, String id) {
    static SaidId of(Draft draft) {
        return new SaidId(SenderKey.of(draft.sender()), draft.id());
    }

    static SaidId of(Event event) {
        return new SaidId(SenderKey.of(event), event.id());
    }

    /** Whether the draft says again what was said with its id, rather than something else: as far as it is still known. */
    static boolean isSame(Draft draft, Event event) {
        return event.room().equals(draft.room())
                && (event.isDeleted() || event.text().equals(draft.text()));
    }
}
