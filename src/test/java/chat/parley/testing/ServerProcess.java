package chat.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.postgresql.Driver;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A real server with Parley in it: unpacked by Maven, run from a base directory of its own below {@code target}, on
 * loopback ports that it keeps over restarts. Every method returns when its effect is there: after {@link #start},
 * {@link #deploy} and {@link #redeploy} the page answers.
 *
 * <p>The server dies with this JVM. Not for several threads at once.
 */
public abstract class ServerProcess implements TestServer {
    /** Not {@code parley.war}, which would be at {@code /parley} even if the WAR did not say so itself. */
    protected static final String DEPLOYMENT = "under-test-0.1";

    /** What administrators run. */
    static final Path SCRIPTS = Path.of("server-config").toAbsolutePath();

    /** Longer than a server takes to boot on two busy cores, by far. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Pattern STACK_TRACE = Pattern.compile("^\\s+at [\\w.$/@<>-]+\\(.*\\)\\s*$|^\\s*Caused by: ");

    private final String name;
    private final int port;
    private final Path base;
    private final Map<String, String> environment = new HashMap<>();
    private boolean deployed;
    private Process launcher;
    private ProcessHandle server;

    /** Makes the server's base directory and starts nothing yet. */
    protected ServerProcess(String name, Path pristineBase) {
        this.name = name;
        this.port = FreePorts.next();
        this.base =
                Folders.unused(targetDirectory().resolve("test-servers"), name.toLowerCase(Locale.ROOT) + "-" + port);
        try {
            Files.createDirectories(base.getParent());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Folders.copy(pristineBase, base);
        Runtime.getRuntime().addShutdownHook(new Thread(this::killAll, "kill " + name));
    }

    /** The server's script, run in the foreground, so that it lives as long as the server. */
    protected abstract ProcessBuilder launch();

    /** Where the server's JVM, or the script that starts it, leaves its process id. */
    protected abstract Path pidFile();

    /** The folder in which the server keeps {@code server.log}. */
    protected abstract Path logs();

    /** Puts the WAR, there already or not, into the running server. */
    protected abstract void install();

    /** Takes the WAR out of the running server. */
    protected abstract void uninstall();

    /** Adds a user to the running server's own realm, with its own tool, as an administrator does. */
    public abstract void addUser(String user, String password, String... groups);

    /** Where the server's own console is. */
    public abstract URI console();

    /** Sets a system property of the running server as its console does. */
    public abstract void setSystemProperty(String key, String value);

    /** Takes one away again. */
    public abstract void removeSystemProperty(String key);

    /** Runs a script of {@code server-config} on the running server and gives what it prints; fails when it does. */
    public abstract String runScript(String name);

    /** Makes a data source for {@link #setDatabase the database}, and has Parley keep its history there when it starts next. */
    public abstract void addDataSource();

    /** Where {@code server-config} will find the database and its driver. Before the server starts. */
    public void setDatabase(PGSimpleDataSource database) {
        environment.put("PARLEY_DB_DRIVER", jarOf(Driver.class).toString());
        environment.put(
                "PARLEY_DB_URL",
                "jdbc:postgresql://%s:%d/%s"
                        .formatted(
                                database.getServerNames()[0],
                                database.getPortNumbers()[0],
                                database.getDatabaseName()));
        environment.put("PARLEY_DB_USER", database.getUser());
        environment.put("PARLEY_DB_PASSWORD", database.getPassword());
    }

    /** Sets a variable for the server, when it starts next, and for its tools and scripts from now on. */
    public void setVariable(String key, String value) {
        environment.put(key, value);
    }

    /** Where a class of the tests' class path is from. */
    public static Path jarOf(Class<?> type) {
        return Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    /** A run of one of the server's tools, or of the server itself: in the environment of both. */
    protected final ProcessBuilder tool(Path tool, List<String> arguments) {
        ProcessBuilder builder = Command.builder(tool, arguments);
        builder.environment().putAll(environment);
        return builder;
    }

    /** Starts the server, with Parley unless that was {@linkplain #undeploy undeployed}. */
    @Override
    public void start() {
        if (isRunning()) {
            throw new IllegalStateException(name + " runs already");
        }
        Folders.delete(pidFile());
        try {
            launcher = launch().redirectOutput(base.resolve("console.log").toFile())
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        awaitWhileRunning(() -> statusOf("/") > 0 && !Folders.read(pidFile()).isBlank());
        server =
                ProcessHandle.of(Long.parseLong(Folders.read(pidFile()).trim())).orElseThrow();
        if (deployed) {
            awaitPage();
        }
    }

    /** Stops the server as an init system does, by SIGTERM: applications are told, clients may be. */
    @Override
    public void stop() {
        if (isRunning()) {
            server.destroy();
            awaitEnd();
        }
    }

    /** Ends the server with SIGKILL: nobody is told. */
    public void kill() {
        if (isRunning()) {
            server.destroyForcibly();
            awaitEnd();
        }
    }

    /** Installs Parley and waits for its page. */
    public void deploy() {
        install();
        deployed = true;
        awaitPage();
    }

    /** Replaces the running Parley by itself, as a new version would. */
    public void redeploy() {
        deploy();
    }

    /** Removes Parley and waits until its page is gone. */
    public void undeploy() {
        uninstall();
        deployed = false;
        awaitWhileRunning(() -> statusOf("/parley/") == 404);
    }

    /** Whether the server's process lives. */
    public boolean isRunning() {
        return launcher != null && launcher.isAlive();
    }

    /** The process id of the server's JVM. */
    public long pid() {
        return server.pid();
    }

    /** The server's JVM, seen from outside; to be closed. A restarted server needs a new one. */
    public ServerJvm jvm() {
        return ServerJvm.of(pid());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public URI socket() {
        return URI.create("ws://127.0.0.1:" + port + "/parley/ws");
    }

    /** The same over TLS, as {@code https://127.0.0.1:40124/parley/}, with a certificate that nobody vouches for. */
    public abstract URI securePage();

    /** Where people go, as {@code http://127.0.0.1:40123/parley/}. */
    public URI page() {
        return at("/parley/");
    }

    /** The server's newest log file. */
    public Path log() {
        return logs().resolve("server.log");
    }

    /** All that the server has logged since it was made, in order. */
    public String logText() {
        return Folders.startingWith(logs(), "server.log").stream()
                .filter(file -> !file.equals(log()))
                .map(Folders::read)
                .collect(Collectors.joining("", "", Folders.read(log())));
    }

    /** The log without the faults that the server commits all by itself and nobody can prevent. */
    protected String withoutOwnFaults(String log) {
        return log;
    }

    /** Fails, showing the place, when the log has a stack trace. */
    public void assertCleanLog() {
        List<String> lines = withoutOwnFaults(logText()).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (STACK_TRACE.matcher(lines.get(i)).find()) {
                List<String> around = lines.subList(Math.max(0, i - 5), Math.min(lines.size(), i + 10));
                assertThat(String.join("\n", around))
                        .as("A stack trace in %s, around line %d", log(), i + 1)
                        .isEmpty();
            }
        }
    }

    @Override
    public void close() {
        stop();
    }

    protected final Path base() {
        return base;
    }

    protected final int port() {
        return port;
    }

    protected static Path war() {
        return Path.of(System.getProperty("parley.war"));
    }

    protected static Path targetDirectory() {
        return Path.of(System.getProperty("target.dir"));
    }

    /** Waits for the condition, and gives up at once when the server has ended. */
    protected final void awaitWhileRunning(Callable<Boolean> condition) {
        await().alias(name + " at port " + port)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(100))
                .failFast(this::failWhenEnded)
                .until(condition);
    }

    private void failWhenEnded() {
        if (!isRunning()) {
            throw new AssertionError(name + " has ended:\n" + Folders.read(base.resolve("console.log")));
        }
    }

    private void awaitPage() {
        awaitWhileRunning(() -> statusOf("/parley/") == 200);
    }

    private void awaitEnd() {
        try {
            if (!launcher.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException(name + " does not end");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** The HTTP status that the server answers there, -1 when nobody answers. */
    private int statusOf(String path) {
        try {
            HttpURLConnection connection = (HttpURLConnection) at(path).toURL().openConnection();
            connection.setConnectTimeout(2_000);
            connection.setReadTimeout(10_000);
            try {
                return connection.getResponseCode();
            } finally {
                connection.disconnect();
            }
        } catch (IOException notYet) {
            return -1;
        }
    }

    /** The script's children too: before it has left a pid file they are all there is to know the server by. */
    private void killAll() {
        if (launcher != null) {
            launcher.descendants().forEach(ProcessHandle::destroyForcibly);
            launcher.destroyForcibly();
        }
        if (server != null) {
            server.destroyForcibly();
        }
    }
}
