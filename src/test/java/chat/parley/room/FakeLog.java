package chat.parley.room;

import chat.parley.model.Draft;
import chat.parley.model.Event;
import chat.parley.model.RoomName;
import chat.parley.model.RoomTopic;
import chat.parley.model.User;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** A log that counts who needs which room, and has nothing in it. What happens while it opens or reads, the test says. */
final class FakeLog implements MessageLog {
    Runnable whileOpening = () -> {};
    Runnable whileReading = () -> {};
    private final Map<RoomName, Integer> opened = new ConcurrentHashMap<>();
    private final Map<RoomName, RoomTopic> topics = new ConcurrentHashMap<>();

    @Override
    public CompletionStage<Head> open(RoomName room, boolean create) {
        opened.merge(room, 1, Integer::sum);
        whileOpening.run();
        return CompletableFuture.completedStage(new Head("epoch", 0, topic(room)));
    }

    @Override
    public void close(RoomName room) {
        opened.merge(room, -1, Integer::sum);
    }

    /** How many times the room has been opened and not closed. */
    int opened(RoomName room) {
        return opened.getOrDefault(room, 0);
    }

    @Override
    public CompletionStage<Appended> append(Draft draft) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long lastSeq(RoomName room) {
        return 0;
    }

    @Override
    public CompletionStage<RoomTopic> setTopic(RoomName room, String text, User by) {
        RoomTopic topic = new RoomTopic(text, by.name().display(), FakeTime.START);
        topics.put(room, topic);
        return CompletableFuture.completedStage(topic);
    }

    @Override
    public RoomTopic topic(RoomName room) {
        return topics.getOrDefault(room, RoomTopic.NONE);
    }

    @Override
    public CompletionStage<Event> delete(RoomName room, long seq, User by, AuditEntry entry) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Health health() {
        return new Health(false, "", false);
    }

    @Override
    public CompletionStage<Page> read(RoomName room, long first, long last) {
        whileReading.run();
        return CompletableFuture.completedStage(new Page(List.of(), false));
    }
}
