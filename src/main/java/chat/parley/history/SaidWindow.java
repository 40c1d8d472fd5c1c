package chat.parley.history;

import chat.parley.model.Draft;
import chat.parley.model.Event;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was said lately, by its id: most of what is said twice is said again soon. For one thread at a time. */
final class SaidWindow {
    private static final int MAX_EVENTS = 50_000;
    private static final long MAX_CHARS = 8L << 20;

    private final Map<SaidId, Event> said = new LinkedHashMap<>();
    private long chars;

    void add(Event event) {
        if (said.putIfAbsent(SaidId.of(event), event) == null) {
            chars += event.text().length();
        }
        Iterator<Event> oldest = said.values().iterator();
        while (said.size() > MAX_EVENTS || (chars > MAX_CHARS && said.size() > 1)) {
            chars -= oldest.next().text().length();
            oldest.remove();
        }
    }

    @Nullable
    Event find(Draft draft) {
        return said.get(SaidId.of(draft));
    }
}
