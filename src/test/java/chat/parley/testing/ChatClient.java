package chat.parley.testing;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/**
 * A polite client, as a program would write it with the JDK alone: answers pings, closes when told to, keeps all it gets.
 *
 * <p>Fields are given in pairs: {@code client.request("join", "room", "lobby")} sends
 * {@code {"type":"join","id":"1","room":"lobby"}} and waits for the reply with that id.
 *
 * <p><b>Concurrency:</b> any thread may use it; sends go out in the order they were asked for.
 */
public final class ChatClient implements AutoCloseable {

    /** One object a frame. */
    public static final String SINGLE = "parley.v1";

    /** One or more objects a frame, one a line. */
    public static final String LINES = "parley.v1.ndjson";

    /** The same in binary frames. */
    public static final String BINARY = "parley.v1.ndjson.binary";

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Predicate<JsonObject> KEEPS_ALL = object -> false;

    private final Inbox inbox = new Inbox();
    private final List<String> frames = new CopyOnWriteArrayList<>();
    private final AtomicInteger binaryFrames = new AtomicInteger();
    private final AtomicLong bytesReceived = new AtomicLong();
    private final CompletableFuture<Closed> closed = new CompletableFuture<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final Duration patience;
    private final Predicate<JsonObject> listener;
    private final WebSocket socket;
    private long bytesSent;
    private CompletableFuture<?> lastSend = CompletableFuture.completedFuture(null);
    private volatile String token = "";
    private volatile String name = "";

    private ChatClient(URI uri, Duration patience, Predicate<JsonObject> listener, String... subprotocols) {
        this(uri, Map.of(), patience, listener, subprotocols);
    }

    private ChatClient(
            URI uri,
            Map<String, String> headers,
            Duration patience,
            Predicate<JsonObject> listener,
            String... subprotocols) {
        this.patience = patience;
        this.listener = listener;
        WebSocket.Builder builder = HTTP.newWebSocketBuilder().connectTimeout(patience);
        headers.forEach(builder::header);
        if (subprotocols.length > 0) {
            builder.subprotocols(
                    subprotocols[0],
                    List.of(subprotocols).subList(1, subprotocols.length).toArray(String[]::new));
        }
        this.socket = builder.buildAsync(uri, new Ear()).join();
    }

    /** Connects without naming a subprotocol. */
    public static ChatClient connect(URI uri) {
        return new ChatClient(uri, Patience.USUAL, KEEPS_ALL);
    }

    /** Connects as whoever the server has signed in. */
    public static ChatClient connect(URI uri, SignedIn session) {
        String cookie = session.cookie();
        return new ChatClient(uri, cookie.isEmpty() ? Map.of() : Map.of("Cookie", cookie), Patience.USUAL, KEEPS_ALL);
    }

    /** Connects as the bot with that token. */
    public static ChatClient connectWithToken(URI uri, String secret) {
        return new ChatClient(uri, Map.of("Authorization", "Bearer " + secret), Patience.USUAL, KEEPS_ALL);
    }

    /** Connects and asks for these subprotocols, the dearest first. */
    public static ChatClient connect(URI uri, String... subprotocols) {
        return new ChatClient(uri, Patience.USUAL, KEEPS_ALL, subprotocols);
    }

    /**
     * Connects for a long talk: what comes is told to the listener first, in order, and only kept where that says no. Frames are
     * not kept.
     *
     * @param patience how long to wait for each answer
     */
    public static ChatClient connect(
            URI uri, Duration patience, Predicate<JsonObject> listener, String... subprotocols) {
        return new ChatClient(uri, patience, listener, subprotocols);
    }

    /** How many of the frames were binary. */
    public int binaryFrames() {
        return binaryFrames.get();
    }

    /** The subprotocol the server chose, or empty. */
    public String subprotocol() {
        return socket.getSubprotocol();
    }

    /** Who this is since {@code welcome}, or empty. */
    public String name() {
        return name;
    }

    /** What {@code welcome} gave to prove the name, or empty. */
    public String token() {
        return token;
    }

    /** How many bytes its frames held so far. */
    public synchronized long bytesSent() {
        return bytesSent;
    }

    /** How many bytes the frames held that have come so far. */
    public long bytesReceived() {
        return bytesReceived.get();
    }

    /** Sends one object without waiting for anything. */
    public void send(String type, Object... fields) {
        sendText(object(type, fields).toString());
    }

    /** Sends this text as one frame. */
    public synchronized void sendText(String text) {
        bytesSent += text.getBytes(StandardCharsets.UTF_8).length;
        lastSend = lastSend.thenCompose(sent -> socket.sendText(text, true));
    }

    /** Sends one object and returns its reply, an {@code error} too; adds an id where the fields name none. */
    @CanIgnoreReturnValue
    public JsonObject request(String type, Object... fields) {
        JsonObject request = object(type, fields);
        if (!request.containsKey("id")) {
            request = Json.createObjectBuilder(request)
                    .add("id", Integer.toString(ids.incrementAndGet()))
                    .build();
        }
        sendText(request.toString());
        return reply(request.getString("id"));
    }

    /** The one reply to the request with this id. */
    public JsonObject reply(String id) {
        return await(
                "reply to " + id,
                object -> id.equals(object.getString("id", null))
                        && !object.getString("type").equals("message"));
    }

    /** Logs in as whoever the server has signed in. */
    @CanIgnoreReturnValue
    public JsonObject login() {
        return welcomed(request("login"));
    }

    /** Logs in and remembers the token. */
    @CanIgnoreReturnValue
    public JsonObject login(String as) {
        return welcomed(request("login", "name", as));
    }

    /** Logs in with what an earlier {@code welcome} gave. */
    @CanIgnoreReturnValue
    public JsonObject login(String as, String proof) {
        return welcomed(request("login", "name", as, "token", proof));
    }

    private JsonObject welcomed(JsonObject reply) {
        JsonObject welcome = expect("welcome", reply);
        name = welcome.getJsonObject("user").getString("name");
        token = welcome.getString("token", "");
        return welcome;
    }

    @CanIgnoreReturnValue
    public JsonObject join(String room) {
        return expect("joined", request("join", "room", room));
    }

    /** Joins and asks for what was missed since. */
    @CanIgnoreReturnValue
    public JsonObject join(String room, String epoch, long seq) {
        JsonObject after =
                Json.createObjectBuilder().add("epoch", epoch).add("seq", seq).build();
        return expect("joined", request("join", "room", room, "after", after));
    }

    @CanIgnoreReturnValue
    public JsonObject leave(String room) {
        return expect("left", request("leave", "room", room));
    }

    @CanIgnoreReturnValue
    public JsonObject say(String room, String text) {
        return say(room, text, UUID.randomUUID().toString());
    }

    @CanIgnoreReturnValue
    public JsonObject say(String room, String text, String id) {
        return expect("ack", request("say", "room", room, "text", text, "id", id));
    }

    /** The next object of this type that nobody has taken yet. */
    @CanIgnoreReturnValue
    public JsonObject await(String type) {
        return await(type, object -> object.getString("type").equals(type));
    }

    /** The next object of this type and room that nobody has taken yet. */
    @CanIgnoreReturnValue
    public JsonObject await(String type, String room) {
        return await(
                type + " in " + room,
                object -> object.getString("type").equals(type) && room.equals(object.getString("room", null)));
    }

    /** The next object that fits and that nobody has taken yet. */
    @CanIgnoreReturnValue
    public JsonObject await(String what, Predicate<JsonObject> fits) {
        return inbox.take(what, fits, patience);
    }

    /** Waits for the message with this text. */
    @CanIgnoreReturnValue
    public JsonObject awaitMessage(String room, String text) {
        return await(
                "message '" + text + "' in " + room,
                object -> object.getString("type").equals("message")
                        && object.getString("room").equals(room)
                        && object.getString("text").equals(text));
    }

    /** Everything that has come so far, in order. */
    public List<JsonObject> all() {
        return inbox.all();
    }

    /** Everything of one type and room that has come so far, in order. */
    public List<JsonObject> all(String type, String room) {
        return inbox.all().stream()
                .filter(object -> object.getString("type").equals(type))
                .filter(object -> room.equals(object.getString("room", null)))
                .toList();
    }

    /** The frames as they came, several objects in one where that was agreed. */
    public List<String> frames() {
        return List.copyOf(frames);
    }

    /** Waits for the end of the connection. */
    public Closed awaitClose() {
        return awaitClose(patience);
    }

    /** Waits for the end of the connection. */
    public Closed awaitClose(Duration patience) {
        try {
            return closed.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("still open after " + patience, e);
        } catch (ExecutionException e) {
            throw new CompletionException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    public boolean isOpen() {
        return !closed.isDone();
    }

    /** Loses the connection without a close frame. */
    public void drop() {
        socket.abort();
        finish(new Closed(Closed.LOST, "dropped by the test"));
    }

    /** Closes politely and waits until the server has answered. */
    @Override
    public void close() {
        if (isOpen()) {
            synchronized (this) {
                lastSend = lastSend.exceptionally(failure -> null)
                        .thenCompose(sent -> socket.sendClose(WebSocket.NORMAL_CLOSURE, ""));
            }
            try {
                closed.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException e) {
                socket.abort();
            }
        }
        socket.abort();
    }

    private static JsonObject expect(String type, JsonObject reply) {
        if (!reply.getString("type").equals(type)) {
            throw new AssertionError("expected " + type + ", got " + reply);
        }
        return reply;
    }

    /** {@code {"type":type, …}} of fields in pairs; the values are strings, numbers, booleans or JSON. */
    public static JsonObject object(String type, Object... fields) {
        JsonObjectBuilder object = Json.createObjectBuilder().add("type", type);
        for (int i = 0; i < fields.length; i += 2) {
            String name = (String) fields[i];
            Object value = fields[i + 1];
            if (value instanceof JsonValue json) {
                object.add(name, json);
            } else if (value instanceof Integer number) {
                object.add(name, number);
            } else if (value instanceof Long number) {
                object.add(name, number);
            } else if (value instanceof Boolean truth) {
                object.add(name, truth);
            } else {
                object.add(name, (String) value);
            }
        }
        return object.build();
    }

    public static JsonObject parse(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private void finish(Closed how) {
        closed.complete(how);
        inbox.end(how.code() + " " + how.reason());
    }

    private final class Ear implements WebSocket.Listener {

        private final StringBuilder partial = new StringBuilder();
        private final ByteArrayOutputStream binary = new ByteArrayOutputStream();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                arrived(partial.toString(), LINES.equals(from.getSubprotocol()));
                partial.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
            byte[] part = new byte[data.remaining()];
            data.get(part);
            binary.writeBytes(part);
            if (last) {
                binaryFrames.incrementAndGet();
                arrived(binary.toString(StandardCharsets.UTF_8), true);
                binary.reset();
            }
            from.request(1);
            return null;
        }

        private void arrived(String frame, boolean lines) {
            bytesReceived.addAndGet(frame.getBytes(StandardCharsets.UTF_8).length);
            if (listener == KEEPS_ALL) {
                frames.add(frame);
            }
            (lines ? frame.lines() : List.of(frame).stream())
                    .map(ChatClient::parse)
                    .filter(listener.negate())
                    .forEach(inbox::add);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            finish(new Closed(code, reason));
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable fault) {
            finish(new Closed(Closed.LOST, fault.toString()));
        }
    }
}
