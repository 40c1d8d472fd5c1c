package chat.parley.room;

import chat.parley.model.Caller;
import chat.parley.protocol.CloseCode;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.ServerMessage;
import chat.parley.protocol.Subprotocol;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One client's connection: who is behind it, the rooms it is in, and how it ends.
 *
 * <p><b>Concurrency:</b> requests come one at a time; the end may come from any thread, at any moment, and more than once.
 */
final class Connection implements Outbox.Owner {
    /** How long a client may take for its last frames, and to answer the close, before the connection is torn down. */
    static final long FAREWELL_NANOS = 1_000_000_000;

    private static final Logger LOG = System.getLogger("chat.parley.room");

    private final Session session;
    private final Caller caller;
    private final Subprotocol subprotocol;
    private final Outbox outbox;
    private final ConnectionEnvironment environment;
    private final TokenBucket requests;
    private final Strikes badFrames = new Strikes(20);
    private final Strikes tooFast = new Strikes(200);
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicBoolean sessionClosed = new AtomicBoolean();
    private final Instant since;
    private volatile long loginAwaitedAt;
    private volatile long heardAt;
    private volatile long pingedAt;
    private volatile long endedAt;
    private volatile CloseCode closeCode = CloseCode.INTERNAL;
    private volatile People.@Nullable Person person;
    private final Memberships memberships = new Memberships();

    @GuardedBy("this")
    private boolean left;

    Connection(
            Session session,
            Caller caller,
            Subprotocol subprotocol,
            TokenBucket requests,
            ConnectionEnvironment environment) {
        this.session = session;
        this.caller = caller;
        this.subprotocol = subprotocol;
        this.requests = requests;
        this.environment = environment;
        outbox = new Outbox(session, subprotocol, this, environment.time(), environment.figures());
        since = environment.time().now();
        loginAwaitedAt = heardAt = pingedAt = environment.time().nanos();
    }

    String id() {
        return session.getId();
    }

    Caller caller() {
        return caller;
    }

    Subprotocol subprotocol() {
        return subprotocol;
    }

    /** When it was opened. */
    Instant since() {
        return since;
    }

    Outbox outbox() {
        return outbox;
    }

    TokenBucket requests() {
        return requests;
    }

    Strikes badFrames() {
        return badFrames;
    }

    Strikes tooFast() {
        return tooFast;
    }

    /** Who has logged in; null before that. */
    People.@Nullable Person person() {
        return person;
    }

    /** False when the connection has ended meanwhile, and so has no person to keep. */
    synchronized boolean logIn(People.Person loggedIn) {
        if (left) {
            return false;
        }
        person = loggedIn;
        return true;
    }

    /** Nobody can log in any more. Returns who had. */
    synchronized People.@Nullable Person leave() {
        left = true;
        return person;
    }

    @Override
    public Memberships memberships() {
        return memberships;
    }

    /** A frame has come in, if only a pong. */
    void heard() {
        heardAt = environment.time().nanos();
    }

    boolean isSilentSince(long nanos) {
        return heardAt - nanos < 0;
    }

    boolean isWithoutLoginSince(long nanos) {
        return person == null && loginAwaitedAt - nanos < 0;
    }

    /** A login was in time, and could not be granted for now: it may come again. */
    void awaitLoginAgain() {
        loginAwaitedAt = environment.time().nanos();
    }

    /** Pings when the last ping was before the moment. */
    void pingIfDue(long nanos) {
        if (pingedAt - nanos < 0) {
            pingedAt = environment.time().nanos();
            outbox.ping();
        }
    }

    void reply(ServerMessage message) {
        outbox.reply(message);
    }

    /** Replies together with the room's next flush: a frame less for whoever says much. */
    void replyWithFlush(ServerMessage message, Membership membership) {
        if (!outbox.replyLater(message)) {
            return;
        }
        // Looked up after the reply was added: whoever leaves meanwhile takes the membership away before they are
        // woken.
        if (memberships.has(membership)) {
            membership.room().fanOut().wake();
        } else {
            outbox.wake();
        }
    }

    void refuse(@Nullable String id, ErrorCode code, String why) {
        refuse(id, code, why, 0);
    }

    /** @param retryNanos when to try again, from now; 0 when that would not help */
    void refuse(@Nullable String id, ErrorCode code, String why, long retryNanos) {
        refuseFor(id, code, why, retryNanos == 0 ? null : retryNanos / 1_000_000 + 1);
    }

    /** @param retryAfterMs when to try again, from now; null when that would not help */
    void refuseFor(@Nullable String id, ErrorCode code, String why, @Nullable Long retryAfterMs) {
        environment.figures().reject(code);
        outbox.reply(new ServerMessage.Refusal(id, code.wireName(), why, retryAfterMs));
    }

    /** False, and refused, when its user says too much. */
    boolean isInTime(People.Person user, @Nullable String id) {
        long wait = user.messages().take(environment.time().nanos());
        if (wait > 0) {
            refuse(id, ErrorCode.RATE_LIMITED, "too many messages", wait);
        }
        return wait == 0;
    }

    /** Says goodbye and closes. */
    void close(CloseCode code, long afterMs) {
        close(code, afterMs, "");
    }

    /** @param why what else there is to say, to a person; may be empty */
    void close(CloseCode code, long afterMs, String why) {
        if (end(code)) {
            String reason = why.isEmpty() ? code.reason() : code.reason() + ": " + why;
            outbox.finish(new ServerMessage.Bye(code.code(), reason, code.reconnect(), afterMs), this::closeSession);
        }
    }

    /** Closes a connection that takes no more frames. */
    void abort(CloseCode code) {
        if (end(code)) {
            closeSession();
        }
    }

    private boolean end(CloseCode code) {
        if (!ended.compareAndSet(false, true)) {
            return false;
        }
        LOG.log(
                code.isFault() ? Level.INFO : Level.DEBUG,
                () -> "Closing: " + this + ": " + code.code() + " " + code.reason());
        closeCode = code;
        environment.figures().closed(code.code());
        endedAt = environment.time().nanos();
        environment.ended(this);
        return true;
    }

    /** As it stands in the log: {@code session 7 of ada}. */
    @Override
    public String toString() {
        People.Person known = person;
        return "session " + id() + " of "
                + (known == null ? "nobody logged in" : known.user().name().display());
    }

    @Override
    public void lost() {
        abort(CloseCode.INTERNAL);
    }

    @Override
    public void tooSlow() {
        if (!ended.get()) {
            environment.figures().slowConsumer();
            abort(CloseCode.TOO_SLOW);
        }
    }

    /** The container says that the session is over, with this code. */
    void closed(int code) {
        sessionClosed.set(true);
        outbox.abandon();
        if (ended.compareAndSet(false, true)) {
            environment.figures().closed(code);
            environment.ended(this);
        }
    }

    /** Whether its farewell has taken too long. */
    boolean isEndedSince(long nanos) {
        return ended.get() && endedAt - nanos < 0;
    }

    /** On another thread, for containers may block here. Once. */
    void closeSession() {
        outbox.abandon();
        if (sessionClosed.compareAndSet(false, true)) {
            environment.workers().execute(this::closeNow);
        }
    }

    private void closeNow() {
        try {
            session.close(new CloseReason(CloseReason.CloseCodes.getCloseCode(closeCode.code()), closeCode.reason()));
            // Undertow keeps a closed session's TCP connection until the client answers; an idle one it tears down. Not
            // before: Tyrus has its idle check in flight with every frame, and would close for idleness itself, with
            // 1000.
            session.setMaxIdleTimeout(FAREWELL_NANOS / 1_000_000);
        } catch (IOException | RuntimeException alreadyGone) {
            // Nothing is left to close.
        }
    }
}
