package chat.parley.room;

import chat.parley.protocol.ErrorCode;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/** What has been counted since the start. Safe for use by all threads; reading sees roughly now. */
@Singleton
public class Figures {
    private final LongAdder messagesIn = new LongAdder();
    private final LongAdder messagesOut = new LongAdder();
    private final LongAdder slowConsumers = new LongAdder();
    private final LongAdder resumes = new LongAdder();
    private final Map<ErrorCode, LongAdder> rejects = new EnumMap<>(ErrorCode.class);

    public Figures() {
        for (ErrorCode code : ErrorCode.values()) {
            rejects.put(code, new LongAdder());
        }
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
