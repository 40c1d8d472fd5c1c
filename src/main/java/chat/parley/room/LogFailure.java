package chat.parley.room;

import chat.parley.model.RoomName;
import chat.parley.protocol.ErrorCode;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** What a client is told when the log did not do what it asked for. */
final class LogFailure {
    /** When to try again what the log could not do. */
    private static final long RETRY_NANOS = 1_000_000_000;

    private static final Logger LOG = System.getLogger("chat.parley.room");

    private LogFailure() {}

    /** What a stage failed with, out of its wrapping. */
    static @Nullable Throwable cause(@Nullable Throwable failure) {
        return failure instanceof CompletionException ? failure.getCause() : failure;
    }

    /** @param where as {@code room lobby}, for the server's own log */
    static void answer(Connection connection, @Nullable String id, String where, @Nullable Throwable failure) {
        if (cause(failure) instanceof LogException known) {
            String why = String.valueOf(known.getMessage());
            switch (known.reason()) {
                case BUSY -> connection.refuse(id, ErrorCode.BUSY, why, RETRY_NANOS);
                case UNAVAILABLE -> connection.refuse(id, ErrorCode.INTERNAL, why, RETRY_NANOS);
                case NO_SUCH_ROOM -> connection.refuse(id, ErrorCode.NO_SUCH_ROOM, why);
                case NO_SUCH_MESSAGE -> connection.refuse(id, ErrorCode.NOT_FOUND, why);
            }
        } else {
            LOG.log(Level.ERROR, "The log failed: session " + connection.id() + ", " + where, failure);
            connection.refuse(id, ErrorCode.INTERNAL, "the server failed");
        }
    }

    static void answer(Connection connection, @Nullable String id, RoomName room, @Nullable Throwable failure) {
        answer(connection, id, "room " + room, failure);
    }
}
