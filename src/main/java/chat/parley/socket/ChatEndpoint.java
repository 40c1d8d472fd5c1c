package chat.parley.socket;

import chat.parley.model.Caller;
import chat.parley.protocol.ClientFrame;
import chat.parley.protocol.ClientMessageDecoder;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.ServerMessageEncoder;
import chat.parley.room.ChatRoom;
import chat.parley.settings.Settings;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;

/** Where the protocol of docs/PROTOCOL.md is spoken. The container makes one per connection. */
@ServerEndpoint(
        value = "/ws",
        configurator = HandshakeConfigurator.class,
        encoders = ServerMessageEncoder.class,
        decoders = ClientMessageDecoder.class,
        subprotocols = {"parley.v1.ndjson", "parley.v1.ndjson.binary", "parley.v1"})
public class ChatEndpoint {
    /** No setting may allow more. Tyrus takes its limit from here alone; see also the decoder. */
    private static final int MAX_FRAME = 65536;

    private static final Logger LOG = System.getLogger("chat.parley.socket");

    @Inject
    ChatRoom chatRoom;

    @Inject
    Settings settings;

    @OnOpen
    public void opened(Session session) {
        // Undertow knows no limit but this one.
        session.setMaxTextMessageBufferSize(settings.maxFrameBytes());
        session.setMaxBinaryMessageBufferSize(settings.maxFrameBytes());
        Caller caller = session.getUserPrincipal() instanceof Caller captured ? captured : Caller.UNKNOWN;
        chatRoom.opened(session, caller);
    }

    @OnMessage(maxMessageSize = MAX_FRAME)
    public void received(Session session, ClientFrame frame) {
        chatRoom.received(session, frame);
    }

    @OnMessage(maxMessageSize = MAX_FRAME)
    public void received(Session session, ByteBuffer binary) {
        chatRoom.received(
                session,
                new ClientFrame.Malformed(ErrorCode.BAD_MESSAGE, "text frames only", null, binary.remaining()));
    }

    @OnMessage
    public void ponged(Session session, PongMessage pong) {
        chatRoom.ponged(session);
    }

    /** Clients break in many ways and the container closes then; what is worth an operator's time is logged elsewhere. */
    @OnError
    public void failed(Session session, Throwable failure) {
        LOG.log(Level.DEBUG, () -> "Session " + session.getId() + " failed", failure);
    }

    @OnClose
    public void closed(Session session, CloseReason reason) {
        chatRoom.closed(session, reason.getCloseCode().getCode());
    }
}
