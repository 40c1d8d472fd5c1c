package chat.parley.room;

import chat.parley.protocol.ServerMessage;
import chat.parley.room.Backlog.CutOffException;
import chat.parley.room.Backlog.Frame;
import org.jspecify.annotations.Nullable;

/**
 * One connection in one room: its position in the room's backlog.
 *
 * <p><b>Concurrency:</b> {@link #next}, {@link #taken} and {@link #skip} are the outbox's alone, which has one send in flight;
 * the rest is for any thread.
 */
final class Membership {
    private final Room room;
    private final Connection connection;
    private Backlog.Entry position;
    private volatile boolean live;
    private volatile @Nullable ServerMessage farewell;

    /** The room says from where on, under its lock. */
    Membership(Room room, Connection connection, Backlog.Entry position) {
        this.room = room;
        this.connection = connection;
        this.position = position;
    }

    Room room() {
        return room;
    }

    Connection connection() {
        return connection;
    }

    /** The client knows what came before: from now on it gets what is new. */
    void goLive() {
        live = true;
        room.add(this);
        if (!connection.memberships().has(this)) {
            // Taken away before the room knew of it. And who was told so may have been told to be in the room after
            // that.
            room.remove(this);
            ServerMessage told = farewell;
            if (told != null) {
                connection.reply(told);
            }
        }
        connection.outbox().wake();
    }

    /** What the client is told when it is put out of the room; to be set before the membership is taken away. */
    void setFarewell(ServerMessage message) {
        farewell = message;
    }

    /** What is new and worth sending; null when nothing is. It stays new until it is {@link #taken}. */
    @Nullable
    Frame next(boolean lines) throws CutOffException {
        if (!live) {
            return null;
        }
        Frame frame;
        while ((frame = read(lines)) != null && frame.text().isEmpty()) {
            taken(frame);
        }
        return frame;
    }

    private @Nullable Frame read(boolean lines) throws CutOffException {
        return lines ? room.backlog().lines(position) : room.backlog().one(position);
    }

    void taken(Frame frame) {
        position = frame.last();
    }

    boolean hasMore() {
        return live && room.backlog().hasAfter(position);
    }

    /** How many events of the room are still to be sent. */
    long behind() {
        return room.backlog().released().index() - position.index();
    }

    /** Gives up what was missed and goes on where the room is now. Returns the seq of the last message passed over. */
    long skip() {
        position = room.backlog().released();
        return position.seq();
    }
}
