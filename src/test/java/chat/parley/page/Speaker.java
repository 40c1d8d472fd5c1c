package chat.parley.page;

import chat.parley.testing.ChatClient;
import chat.parley.testing.ServerProcess;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Somebody in a room who has no page, and much to say. */
final class Speaker implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** So many are on their way at once, which a server stores together. */
    private static final int AT_ONCE = 100;

    private final Semaphore free = new Semaphore(AT_ONCE);
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ChatClient client;
    private final String room;

    Speaker(ServerProcess server, String name, String room) {
        this.room = room;
        client = ChatClient.connect(server.socket(), PATIENCE, this::hears, ChatClient.LINES);
        client.login(name);
        client.join(room);
    }

    /** Says these, in this order, and comes back when all are stored. */
    void say(String... texts) {
        say(List.of(texts));
    }

    void say(List<String> texts) {
        texts.forEach(this::begin);
        if (!take(AT_ONCE)) {
            throw new AssertionError("Not acknowledged within " + PATIENCE);
        }
        free.release(AT_ONCE);
    }

    /** Says so many, numbered from 1. */
    void say(int count, IntFunction<String> text) {
        say(IntStream.rangeClosed(1, count).mapToObj(text).toList());
    }

    /** Says something again and again, until this is closed. */
    void keepSaying(int perSecond, IntFunction<String> text) {
        AtomicInteger number = new AtomicInteger();
        long period = TimeUnit.SECONDS.toMicros(1) / perSecond;
        var unused = clock.scheduleAtFixedRate(
                () -> begin(text.apply(number.incrementAndGet())), 0, period, TimeUnit.MICROSECONDS);
    }

    @Override
    public void close() {
        clock.shutdownNow();
        client.close();
    }

    private void begin(String text) {
        if (take(1)) {
            client.send(
                    "say", "room", room, "text", text, "id", UUID.randomUUID().toString());
        }
    }

    private boolean take(int count) {
        try {
            return free.tryAcquire(count, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What comes is not kept, but for the answers that are waited for. */
    private boolean hears(JsonObject object) {
        String type = object.getString("type");
        if (type.equals("ack")) {
            free.release();
        }
        return !type.equals("welcome") && !type.equals("joined") && !type.equals("error");
    }
}
