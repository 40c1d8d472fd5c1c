package chat.parley.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.sqlite.SQLiteDataSource;

/** What the database has, by its own word: each room's last seq, and its messages by seq. */
record StoredLog(Map<String, Long> lastSeqs, Map<String, SortedMap<Long, Said>> rooms) {

    /** What the file in Parley's home has, which must be free and whole. */
    static StoredLog inFile(Path home) {
        assertFree(home);
        SQLiteDataSource file = new SQLiteDataSource();
        file.setUrl("jdbc:sqlite:" + home.resolve("parley.db"));
        try (Connection connection = file.getConnection();
                Statement statement = connection.createStatement();
                ResultSet verdict = statement.executeQuery("pragma integrity_check")) {
            assertThat(verdict.getString(1)).isEqualTo("ok");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return in(file);
    }

    private static void assertFree(Path home) {
        try (FileChannel channel = FileChannel.open(home.resolve("parley.lock"), StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            assertThat(lock).as("the lock of " + home).isNotNull();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static StoredLog in(DataSource database) {
        Map<String, Long> lastSeqs = new HashMap<>();
        Map<String, SortedMap<Long, Said>> rooms = new HashMap<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery("select name, last_seq from room")) {
                while (row.next()) {
                    lastSeqs.put(row.getString(1), row.getLong(2));
                    rooms.put(row.getString(1), new TreeMap<>());
                }
            }
            try (ResultSet row = statement.executeQuery("select room.name, event.seq, event.sender, event.client_id,"
                    + " event.body from event join room on room.id = event.room_id")) {
                while (row.next()) {
                    String room = row.getString(1);
                    String guest = row.getString(3).substring("g:".length());
                    rooms.get(room).put(row.getLong(2), new Said(room, guest, row.getString(4), row.getString(5)));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new StoredLog(lastSeqs, rooms);
    }
}
