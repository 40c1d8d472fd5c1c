package chat.parley.room;

import chat.parley.model.Caller;
import chat.parley.protocol.ClientFrame;
import chat.parley.protocol.ClientMessage;
import chat.parley.protocol.CloseCode;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.ServerMessage;
import chat.parley.protocol.Subprotocol;
import chat.parley.settings.LiveSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.websocket.Session;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The front desk: every session comes in here, says what it wants, and is seen out.
 *
 * <p><b>Concurrency:</b> any thread may call, and none is blocked. The calls for one session come one at a time, but for
 * {@link #closed}.
 */
@ApplicationScoped
public class ChatRoom {
    /** All requests together may come so much faster than messages. */
    private static final int REQUESTS_PER_MESSAGE = 10;

    private static final Logger LOG = System.getLogger("chat.parley.room");

    private static final long SHUTDOWN_NANOS = TimeUnit.SECONDS.toNanos(2);

    @Inject
    Connections connections;

    @Inject
    Login login;

    @Inject
    Entrances entrances;

    @Inject
    RoomDirectory directory;

    @Inject
    Conversations conversations;

    @Inject
    ModerationDesk moderationDesk;

    @Inject
    Doorkeeper doorkeeper;

    @Inject
    Heartbeat heartbeat;

    @Inject
    Drain drain;

    @Inject
    Figures figures;

    @Inject
    LiveSettings settings;

    @Inject
    ServerIdentity identity;

    @Inject
    Time time;

    @Inject
    ConnectionEnvironment environment;

    private volatile boolean stopping;

    void start(@Observes @Initialized(ApplicationScoped.class) Object context) {
        heartbeat.start();
        moderationDesk.start();
        LOG.log(Level.INFO, "Parley {0} is ready, node {1}", identity.version(), identity.node());
    }

    /** A session has opened. It is closed again at once when there is no room for it. */
    public void opened(Session session, Caller caller) {
        Connection connection = new Connection(
                session,
                caller,
                Subprotocol.of(session.getNegotiatedSubprotocol()),
                new TokenBucket(
                        () -> settings.now().ratePerSecond() * REQUESTS_PER_MESSAGE,
                        () -> settings.now().rateBurst() * REQUESTS_PER_MESSAGE),
                environment);
        figures.opened();
        CloseCode refusal = admit(connection);
        if (refusal != null) {
            connection.close(refusal, afterMs(refusal));
        } else {
            doorkeeper.opened(connection);
        }
    }

    private @Nullable CloseCode admit(Connection connection) {
        if (stopping) {
            return CloseCode.SHUTTING_DOWN;
        }
        CloseCode refusal = connections.admit(connection);
        // Asked when it is in: one that comes just as draining begins is else seen by neither.
        return drain.isOn() ? CloseCode.DRAINED : refusal;
    }

    /** A session sent a frame. */
    public void received(Session session, ClientFrame frame) {
        Connection connection = connections.find(session.getId());
        if (connection == null) {
            return;
        }
        connection.heard();
        figures.bytesIn(frame.bytes());
        if (frame instanceof ClientFrame.Request request) {
            request(connection, request.message());
        } else if (frame instanceof ClientFrame.Malformed malformed) {
            malformed(connection, malformed);
        } else {
            connection.close(CloseCode.TOO_BIG, 0);
        }
    }

    /** A session answered a ping. */
    public void ponged(Session session) {
        Connection connection = connections.find(session.getId());
        if (connection != null) {
            connection.heard();
        }
    }

    /** A session is over, with this code. */
    public void closed(Session session, int code) {
        Connection connection = connections.findEvenEnding(session.getId());
        if (connection != null) {
            connection.closed(code);
            connections.gone(connection);
        }
    }

    private void request(Connection connection, ClientMessage message) {
        // A ping tells that the client is there, and not that anybody is before it.
        if (!(message instanceof ClientMessage.Ping)) {
            connection.caller().signIn().active();
        }
        long wait = connection.requests().take(time.nanos());
        if (wait > 0) {
            connection.refuse(message.id(), ErrorCode.RATE_LIMITED, "too many requests", wait);
            if (connection.tooFast().another(time.nanos())) {
                connection.close(CloseCode.FLOOD, afterMs(CloseCode.FLOOD));
            }
        } else if (message instanceof ClientMessage.Ping) {
            connection.reply(new ServerMessage.Pong(message.id()));
        } else if (message instanceof ClientMessage.Login request) {
            login.logIn(connection, request);
        } else {
            converse(connection, message);
        }
    }

    private void converse(Connection connection, ClientMessage message) {
        People.Person person = connection.person();
        if (person == null) {
            connection.refuse(message.id(), ErrorCode.NOT_LOGGED_IN, "log in first");
        } else if (message instanceof ClientMessage.Say request) {
            conversations.say(connection, person, request);
        } else if (message instanceof ClientMessage.Join request) {
            entrances.join(connection, person.user(), request);
        } else if (message instanceof ClientMessage.Leave request) {
            entrances.leave(connection, person.user(), request);
        } else if (message instanceof ClientMessage.Rooms request) {
            directory.list(connection, person, request);
        } else if (message instanceof ClientMessage.History request) {
            conversations.history(connection, request);
        } else if (message instanceof ClientMessage.Topic request) {
            conversations.topic(connection, person, request);
        } else if (message instanceof ClientMessage.Typing request) {
            conversations.typing(connection, person.user(), request);
        } else if (message instanceof ClientMessage.Moderate request) {
            moderationDesk.moderate(connection, person, request);
        }
    }

    private void malformed(Connection connection, ClientFrame.Malformed frame) {
        connection.refuse(frame.id(), frame.code(), frame.message());
        if (connection.badFrames().another(time.nanos())) {
            connection.close(CloseCode.ABUSE, 0);
        }
    }

    /** When a client should come back, so that not all come back at once. */
    private long afterMs(CloseCode code) {
        if (code == CloseCode.DRAINED) {
            return drain.afterMs();
        }
        long least = code == CloseCode.SHUTTING_DOWN ? 500 : 5_000;
        return least + ThreadLocalRandom.current().nextLong(3_000);
    }

    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object context) {
        stop();
    }

    /**
     * Closes all sessions, while everything still works, and takes no more; returns when they are closed or have had time
     * enough. Payara closes nothing by itself, and WildFly with a code that says less. Another call does nothing.
     */
    public void stop() {
        stopping = true;
        for (Connection connection : connections.open()) {
            connection.close(CloseCode.SHUTTING_DOWN, afterMs(CloseCode.SHUTTING_DOWN));
        }
        long deadline = time.nanos() + SHUTDOWN_NANOS;
        while (!connections.ending().isEmpty() && time.nanos() < deadline) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
        connections.ending().forEach(Connection::closeSession);
    }
}
