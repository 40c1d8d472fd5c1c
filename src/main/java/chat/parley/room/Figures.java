package chat.parley.room;

import chat.parley.protocol.CloseCode;
import chat.parley.protocol.ErrorCode;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** What has been counted since the start. Safe for use by all threads; reading sees roughly now. */
@Singleton
public class Figures {
    /** Of RFC 6455 and its registry. Clients may make up thousands more, which are counted as one. */
    private static final List<Integer> STANDARD_CLOSES =
            List.of(1000, 1001, 1002, 1003, 1005, 1006, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 1015);

    private final LongAdder messagesIn = new LongAdder();
    private final LongAdder messagesOut = new LongAdder();
    private final LongAdder slowConsumers = new LongAdder();
    private final LongAdder resumes = new LongAdder();
    private final LongAdder opened = new LongAdder();
    private final LongAdder bytesIn = new LongAdder();
    private final LongAdder bytesOut = new LongAdder();
    private final LongAccumulator mostBehind = new LongAccumulator(Math::max, 0);
    private final LongAccumulator mostWaitingReplies = new LongAccumulator(Math::max, 0);
    private final Map<ErrorCode, LongAdder> rejects = new EnumMap<>(ErrorCode.class);
    private final Map<Integer, LongAdder> closes = new TreeMap<>();
    private final LongAdder otherCloses = new LongAdder();

    public Figures() {
        for (ErrorCode code : ErrorCode.values()) {
            rejects.put(code, new LongAdder());
        }
        for (CloseCode code : CloseCode.values()) {
            closes.put(code.code(), new LongAdder());
        }
        STANDARD_CLOSES.forEach(code -> closes.put(code, new LongAdder()));
    }

    void messageIn() {
        messagesIn.increment();
    }

    void messagesOut(int count) {
        messagesOut.add(count);
    }

    void slowConsumer() {
        slowConsumers.increment();
    }

    void resume() {
        resumes.increment();
    }

    void opened() {
        opened.increment();
    }

    void closed(int code) {
        closes.getOrDefault(code, otherCloses).increment();
    }

    void bytesIn(int count) {
        bytesIn.add(count);
    }

    void bytesOut(int count) {
        bytesOut.add(count);
    }

    /** So many events of a room are still to be sent to one of its members. */
    void behind(long events) {
        mostBehind.accumulate(events);
    }

    /** So many chars wait to be sent to one connection alone. */
    void waitingReplies(int chars) {
        mostWaitingReplies.accumulate(chars);
    }

    void reject(ErrorCode code) {
        LongAdder adder = rejects.get(code);
        if (adder != null) {
            adder.increment();
        }
    }

    /** Messages stored. */
    public long messagesIn() {
        return messagesIn.sum();
    }

    /** Messages handed to connections: one said to a room of ten counts ten times. */
    public long messagesOut() {
        return messagesOut.sum();
    }

    /** Connections that fell off a room's backlog or missed the write deadline. */
    public long slowConsumers() {
        return slowConsumers.sum();
    }

    /** Joins that recovered exactly what was missed. */
    public long resumes() {
        return resumes.sum();
    }

    /** Connections that have come, those included that were refused. */
    public long connectionsOpened() {
        return opened.sum();
    }

    /** Bytes in frames that clients sent. */
    public long bytesIn() {
        return bytesIn.sum();
    }

    /** Bytes in frames that were handed to connections. */
    public long bytesOut() {
        return bytesOut.sum();
    }

    /** How many events of a room the member furthest behind had still to be sent, at the worst moment. */
    public long mostBehind() {
        return mostBehind.get();
    }

    /** How many chars of replies waited for one connection, at the worst moment. */
    public long mostWaitingReplies() {
        return mostWaitingReplies.get();
    }

    /** How many connections ended with each close code, by its number or {@code other}; those that never did are left out. */
    public Map<String, Long> closesByCode() {
        Map<String, Long> counts = new TreeMap<>();
        closes.forEach((code, adder) -> {
            if (adder.sum() > 0) {
                counts.put(code.toString(), adder.sum());
            }
        });
        if (otherCloses.sum() > 0) {
            counts.put("other", otherCloses.sum());
        }
        return counts;
    }

    /** How often each error was answered, by its wire name; those that never were are left out. */
    public Map<String, Long> rejectsByCode() {
        Map<String, Long> counts = new TreeMap<>();
        rejects.forEach((code, adder) -> {
            if (adder.sum() > 0) {
                counts.put(code.wireName(), adder.sum());
            }
        });
        return counts;
    }
}
