package chat.parley.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.model.Draft;
import chat.parley.model.RoomName;
import chat.parley.room.MessageLog.Head;
import chat.parley.room.Time;
import chat.parley.settings.LiveSettings;
import chat.parley.settings.Settings;
import chat.parley.testing.Command;
import chat.parley.testing.Postgres;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.Driver;
import org.postgresql.ds.PGSimpleDataSource;

/** server-config/copy-history.sh, as an administrator runs it. */
class CopyHistoryScriptIT {
    private static final RoomName LOBBY = new RoomName("lobby");

    @TempDir
    Path home;

    @Test
    void the_command_moves_a_history_into_postgresql_once() throws Exception {
        Head before = said(new SqliteDatabase(home));
        try (Postgres postgres = Postgres.start()) {
            PGSimpleDataSource target = postgres.newDatabase();
            assertThat(copyInto(target).outputOfSuccess()).contains("Copied 1 messages");
            assertThat(said(new ServerDatabase("jdbc/parley", name -> target))).isEqualTo(before);
            Command again = copyInto(target);
            assertThat(again.succeeded()).isFalse();
            assertThat(again.output()).contains("Nothing was copied", "has to be empty");
        }
    }

    private Command copyInto(PGSimpleDataSource target) throws Exception {
        ProcessBuilder script = Command.builder(
                Path.of("server-config/copy-history.sh"),
                List.of(System.getProperty("parley.war"), home.toString(), target.getUrl()));
        script.environment().put("PARLEY_DB_USER", target.getUser());
        Path driver = Path.of(
                Driver.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        script.environment().put("PARLEY_DB_DRIVER", driver.toString());
        return Command.run(script);
    }

    /** Where the log ends in which something has been said, by this call or before. */
    private Head said(Database database) {
        try (JdbcMessageLog log =
                new JdbcMessageLog(LiveSettings.fixed(Settings.defaults()), new Time(), home, database)) {
            await().until(() -> log.health().trouble().isEmpty());
            log.open(LOBBY, true).toCompletableFuture().join();
            log.append(new Draft(LOBBY, DurableLogTest.ADA, "id", "text"))
                    .toCompletableFuture()
                    .join();
            return log.open(LOBBY, true).toCompletableFuture().join();
        }
    }
}
