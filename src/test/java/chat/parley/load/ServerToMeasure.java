package chat.parley.load;

import chat.parley.testing.ServerKind;
import chat.parley.testing.ServerProcess;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Runs a real server with Parley for a load generator, until its standard input ends. Prints a line of its WebSocket address and its
 * process id.
 *
 * <p>Arguments: {@code WILDFLY} or {@code PAYARA}; then JVM options, which begin with a dash, and settings such as
 * {@code parley.history=memory}. How to call it: docs/PERFORMANCE.md.
 */
public final class ServerToMeasure {

    private ServerToMeasure() {}

    /** Runs until the standard input ends. */
    public static void main(String[] arguments) throws IOException {
        Map<Boolean, List<String>> rest =
                Arrays.stream(arguments).skip(1).collect(Collectors.partitioningBy(word -> word.startsWith("-")));
        Map<String, String> settings = rest.get(false).stream()
                .map(setting -> setting.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        try (ServerProcess server =
                ServerKind.valueOf(arguments[0]).start(settings, rest.get(true).toArray(String[]::new))) {
            System.out.println(server.socket() + " " + server.pid());
            while (System.in.read() >= 0) {
                // Until whoever started it closes the pipe
            }
        }
    }
}
