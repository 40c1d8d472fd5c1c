package chat.parley.room;

import chat.parley.model.Caller;
import chat.parley.model.RoomName;
import chat.parley.model.User;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * What holds of all that moderators have decided, in memory, so that nobody waits for a database who wants to come in or say
 * something.
 *
 * <p>Invariant: what is stored by this server holds here before its stage completes. What another server stores comes with the
 * next {@link #refresh}.
 *
 * <p><b>Concurrency:</b> the rules never change, others take their place, one after the other. Safe for use by all threads.
 */
@Singleton
class Rulebook {
    private static final long START_SECONDS = 5;

    private final ModerationStore store;
    private final Time time;
    private volatile Rules rules = Rules.NONE;
    private volatile boolean known;

    @Inject
    Rulebook(ModerationStore store, Time time) {
        this.store = store;
        this.time = time;
    }

    /** Reads what is stored, and waits for it, but not for long. */
    void start() {
        try {
            boolean unused = refresh().toCompletableFuture().get(START_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException later) {
            // Nobody is let in before it has been read; it is tried again.
        } catch (InterruptedException serverStops) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether it has ever been read. Before that nobody knows who is banned. */
    boolean isKnown() {
        return known;
    }

    /** Reads what is stored. True when something holds that did not. */
    CompletionStage<Boolean> refresh() {
        Rules before = rules;
        return store.load(before).thenApply(loaded -> take(before, loaded));
    }

    private synchronized boolean take(Rules before, Rules loaded) {
        if (rules != before) {
            // What has been changed here meanwhile may not have been read: it is read the next time.
            return false;
        }
        rules = loaded;
        known = true;
        return !loaded.saysSameAs(before);
    }

    /** Stores a change. Completed means that it holds. */
    CompletionStage<AuditEntry> apply(Change change, AuditEntry entry) {
        return store.apply(change, entry).thenApply(stored -> {
            make(change);
            return stored;
        });
    }

    private synchronized void make(Change change) {
        rules = rules.with(change);
    }

    Rules now() {
        return rules;
    }

    /** The ban that keeps the caller out, as this user where that is known; null when none does. */
    @Nullable
    Sanction ban(Caller caller, @Nullable User user) {
        return rules.ban(caller, user, time.now());
    }

    /** The mute that keeps the user from saying anything in the room; null when none does. */
    @Nullable
    Sanction mute(Caller caller, User user, RoomName room) {
        return rules.mute(caller, user, room, time.now());
    }
}
