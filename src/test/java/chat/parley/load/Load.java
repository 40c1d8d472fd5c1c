package chat.parley.load;

import chat.parley.testing.ServerKind;
import chat.parley.testing.ServerProcess;
import java.util.stream.Stream;

/** What the loads share, those of the log among them. */
public final class Load {

    private static final boolean FULL = "full".equals(System.getProperty("parley.load"));

    private Load() {}

    /** The size that is promised, or a smaller one that shows the same in less time. */
    public static int size(int promised, int shortened) {
        return FULL ? promised : shortened;
    }

    /** All kinds of servers, or this one that shows the same in less time. */
    public static Stream<ServerKind> kinds(ServerKind shortened) {
        return FULL ? Stream.of(ServerKind.values()) : Stream.of(shortened);
    }

    /**
     * Times and memory, which a busy machine spoils and the short run is too short for: held to the promise in the full run
     * ({@code mvn verify -Dparley.load=full} on a machine that does nothing else), and reported in both. That nothing is
     * lost, doubled or left behind is held always.
     */
    public static void measured(Runnable promise) {
        if (FULL) {
            promise.run();
        }
    }

    /** For people, with the results of the tests. */
    public static void report(ServerProcess server, String what, Object... values) {
        report(server.name(), what, values);
    }

    public static void report(Object where, String what, Object... values) {
        System.out.printf("Load on %s: %s%n", where, what.formatted(values));
    }
}
