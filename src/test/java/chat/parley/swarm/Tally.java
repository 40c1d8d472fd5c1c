package chat.parley.swarm;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts by the names of the server's figures: {@code messagesIn}, {@code closesByCode.1000}.
 *
 * <p><b>Concurrency:</b> any thread may count and ask.
 */
public final class Tally {
    private static final List<String> COUNTERS = List.of(
            "connectionsOpened", "messagesIn", "messagesOut", "bytesIn", "bytesOut", "slowConsumers", "resumes");

    private static final List<String> BY_CODE = List.of("rejectsByCode", "closesByCode");

    private final Map<String, Long> counts = new ConcurrentHashMap<>();

    /** What the server has counted since it started, as its figures have it in JSON. */
    public static Map<String, Long> of(JsonObject figures) {
        Map<String, Long> counts = new TreeMap<>();
        COUNTERS.forEach(name -> counts.put(name, whole(figures.get(name))));
        BY_CODE.forEach(name ->
                figures.getJsonObject(name).forEach((code, count) -> counts.put(name + "." + code, whole(count))));
        return counts;
    }

    private static long whole(JsonValue number) {
        return Long.parseLong(number.toString());
    }

    void add(String name, long count) {
        counts.merge(name, count, Long::sum);
    }

    Map<String, Long> now() {
        return new TreeMap<>(counts);
    }
}
