package chat.parley.room;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import jakarta.websocket.CloseReason;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A session that notes what it is sent. Each send ends at once and well, unless the test wants it otherwise. */
final class FakeSession {
    private static final JsonReaderFactory JSON = Json.createReaderFactory(Map.of());

    private final String id = UUID.randomUUID().toString();
    private final Queue<String> frames = new ConcurrentLinkedQueue<>();
    private final Queue<SendHandler> held = new ConcurrentLinkedQueue<>();
    private final List<CloseReason> closes = new CopyOnWriteArrayList<>();
    private final AtomicInteger pings = new AtomicInteger();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger overlaps = new AtomicInteger();
    private volatile Network network = this::succeed;
    private final Session session = fake(Session.class, (self, method, arguments) -> switch (method.getName()) {
        case "getId" -> id;
        case "getAsyncRemote" -> remote();
        case "setMaxIdleTimeout" -> null;
        case "close" -> closes.add((CloseReason) arguments[0]);
        default -> throw new UnsupportedOperationException(method.getName());
    });

    /** How sends end. */
    interface Network {
        void send(SendHandler handler) throws Exception;
    }

    Session session() {
        return session;
    }

    private RemoteEndpoint.Async remote() {
        return fake(RemoteEndpoint.Async.class, (self, method, arguments) -> {
            switch (method.getName()) {
                case "sendText" -> send((String) arguments[0], (SendHandler) arguments[1]);
                case "sendBinary" ->
                    send(
                            StandardCharsets.UTF_8
                                    .decode((ByteBuffer) arguments[0])
                                    .toString(),
                            (SendHandler) arguments[1]);
                case "sendPing" -> pings.incrementAndGet();
                default -> throw new UnsupportedOperationException(method.getName());
            }
            return null;
        });
    }

    private void send(String text, SendHandler handler) throws Exception {
        if (inFlight.incrementAndGet() > 1) {
            overlaps.incrementAndGet();
        }
        frames.add(text);
        network.send(handler);
    }

    /** From now on sends end in this way. */
    void network(Network way) {
        network = way;
    }

    /** From now on sends end when {@link #endSend} or {@link #failSend} says so. */
    void hold() {
        network = held::add;
    }

    void endSend() {
        succeed(held.remove());
    }

    void failSend() {
        fail(held.remove());
    }

    void succeed(SendHandler handler) {
        inFlight.decrementAndGet();
        handler.onResult(new SendResult());
    }

    void fail(SendHandler handler) {
        inFlight.decrementAndGet();
        handler.onResult(new SendResult(new IOException("gone")));
    }

    boolean isSending() {
        return inFlight.get() > 0;
    }

    /** How often a send began while another was in flight. */
    int overlaps() {
        return overlaps.get();
    }

    List<String> frames() {
        return List.copyOf(frames);
    }

    /** All that was sent, object by object. */
    List<JsonObject> objects() {
        return frames.stream()
                .flatMap(String::lines)
                .map(line -> JSON.createReader(new StringReader(line)).readObject())
                .toList();
    }

    /** What was sent, by type alone. */
    List<String> types() {
        return objects().stream().map(object -> object.getString("type")).toList();
    }

    List<JsonObject> objects(String type) {
        return objects().stream()
                .filter(object -> object.getString("type").equals(type))
                .toList();
    }

    /** The seq of each message, as they came. */
    List<Long> seqs() {
        return objects("message").stream()
                .map(message -> message.getJsonNumber("seq").longValueExact())
                .toList();
    }

    int pings() {
        return pings.get();
    }

    /** The codes with which the session was closed. */
    List<Integer> closes() {
        return closes.stream().map(reason -> reason.getCloseCode().getCode()).toList();
    }

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(FakeSession.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
