package chat.parley.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import chat.parley.load.Load;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever has an ack may pull the plug: each is preceded by a sync to the disk, as the kernel sees it. Skipped where processes
 * cannot be traced, unless {@code PARLEY_STRACE_REQUIRED} is {@code true}.
 */
class SyncedCommitIT {
    private static final int APPENDS = Load.size(1_000, 100);

    @TempDir
    Path home;

    @TempDir
    Path traces;

    @Test
    void each_ack_of_a_log_in_a_file_follows_a_sync() throws Exception {
        Process log = child();
        try (Trace trace = new Trace(List.of(log.pid()))) {
            log.outputWriter().append("go\n").flush();
            assertThat(log.inputReader().readLine()).isEqualTo("done");
            assertSynced(Engine.SQLITE, trace.syncsOf("parley.db-wal"));
        } finally {
            log.destroy();
        }
    }

    private Process child() throws IOException {
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                SyncedCommitIT.class.getName(),
                home.toString());
        Process child = java.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        assertThat(child.inputReader().readLine()).isEqualTo("ready");
        return child;
    }

    /** The log in a JVM of its own: says that it is ready, and appends when it is told to. */
    public static void main(String[] home) throws Exception {
        try (Bench bench = new Bench(Engine.SQLITE, Path.of(home[0]))) {
            System.out.println("ready");
            if (System.in.read() >= 0) {
                append(bench);
                System.out.println("done");
            }
            // Traced until it is killed.
            TimeUnit.MINUTES.sleep(1);
        }
    }

    private static void append(Bench bench) {
        for (int i = 0; i < APPENDS; i++) {
            bench.append(Bench.draft(Bench.room(i))).toCompletableFuture().join();
        }
    }

    @Test
    void each_ack_of_a_log_in_postgresql_follows_a_sync() throws Exception {
        try (Bench bench = new Bench(Engine.POSTGRESQL, home)) {
            try (Trace trace = new Trace(processes(bench.database()))) {
                append(bench);
                assertSynced(Engine.POSTGRESQL, trace.syncsOf("pg_wal"));
            }
        }
    }

    /** Those that serve the log, and the one that writes the journal in the background. */
    private static List<Long> processes(Database database) throws Exception {
        Connection connection = database.borrow();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select pid from pg_stat_activity where backend_type in ('client backend', 'walwriter')")) {
            List<Long> pids = new ArrayList<>();
            while (rows.next()) {
                pids.add(rows.getLong(1));
            }
            return pids;
        } finally {
            connection.rollback();
            database.giveBack(connection);
        }
    }

    private static void assertSynced(Engine engine, long syncs) {
        Load.report(engine, "%d syncs for %d acks, one after the other", syncs, APPENDS);
        assertThat(syncs).isGreaterThanOrEqualTo(APPENDS);
    }

    /** The syncs of some processes, from the time it is made. */
    private final class Trace implements AutoCloseable {
        private final Path output = traces.resolve("syncs");
        private final Path errors = traces.resolve("strace");
        private final Process strace;

        Trace(List<Long> pids) throws IOException {
            List<String> line = new ArrayList<>(
                    List.of("strace", "-f", "-y", "-e", "trace=fsync,fdatasync", "-o", output.toString()));
            pids.forEach(pid -> line.addAll(List.of("-p", pid.toString())));
            strace = start(line);
            await().atMost(Duration.ofSeconds(20)).until(() -> !strace.isAlive() || attached() >= pids.size());
            if (!strace.isAlive()) {
                skip(Files.readString(errors));
            }
        }

        private Process start(List<String> line) {
            try {
                return new ProcessBuilder(line).redirectError(errors.toFile()).start();
            } catch (IOException notInstalled) {
                skip(String.valueOf(notInstalled.getMessage()));
                throw new AssertionError(notInstalled);
            }
        }

        private static void skip(String why) {
            String message = "Nobody can look at the syncs without strace and the right to use it: " + why;
            if (Boolean.parseBoolean(System.getenv("PARLEY_STRACE_REQUIRED"))) {
                fail(message);
            }
            Assumptions.abort(message);
        }

        private long attached() throws IOException {
            try (Stream<String> lines = Files.lines(errors)) {
                return lines.filter(text -> text.contains(" attached")).count();
            }
        }

        /** How many there were on files of such a name. */
        long syncsOf(String file) throws Exception {
            close();
            try (Stream<String> lines = Files.lines(output)) {
                return lines.filter(text -> text.contains("sync(") && text.contains(file))
                        .count();
            }
        }

        /** It writes what it has, and lets the processes go. */
        @Override
        public void close() throws InterruptedException {
            strace.destroy();
            strace.waitFor();
        }
    }
}
