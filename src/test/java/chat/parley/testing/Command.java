package chat.parley.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** One run of a server's own command line tool, on the JDK of this test run. Blocks until the tool has ended. */
public record Command(List<String> line, int exitCode, String output) {

    /** What JVMs are started with that live too briefly for their code to be worth optimising; nothing where times are measured. */
    static List<String> hastyJvm() {
        String options = System.getProperty("it.hasty-jvm", "");
        return options.isBlank() ? List.of() : List.of(options.split(" "));
    }

    /** Runs it to its end. */
    public static Command run(ProcessBuilder builder) {
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Command(builder.command(), process.waitFor(), output);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(builder.command() + " was interrupted", interrupted);
        }
    }

    /** A process of a server's script, on the JDK of this test run; its output is one stream. */
    public static ProcessBuilder builder(Path tool, List<String> arguments) {
        ProcessBuilder builder = new ProcessBuilder();
        builder.command().add(tool.toString());
        builder.command().addAll(arguments);
        builder.redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("AS_JAVA", System.getProperty("java.home"));
        builder.environment().keySet().removeAll(List.of("JAVA_OPTS", "JBOSS_HOME", "JAVA_TOOL_OPTIONS"));
        builder.environment().put("AS_EXTRA_JAVA_OPTS", String.join(" ", hastyJvm()));
        return builder;
    }

    public boolean succeeded() {
        return exitCode == 0;
    }

    /** What the tool printed; fails with it when the tool has failed. */
    public String outputOfSuccess() {
        if (!succeeded()) {
            throw new AssertionError(String.join(" ", line) + " ended with " + exitCode + ":\n" + output);
        }
        return output;
    }
}
