package chat.parley.lifecycle;

import chat.parley.testing.ChatClient;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who says things as fast as a small window of unacknowledged ones allows, and loses nothing, as the protocol describes:
 * comes back, joins with {@code after}, and says again what was not acknowledged.
 *
 * <p><b>Concurrency:</b> a thread of its own talks, the connection's listens; anybody may ask.
 */
final class Talker {
    private static final int WINDOW = 4;
    private static final int PAGE = 100;
    private static final Duration RETRY = Duration.ofMillis(100);

    /** A server that comes and goes may have forgotten a connection: whoever gets no answer by then comes back. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** What the client waits for. */
    private static final Set<String> REPLIES = Set.of("welcome", "joined", "history", "error");

    private final URI server;
    private final String name;
    private final List<String> rooms;
    private final Thread thread;
    private String token = "";
    private volatile boolean over;
    private volatile String trouble = "";

    @GuardedBy("this")
    private final Map<String, Transcript> transcripts = new TreeMap<>();

    @GuardedBy("this")
    private final Map<String, Said> said = new HashMap<>();

    @GuardedBy("this")
    private final Map<String, Said> unacknowledged = new LinkedHashMap<>();

    /** Of those without an ack, which to say now. */
    @GuardedBy("this")
    private final Deque<Said> again = new ArrayDeque<>();

    @GuardedBy("this")
    private final Map<String, Long> acknowledged = new HashMap<>();

    @GuardedBy("this")
    private final Map<String, Integer> errors = new TreeMap<>();

    @GuardedBy("this")
    private final List<String> faults = new ArrayList<>();

    @GuardedBy("this")
    private boolean silent;

    /** Counts the connections; what a former one still hears does not count. */
    @GuardedBy("this")
    private int connection;

    @GuardedBy("this")
    private int visits;

    /** After an error, nothing is said for a moment. */
    @GuardedBy("this")
    private long patientUntil = System.nanoTime();

    Talker(URI server, String name, List<String> rooms) {
        this.server = server;
        this.name = name;
        this.rooms = rooms;
        for (String room : rooms) {
            transcripts.put(room, new Transcript());
        }
        thread = new Thread(this::run, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        while (!over) {
            int number = nextConnection();
            try (ChatClient client =
                    ChatClient.connect(server, PATIENCE, object -> hear(number, object), ChatClient.LINES)) {
                enter(client);
                talk(client);
            } catch (CompletionException | AssertionError notYet) {
                trouble = notYet.toString();
            }
            Traffic.sleep(RETRY);
        }
    }

    private synchronized int nextConnection() {
        return ++connection;
    }

    private void enter(ChatClient client) {
        if (token.isEmpty()) {
            client.login(name);
        } else {
            client.login(name, token);
        }
        token = client.token();
        for (String room : rooms) {
            join(client, room);
        }
        entered();
    }

    /** Fetches page after page what was missed, where it was more than comes with the join. */
    private void join(ChatClient client, String room) {
        String epoch = epoch(room);
        if (epoch.isEmpty()) {
            client.join(room);
        } else {
            client.join(room, epoch, last(room));
        }
        for (long before = gap(room); before > 0; before = gap(room)) {
            missed(room, client.request("history", "room", room, "before", before, "limit", PAGE));
        }
    }

    private synchronized void missed(String room, JsonObject page) {
        if (!page.getString("type").equals("history")) {
            throw new AssertionError("no history: " + page);
        }
        note(transcripts.get(room).page(page));
    }

    private synchronized void entered() {
        visits++;
        again.clear();
        again.addAll(unacknowledged.values());
    }

    private void talk(ChatClient client) {
        try {
            while (client.isOpen() && !over) {
                Said next = next();
                if (next != null) {
                    client.send("say", "id", next.id(), "room", next.room(), "text", next.text());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            over = true;
        }
    }

    /** What to say now; null when a while has passed and there was nothing. */
    private synchronized @Nullable Said next() throws InterruptedException {
        if (System.nanoTime() - patientUntil >= 0) {
            if (!again.isEmpty()) {
                return again.remove();
            }
            if (!silent && unacknowledged.size() < WINDOW) {
                return fresh();
            }
        }
        wait(20);
        return null;
    }

    @GuardedBy("this")
    private Said fresh() {
        int number = said.size();
        String room = rooms.get(number % rooms.size());
        Said fresh = new Said(room, name, name + "-" + number, name + " says " + number + " in " + room);
        said.put(fresh.id(), fresh);
        unacknowledged.put(fresh.id(), fresh);
        return fresh;
    }

    /** Whether nobody else needs to know. */
    private synchronized boolean hear(int number, JsonObject object) {
        String type = object.getString("type");
        if (number == connection) {
            switch (type) {
                case "message" -> note(transcripts.get(object.getString("room")).live(object));
                case "joined" -> note(transcripts.get(object.getString("room")).joined(object));
                case "ack" -> acknowledged(object);
                case "resync" -> faults.add(name + " was too slow: " + object);
                case "error" -> {
                    return refused(object);
                }
                default -> {}
            }
        }
        return !REPLIES.contains(type);
    }

    @GuardedBy("this")
    private void note(List<String> wrong) {
        wrong.forEach(what -> faults.add(name + ": " + what));
    }

    @GuardedBy("this")
    private void acknowledged(JsonObject ack) {
        String id = ack.getString("id");
        long seq = Transcript.seq(ack);
        Long before = acknowledged.putIfAbsent(id, seq);
        if (before != null && before != seq) {
            faults.add(name + ": " + id + " was acknowledged at " + before + " and at " + seq);
        }
        unacknowledged.remove(id);
        notifyAll();
    }

    @GuardedBy("this")
    private boolean refused(JsonObject error) {
        Said refused = unacknowledged.get(error.getString("id", ""));
        if (refused == null) {
            return false;
        }
        errors.merge(error.getString("code"), 1, Integer::sum);
        again.add(refused);
        patientUntil = System.nanoTime() + RETRY.toNanos();
        return true;
    }

    /** Says nothing new any more, only again what was not acknowledged. */
    synchronized void fallSilent() {
        silent = true;
    }

    synchronized boolean hasAllAcknowledged() {
        return unacknowledged.isEmpty();
    }

    String name() {
        return name;
    }

    /** What kept it from coming in, the last time that something did. */
    String trouble() {
        return trouble;
    }

    /** Everything it has said, by id. */
    synchronized Map<String, Said> said() {
        return Map.copyOf(said);
    }

    /** The seqs of what was acknowledged, by id. */
    synchronized Map<String, Long> acknowledged() {
        return Map.copyOf(acknowledged);
    }

    synchronized int acknowledgements() {
        return acknowledged.size();
    }

    /** How often a message was refused, by the code of the error. */
    synchronized Map<String, Integer> errors() {
        return Map.copyOf(errors);
    }

    /** How often it came in. */
    synchronized int visits() {
        return visits;
    }

    /** What it was told that cannot be. */
    synchronized List<String> faults() {
        return List.copyOf(faults);
    }

    private synchronized String epoch(String room) {
        return transcripts.get(room).epoch();
    }

    private synchronized long gap(String room) {
        return transcripts.get(room).gap();
    }

    /** How far it has seen that room. */
    synchronized long last(String room) {
        return transcripts.get(room).last();
    }

    /** That room as it saw it. */
    synchronized SortedMap<Long, Said> transcript(String room) {
        return new TreeMap<>(transcripts.get(room).bySeq());
    }

    /** Leaves for good. */
    void leave() {
        over = true;
        try {
            thread.join(TimeUnit.SECONDS.toMillis(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
