package chat.parley.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.room.LogException.Reason;
import chat.parley.room.MessageLog.Head;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.sqlite.SQLiteDataSource;

/** The durable log in a file, and what only files suffer. */
class SqliteLogIT extends DurableLogTest {
    /** What a message of 100 characters may take on the disk, stored alone. */
    private static final int MAX_BYTES = 500;

    @Override
    Database database() {
        return new SqliteDatabase(home);
    }

    @Override
    Database reader() {
        return new ServerDatabase("none") {
            @Override
            public Connection borrow() throws SQLException {
                Connection connection = connect();
                connection.setAutoCommit(false);
                return connection;
            }
        };
    }

    private Connection connect() throws SQLException {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + file());
        return source.getConnection();
    }

    private Path file() {
        return home.resolve("parley.db");
    }

    @Test
    void another_parley_on_the_same_home_is_refused_and_gets_in_when_the_first_has_gone() {
        JdbcMessageLog second = start(Map.of());
        await().until(() -> second.health().trouble().contains("Another Parley uses " + home));
        assertReason(second.open(LOBBY, true), Reason.UNAVAILABLE);
        stored(LOBBY, ADA, "undisturbed");
        log.close();
        await().until(() -> second.health().trouble().isEmpty());
        log = second;
        assertThat(head(LOBBY).seq()).isOne();
    }

    @Test
    void a_file_that_is_gone_or_empty_is_not_made_anew() throws Exception {
        stored(LOBBY, ADA, "1");
        log.close();
        Path kept = Files.move(file(), home.resolve("backup"));
        assertRefused("missing");
        Files.createFile(file());
        assertRefused("empty");
        Files.delete(file());
        Files.move(kept, file());
        log = open(Map.of());
        assertThat(head(LOBBY).seq()).isOne();
    }

    @Test
    void a_damaged_file_is_refused_and_named() throws Exception {
        for (int i = 0; i < 500; i++) {
            log.append(draft(LOBBY, ADA, "id-" + i));
        }
        stored(LOBBY, ADA, "last");
        log.close();
        byte[] whole = Files.readAllBytes(file());
        try (RandomAccessFile bytes = new RandomAccessFile(file().toFile(), "rw")) {
            bytes.seek(4_096 * 5);
            bytes.write(new byte[4_096 * 3]);
        }
        assertRefused("is damaged");
        Files.write(
                file(), "no database at all, but a text".repeat(500).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertRefused("is damaged");
        Files.write(file(), java.util.Arrays.copyOf(whole, whole.length / 2));
        assertRefused("is damaged");
    }

    private void assertRefused(String how) {
        JdbcMessageLog refused = start(Map.of());
        await().untilAsserted(() -> assertThat(refused.health().trouble())
                .contains(file().toString())
                .contains(how));
        assertReason(refused.open(LOBBY, true), Reason.UNAVAILABLE);
        refused.close();
    }

    @Test
    void a_message_takes_little_of_the_disk_even_when_it_is_stored_alone() throws Exception {
        int messages = 5_000;
        long before = size();
        for (int i = 0; i < messages; i++) {
            CompletionStage<?> one = log.append(new chat.parley.model.Draft(
                    LOBBY, ADA, java.util.UUID.randomUUID().toString(), "x".repeat(100)));
            now(one);
        }
        log.close();
        assertThat((size() - before) / messages).isLessThanOrEqualTo(MAX_BYTES);
    }

    @Test
    void a_backup_made_while_it_is_used_is_whole() throws Exception {
        for (int i = 0; i < 2_000; i++) {
            log.append(draft(LOBBY, ADA, "id-" + i));
        }
        stored(LOBBY, ADA, "before");
        log.append(draft(LOBBY, ADA, "meanwhile"));
        Path backup = log.backUp();
        long said = stored(LOBBY, ADA, "after").seq();
        log.close();
        Files.move(backup, file(), StandardCopyOption.REPLACE_EXISTING);
        log = open(Map.of());
        long kept = head(LOBBY).seq();
        assertThat(kept).isBetween(2_001L, said - 1);
        assertThat(page(LOBBY, 1, 5_000).events()).hasSize((int) kept);
    }

    @Test
    void a_file_put_back_from_an_older_backup_begins_new_epochs() throws Exception {
        stored(LOBBY, ADA, "1");
        log.close();
        byte[] backup = Files.readAllBytes(file());
        log = open(Map.of());
        Head before = head(LOBBY);
        stored(LOBBY, ADA, "2");
        log.close();
        Files.write(file(), backup);
        log = open(Map.of());
        Head after = head(LOBBY);
        assertThat(after.seq()).isOne();
        assertThat(after.epoch()).isNotEqualTo(before.epoch());
        stored(LOBBY, ADA, "3");
        log.close();
        log = open(Map.of());
        assertThat(head(LOBBY).epoch()).isEqualTo(after.epoch());
    }

    private long size() throws Exception {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("pragma wal_checkpoint(truncate)");
        }
        return Files.size(file());
    }
}
