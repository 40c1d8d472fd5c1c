package chat.parley.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Free ports on loopback for servers that keep theirs over restarts. They lie below the range from which the system
 * takes the ports of outgoing connections, or a test's clients could sit on the port of a server that is just down. Tests that
 * run side by side have ranges of their own.
 */
final class FreePorts {
    private static final int FORKS = 4;
    private static final int RANGE = 3_000;
    private static final int FIRST = 20_000 + RANGE * (Integer.getInteger("surefire.forkNumber", 0) % FORKS);
    private static final int END = FIRST + RANGE;
    private static final Set<Integer> GIVEN = new HashSet<>();

    private FreePorts() {}

    /** A port that nobody listens on now and that no earlier call in this JVM has given. */
    static synchronized int next() {
        for (int attempt = 0; attempt < 1_000; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, END);
            if (!GIVEN.contains(port) && isFree(port)) {
                GIVEN.add(port);
                return port;
            }
        }
        throw new IllegalStateException("No free port between " + FIRST + " and " + END);
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
