package chat.parley.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.model.Draft;
import chat.parley.model.Event;
import chat.parley.model.RoomName;
import chat.parley.room.LogException;
import chat.parley.room.MessageLog.Appended;
import chat.parley.room.MessageLog.Appended.Stored;
import chat.parley.room.MessageLog.Page;
import chat.parley.testing.Alone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** A file that cannot be written for a while: no space, or somebody else writes. Afterwards the log goes on by itself. */
@Alone
class UnwritableFileIT {
    private static final RoomName ROOM = Bench.room(0);
    private static final Duration SOON = Duration.ofSeconds(5);

    @TempDir
    Path home;

    private final Queue<Event> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<Throwable> refusals = new ConcurrentLinkedQueue<>();

    @Test
    void a_full_disk_loses_nothing_and_the_log_goes_on_when_there_is_space() throws Exception {
        try (Disk disk = new Disk(home, "12m")) {
            Path ballast = Files.write(home.resolve("ballast"), new byte[2 << 20]);
            try (Bench bench = new Bench(Engine.SQLITE, home)) {
                await().atMost(Duration.ofSeconds(60)).until(() -> {
                    say(bench, 200);
                    return refusals.size() > 400;
                });
                assertThat(refusals).allMatch(UnwritableFileIT::isRefusal);
                long last = bench.log.lastSeq(ROOM);
                assertThat(read(bench, last - 9, last)).hasSize(10);
                // Between two failures the log believes, for a moment, that the file can be written again
                await().until(() -> {
                    say(bench, 200);
                    return bench.log.health().trouble().contains("full");
                });

                Files.delete(ballast);
                assertGoesOn(bench);
            }
            assertNothingLost(disk.home());
        }
    }

    @Test
    void a_file_that_another_process_writes_is_waited_for() throws Exception {
        try (Bench bench = new Bench(Engine.SQLITE, home)) {
            say(bench, 100);
            await().until(() -> acknowledged.size() == 100);
            // To SQLite another connection is what another process is.
            SQLiteDataSource file = new SQLiteDataSource();
            file.setUrl("jdbc:sqlite:" + home.resolve("parley.db"));
            try (Connection other = file.getConnection();
                    Statement statement = other.createStatement()) {
                statement.execute("begin immediate");
                say(bench, 100);
                long begin = System.nanoTime();
                assertThat(read(bench, 1, 100)).hasSize(100);
                assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(1));
                await().pollDelay(Duration.ofSeconds(7)).until(() -> true);
                assertThat(acknowledged).hasSize(100);
                statement.execute("update room set topic = 'seen'");
                statement.execute("commit");
            }
            assertGoesOn(bench);
        }
        assertNothingLost(home);
    }

    private void say(Bench bench, int count) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            Draft draft = Bench.draft(ROOM);
            CompletionStage<Appended> unused = bench.log.append(draft).whenComplete((appended, failure) -> {
                if (failure == null) {
                    acknowledged.add(((Stored) appended).event());
                } else {
                    refusals.add(failure);
                }
            });
        }
        Thread.sleep(10);
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof LogException || failure.getCause() instanceof LogException;
    }

    private static List<Event> read(Bench bench, long first, long last) {
        Page page = bench.log.read(ROOM, first, last).toCompletableFuture().join();
        return page.events();
    }

    private void assertGoesOn(Bench bench) {
        int before = acknowledged.size();
        await().atMost(SOON).until(() -> {
            say(bench, 1);
            return acknowledged.size() > before + 10;
        });
        await().until(() -> bench.log.health().trouble().isEmpty());
    }

    /** What was acknowledged is there in that order, without holes, and nothing else that nobody was told of. */
    private void assertNothingLost(Path where) throws Exception {
        try (Bench bench = new Bench(Engine.SQLITE, where)) {
            List<Event> kept = read(bench, 1, bench.log.lastSeq(ROOM));
            assertThat(kept).isEqualTo(List.copyOf(acknowledged));
            assertThat(kept.stream().map(Event::seq))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, kept.size()).boxed().toList());
        }
    }

    /** A little disk of the test's own. */
    private record Disk(Path home) implements AutoCloseable {
        Disk(Path home, String size) throws Exception {
            this(home);
            Process mount = run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", home.toString());
            Assumptions.assumeTrue(mount.exitValue() == 0, "only root may mount a disk of the test's own");
        }

        private static Process run(String... line) throws IOException, InterruptedException {
            Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            process.waitFor();
            return process;
        }

        @Override
        public void close() throws Exception {
            assertThat(run("umount", home.toString()).exitValue()).isZero();
        }
    }
}
