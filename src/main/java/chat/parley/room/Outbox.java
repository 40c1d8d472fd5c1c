package chat.parley.room;

import chat.parley.protocol.ServerMessage;
import chat.parley.protocol.ServerMessageEncoder;
import chat.parley.protocol.Subprotocol;
import chat.parley.room.Backlog.CutOffException;
import chat.parley.room.Backlog.Frame;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Sends to one connection: its replies, and what is new in its rooms. The only place that sends.
 *
 * <p>Invariant: one send is in flight per session. Whoever wins {@link #busy} sends until nothing is left, then lets go.
 *
 * <p><b>Concurrency:</b> any thread may call; none is ever blocked. A send that completes within its own call is continued by
 * the loop that made the call, any other by the container's thread that reports it; so the stack never grows.
 */
final class Outbox implements SendHandler {
    private static final int CALLING = 0;
    private static final int RETURNED = 1;
    private static final int COMPLETED = 2;

    private static final ServerMessageEncoder ENCODER = new ServerMessageEncoder();

    private final RemoteEndpoint.Async remote;
    private final Subprotocol subprotocol;
    private final Owner owner;
    private final Time time;
    private final Figures figures;
    private final Replies replies = new Replies();
    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicInteger phase = new AtomicInteger();
    private final AtomicReference<@Nullable FanOut> fanOut = new AtomicReference<>();
    private volatile long sendingSince;
    private volatile boolean sending;
    private volatile boolean pingDue;
    private volatile @Nullable Runnable afterReplies;
    private int turn;

    /** The connection, as its outbox sees it. */
    interface Owner {
        Memberships memberships();

        /** A send failed: the connection is no more. */
        void lost();

        /** The client does not take what it asked for. */
        void tooSlow();
    }

    Outbox(Session session, Subprotocol subprotocol, Owner owner, Time time, Figures figures) {
        remote = session.getAsyncRemote();
        this.subprotocol = subprotocol;
        this.owner = owner;
        this.time = time;
        this.figures = figures;
    }

    /** Sends a message to this connection alone, after the replies before it and before anything newer of its rooms. */
    void reply(ServerMessage message) {
        if (replyLater(message)) {
            wake();
        }
    }

    /** As {@link #reply}, but only when it is woken next. False when that is one too many, and the connection ends. */
    boolean replyLater(ServerMessage message) {
        int waiting = replies.add(ENCODER.encode(message));
        figures.waitingReplies(waiting);
        boolean taken = waiting <= Replies.MAX_CHARS;
        if (!taken) {
            owner.tooSlow();
        }
        return taken;
    }

    /** Sends a last message and then runs the task, with nothing of any room in between. */
    void finish(ServerMessage last, Runnable then) {
        replies.add(ENCODER.encode(last));
        afterReplies = then;
        wake();
    }

    /** Sends a WebSocket ping when the send in flight has ended. */
    void ping() {
        pingDue = true;
        wake();
    }

    /** Whether a send has been under way since before the moment. */
    boolean isSendingSince(long nanos) {
        return sending && sendingSince - nanos < 0;
    }

    /** There may be something to send. */
    void wake() {
        if (!busy.get() && busy.compareAndSet(false, true)) {
            pump();
        }
    }

    /** The connection is gone: a send that never ends must not hold up its room. */
    void abandon() {
        endSend();
    }

    private void pump() {
        ServiceFileMemo.during(this::sendAll);
    }

    private void sendAll() {
        for (; ; ) {
            Payload frame = next();
            if (frame == null) {
                busy.set(false);
                if (!hasMore() || !busy.compareAndSet(false, true)) {
                    return;
                }
            } else if (!send(frame)) {
                return;
            }
        }
    }

    /** True when the send has ended already. */
    private boolean send(Payload frame) {
        figures.bytesOut(frame.size());
        phase.set(CALLING);
        sendingSince = time.nanos();
        sending = true;
        try {
            if (subprotocol.isBinary()) {
                remote.sendBinary(frame.bytes(), this);
            } else {
                remote.sendText(frame.text(), this);
            }
        } catch (RuntimeException closedMeanwhile) {
            // Tyrus: IllegalStateException, or a NullPointerException for a client that left during the handshake.
            endSend();
            owner.lost();
            return false;
        }
        return !phase.compareAndSet(CALLING, RETURNED);
    }

    @Override
    public void onResult(SendResult result) {
        endSend();
        if (!result.isOK()) {
            owner.lost();
        } else if (!phase.compareAndSet(CALLING, COMPLETED)) {
            pump();
        }
    }

    private void endSend() {
        sending = false;
        FanOut ended = fanOut.getAndSet(null);
        if (ended != null) {
            ended.sendEnded();
        }
    }

    private @Nullable Payload next() {
        if (pingDue) {
            pingDue = false;
            sendPing();
        }
        // Read before the replies are: when it is set, the last message is among them.
        Runnable last = afterReplies;
        Payload reply = nextReply();
        if (reply != null) {
            return reply;
        }
        if (last != null) {
            afterReplies = null;
            last.run();
        }
        return nextOfRooms();
    }

    private @Nullable Payload nextReply() {
        String reply = replies.take(subprotocol.isLines());
        return reply == null ? null : new Payload(reply);
    }

    private void sendPing() {
        try {
            remote.sendPing(ByteBuffer.allocate(0));
        } catch (IOException | RuntimeException closedMeanwhile) {
            owner.lost();
        }
    }

    private @Nullable Payload nextOfRooms() {
        Membership[] memberships = owner.memberships().all();
        for (int i = 0; i < memberships.length; i++) {
            turn = (turn + 1) % memberships.length;
            Membership membership = memberships[turn];
            try {
                Frame frame = membership.next(subprotocol.isLines());
                if (frame != null) {
                    figures.behind(membership.behind());
                    Payload reply = nextReply();
                    if (reply != null) {
                        return reply;
                    }
                    membership.taken(frame);
                    beginFanOut(membership.room().fanOut());
                    figures.messagesOut(frame.messages());
                    return frame.payload();
                }
            } catch (CutOffException fellBehind) {
                Payload reply = nextReply();
                if (reply != null) {
                    return reply;
                }
                figures.behind(membership.behind());
                figures.slowConsumer();
                Room room = membership.room();
                return new Payload(
                        ENCODER.encode(new ServerMessage.Resync(room.name().value(), room.epoch(), membership.skip())));
            }
        }
        return null;
    }

    private void beginFanOut(FanOut room) {
        room.sendBegan();
        fanOut.set(room);
    }

    private boolean hasMore() {
        if (pingDue || afterReplies != null || !replies.isEmpty()) {
            return true;
        }
        for (Membership membership : owner.memberships().all()) {
            if (membership.hasMore()) {
                return true;
            }
        }
        return false;
    }
}
