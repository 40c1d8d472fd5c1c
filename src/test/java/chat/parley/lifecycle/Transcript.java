package chat.parley.lifecycle;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A room as one client saw it, over all its connections: live, where each message comes once and next, and in pages, where one may
 * come again. What it takes in, it answers with what is wrong with that. Not for several threads at once.
 */
final class Transcript {
    private final SortedMap<Long, Said> bySeq = new TreeMap<>();
    private String epoch = "";

    /** Where what was missed begins and ends again; it is fetched from its end, and none when both are the same. */
    private long missedAfter;

    private long missedBefore;

    /** The last seq seen, 0 when there is none. */
    long last() {
        return bySeq.isEmpty() ? 0 : bySeq.lastKey();
    }

    /** Of the room's log, empty before the first join. */
    String epoch() {
        return epoch;
    }

    SortedMap<Long, Said> bySeq() {
        return bySeq;
    }

    /** Before which seq there is something that was missed; 0 when there is nothing. */
    long gap() {
        return missedBefore > missedAfter + 1 ? missedBefore : 0;
    }

    List<String> joined(JsonObject joined) {
        if (gap() == 0) {
            missedAfter = last();
        }
        missedBefore = seq(joined) + 1;
        List<String> wrong = page(joined);
        String now = joined.getString("epoch");
        if (!epoch.isEmpty() && !epoch.equals(now)) {
            wrong.add("the log of " + joined.getString("room") + " began anew");
        }
        epoch = now;
        return wrong;
    }

    List<String> page(JsonObject page) {
        List<String> wrong = new ArrayList<>();
        for (JsonObject event : page.getJsonArray("events").getValuesAs(JsonObject.class)) {
            missedBefore = Math.min(missedBefore, seq(event));
            note(event, wrong);
        }
        return wrong;
    }

    List<String> live(JsonObject message) {
        List<String> wrong = new ArrayList<>();
        if (seq(message) != last() + 1) {
            wrong.add("after seq " + last() + " came " + message);
        }
        note(message, wrong);
        return wrong;
    }

    private void note(JsonObject message, List<String> wrong) {
        Said said = Said.of(message);
        Said before = bySeq.putIfAbsent(seq(message), said);
        if (before != null && !before.equals(said)) {
            wrong.add("instead of " + before + " came " + message);
        }
    }

    static long seq(JsonObject object) {
        return object.getJsonNumber("seq").longValueExact();
    }
}
