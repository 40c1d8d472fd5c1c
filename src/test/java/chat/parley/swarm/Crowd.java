package chat.parley.swarm;

import chat.parley.testing.ChatClient;
import chat.parley.testing.Closed;
import chat.parley.testing.Patience;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * People who chat in two rooms as fast as they are answered, while others come, go, return, vanish or break the rules. They count
 * all of it by themselves, by the names of the server's figures.
 *
 * <p>Nobody is sent anything while they leave, so that at the end the count is exact.
 *
 * <p><b>Concurrency:</b> each of them has a thread; anybody may ask for the counts.
 */
public final class Crowd implements AutoCloseable {
    private static final List<String> PROTOCOLS = List.of(ChatClient.SINGLE, ChatClient.LINES, ChatClient.BINARY);
    private static final int TALKERS = 12;
    private static final int RETURNING = 3;
    private static final int RETURNS = 5;

    /** How many bad frames end a connection. */
    private static final int ABUSE = 20;

    private final URI server;
    private final String mark;
    private final List<String> rooms;
    private final int messages;
    private final Map<String, Long> before;

    /** What they set out to do. The server can have counted no more. */
    private final Tally begun = new Tally();

    /** What came of it. The server can have counted no less. */
    private final Tally told = new Tally();

    private final Queue<ChatClient> clients = new ConcurrentLinkedQueue<>();
    private final List<ChatClient> talkers;

    /**
     * Those who will talk log in and join.
     *
     * @param mark makes their names and rooms new
     * @param messages how many each of them will say: few enough that a room keeps all of them in memory, and nobody can fall behind
     * @param before what the server has counted without them
     */
    public Crowd(URI server, String mark, int messages, Map<String, Long> before) {
        this.server = server;
        this.mark = mark;
        this.messages = messages;
        rooms = List.of("one-" + mark, "two-" + mark);
        this.before = before;
        talkers = IntStream.range(0, TALKERS).mapToObj(this::talker).toList();
    }

    private ChatClient talker(int number) {
        ChatClient talker = guest("talker " + mark + " " + number, PROTOCOLS.get(number % PROTOCOLS.size()));
        roomsOf(number).forEach(talker::join);
        return talker;
    }

    /** Every third is in both. */
    private List<String> roomsOf(int talker) {
        return talker % 3 == 2 ? rooms : List.of(rooms.get(talker % 3));
    }

    /** All of it at once. The talkers stay when they have said everything. */
    public CompletableFuture<Void> chat() {
        List<Runnable> lives = new ArrayList<>(List.of(this::vanish, this::abuse, this::sayBeforeLogin));
        IntStream.range(0, TALKERS).forEach(number -> lives.add(() -> talk(number)));
        IntStream.range(0, RETURNING).forEach(number -> lives.add(() -> comeAndGo(number)));
        return CompletableFuture.allOf(lives.stream().map(this::begin).toArray(CompletableFuture[]::new));
    }

    private CompletableFuture<Void> begin(Runnable life) {
        CompletableFuture<Void> lived = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        life.run();
                        lived.complete(null);
                    } catch (Throwable failure) {
                        lived.completeExceptionally(failure);
                    }
                },
                "crowd-" + mark);
        thread.setDaemon(true);
        thread.start();
        return lived;
    }

    private void talk(int number) {
        ChatClient talker = talkers.get(number);
        List<String> own = roomsOf(number);
        List<Refused> refused = refused(own.get(0));
        for (int i = 0; i < messages; i++) {
            begun.add("messagesIn", 1);
            begun.add("messagesOut", TALKERS + RETURNING);
            String room = own.get(i % own.size());
            String text = "ä message, number " + i;
            JsonObject ack = talker.say(room, text, "id-" + i);
            if (i % 5 == 0) {
                talker.say(room, text, ack.getString("id"));
                refuse(talker, refused.get((number + i / 5) % refused.size()));
            }
        }
    }

    /** A frame that is answered with an error of this code. */
    private record Refused(String code, String frame) {}

    /** @param room where they are */
    private static List<Refused> refused(String room) {
        String elsewhere = object("say", "id", "no", "room", "elsewhere", "text", "hello");
        return List.of(
                new Refused("not_joined", elsewhere),
                new Refused("already_joined", object("join", "room", room)),
                new Refused("room_invalid", object("join", "room", "No!")),
                new Refused("too_long", object("say", "id", "no", "room", room, "text", "x".repeat(5_000))),
                new Refused("id_conflict", object("say", "id", "id-0", "room", room, "text", "other words")),
                new Refused("bad_message", object("say", "id", "no", "room", room)),
                new Refused("unknown_type", object("dance")),
                new Refused("bad_json", "{"));
    }

    private static String object(String type, Object... fields) {
        return ChatClient.object(type, fields).toString();
    }

    private void refuse(ChatClient client, Refused refused) {
        begun.add("rejectsByCode." + refused.code(), 1);
        client.sendText(refused.frame());
        String code = client.await("error").getString("code");
        if (!code.equals(refused.code())) {
            throw new AssertionError("expected " + refused.code() + ", got " + code);
        }
    }

    /** Comes back to what was missed, again and again. */
    private void comeAndGo(int number) {
        String name = "returning " + mark + " " + number;
        String room = rooms.get(number % rooms.size());
        ChatClient first = guest(name, ChatClient.LINES);
        JsonObject joined = first.join(room);
        leave(first, room);
        for (int i = 0; i < RETURNS; i++) {
            ChatClient again = connect(ChatClient.LINES);
            again.login(name, first.token());
            begun.add("resumes", 1);
            joined = again.join(
                    room, joined.getString("epoch"), joined.getJsonNumber("seq").longValueExact());
            if (!joined.getBoolean("recovered")) {
                throw new AssertionError("not recovered: " + joined);
            }
            leave(again, room);
        }
    }

    private void leave(ChatClient client, String room) {
        client.leave(room);
        close(client);
    }

    private void close(ChatClient client) {
        begun.add("closesByCode.1000", 1);
        client.close();
    }

    private void vanish() {
        ChatClient client = guest("vanishing " + mark, ChatClient.SINGLE);
        begun.add("closesByCode." + Closed.LOST, 1);
        client.drop();
    }

    private void abuse() {
        ChatClient client = guest("abusive " + mark, ChatClient.SINGLE);
        begun.add("rejectsByCode.bad_json", ABUSE);
        begun.add("closesByCode.4500", 1);
        for (int i = 0; i < ABUSE; i++) {
            client.sendText("no object");
        }
        if (client.awaitClose().code() != 4500) {
            throw new AssertionError("closed with " + client.awaitClose());
        }
    }

    private void sayBeforeLogin() {
        ChatClient client = connect(ChatClient.SINGLE);
        refuse(client, new Refused("not_logged_in", object("say", "id", "1", "room", rooms.get(0), "text", "hello")));
        close(client);
    }

    private ChatClient guest(String name, String protocol) {
        ChatClient guest = connect(protocol);
        guest.login(name);
        return guest;
    }

    private ChatClient connect(String protocol) {
        begun.add("connectionsOpened", 1);
        ChatClient client = ChatClient.connect(server, Patience.USUAL, this::hear, protocol);
        clients.add(client);
        return client;
    }

    /** Whether nobody waits for it. */
    private boolean hear(JsonObject object) {
        String type = object.getString("type");
        switch (type) {
            case "message" -> told.add("messagesOut", 1);
            case "error" -> told.add("rejectsByCode." + object.getString("code"), 1);
            case "joined" -> told.add("resumes", object.getBoolean("recovered") ? 1 : 0);
            case "ack" -> told.add("messagesIn", object.getBoolean("duplicate", false) ? 0 : 1);
            default -> {}
        }
        return type.equals("message") || type.equals("presence");
    }

    /** What the server must have counted by now. */
    public Map<String, Long> atLeast() {
        return afterBefore(told());
    }

    /** What the server can have counted by now. Who is sent what to keep them posted is not theirs to say: bytes out are left out. */
    public Map<String, Long> atMost() {
        Map<String, Long> counts = afterBefore(begun());
        counts.remove("bytesOut");
        return counts;
    }

    /** What the server has counted, and who is there, when all has come to rest. */
    public Map<String, Long> exactly() {
        Map<String, Long> own = begun();
        own.putAll(told());
        Map<String, Long> counts = afterBefore(own);
        counts.put("connections", (long) TALKERS);
        counts.put("people", (long) TALKERS);
        counts.put("rooms", (long) rooms.size());
        return counts;
    }

    private Map<String, Long> begun() {
        Map<String, Long> counts = begun.now();
        counts.put("bytesIn", sum(ChatClient::bytesSent));
        return counts;
    }

    private Map<String, Long> told() {
        Map<String, Long> counts = told.now();
        counts.put("bytesOut", sum(ChatClient::bytesReceived));
        return counts;
    }

    private Map<String, Long> afterBefore(Map<String, Long> own) {
        Map<String, Long> counts = new TreeMap<>(before);
        own.forEach((figure, count) -> counts.merge(figure, count, Long::sum));
        return counts;
    }

    private long sum(ToLongFunction<ChatClient> count) {
        return clients.stream().mapToLong(count).sum();
    }

    @Override
    public void close() {
        clients.forEach(ChatClient::close);
    }
}
