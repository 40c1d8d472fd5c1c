package chat.parley.admin;

import chat.parley.model.RoomName;
import chat.parley.room.Drain;
import chat.parley.room.LogException;
import chat.parley.room.RoomArchive;
import chat.parley.room.ServerThreads;
import chat.parley.settings.Retention;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * What an administrator does, for every way in. Takes what was typed; what cannot be done is refused with a message for whoever
 * asked.
 */
@Singleton
class Operations {
    /** As far ahead clients are asked to come back. */
    static final Duration LONGEST_DRAIN = Duration.ofHours(1);

    private static final Logger LOG = System.getLogger("chat.parley.admin");

    private final ThreadPoolExecutor pool = ServerThreads.pool("operations", 2, 16);
    private final Drain drain;
    private final RoomArchive archive;

    @Inject
    Operations(Drain drain, RoomArchive archive) {
        this.drain = drain;
        this.archive = archive;
    }

    /** It cannot be done; the message says why. */
    static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final int status;

        RefusedException(String why) {
            this(400, why);
        }

        /** @param status the kind of refusal, as HTTP numbers them */
        RefusedException(int status, String why) {
            super(why, null, false, false);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    /** A step whose failure is whoever asks to know, and nobody's fault. */
    private interface Step<T> {
        T take() throws IOException;
    }

    int drain(Duration after) {
        if (after.isNegative() || after.compareTo(LONGEST_DRAIN) > 0) {
            throw new RefusedException("afterSeconds: 0 to " + LONGEST_DRAIN.toSeconds());
        }
        return drain.begin(after);
    }

    void endDrain() {
        drain.end();
    }

    CompletionStage<Path> export(String room) {
        return later(() -> archive.export(RoomName.parse(room)));
    }

    CompletionStage<Path> backUp() {
        return later(archive::backUp);
    }

    /** @param rule empty: as the setting says for all */
    CompletionStage<String> retain(String room, String rule) {
        return later(() -> {
            Retention parsed = rule.isBlank() ? null : Retention.parse(rule.strip());
            archive.retain(RoomName.parse(room), parsed);
            return parsed == null ? "" : parsed.toString();
        });
    }

    /** On threads of its own, for Payara reads from all clients with the few that answer requests. */
    private <T> CompletionStage<T> later(Step<T> step) {
        try {
            return CompletableFuture.supplyAsync(() -> attempt(step), pool);
        } catch (RejectedExecutionException full) {
            return CompletableFuture.failedStage(new RefusedException(503, "too much is being done; try again"));
        }
    }

    private static <T> T attempt(Step<T> step) {
        try {
            return step.take();
        } catch (LogException e) {
            throw refused(e);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            LOG.log(Level.ERROR, "A file cannot be written", e);
            throw new RefusedException(500, String.valueOf(e.getMessage()));
        }
    }

    /** What the log says of what it cannot do. */
    static RefusedException refused(LogException e) {
        return new RefusedException(
                switch (e.reason()) {
                    case NO_SUCH_ROOM, NO_SUCH_MESSAGE -> 404;
                    case BUSY, UNAVAILABLE -> 503;
                },
                String.valueOf(e.getMessage()));
    }

    @PreDestroy
    void stop() {
        pool.shutdownNow();
    }
}
