package chat.parley.room;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** What waits to be sent to one connection alone. Takes no memory while nothing waits. Safe for use by all threads. */
final class Replies {
    /** A client that asks on and never reads is cut off at as many chars. */
    static final int MAX_CHARS = 1024 * 1024;

    @GuardedBy("this")
    private @Nullable ArrayDeque<String> waiting;

    @GuardedBy("this")
    private int chars;

    /** Adds one. Returns how many chars wait now. */
    synchronized int add(String json) {
        if (waiting == null) {
            waiting = new ArrayDeque<>(2);
        }
        waiting.add(json);
        chars += json.length();
        return chars;
    }

    /** The next one, or with {@code lines} as many as fit into a frame; null when none waits. */
    synchronized @Nullable String take(boolean lines) {
        ArrayDeque<String> queue = waiting;
        if (queue == null) {
            return null;
        }
        String text = queue.remove();
        chars -= text.length();
        if (lines && !queue.isEmpty()) {
            text = joinLocked(text, queue);
        }
        if (queue.isEmpty()) {
            waiting = null;
        }
        return text;
    }

    @GuardedBy("this")
    private String joinLocked(String first, ArrayDeque<String> queue) {
        StringBuilder joined = new StringBuilder(first);
        while (!queue.isEmpty() && joined.length() < Backlog.MAX_FRAME) {
            String next = queue.remove();
            chars -= next.length();
            joined.append('\n').append(next);
        }
        return joined.toString();
    }

    synchronized boolean isEmpty() {
        return waiting == null;
    }
}
