package chat.parley.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import chat.parley.model.Draft;
import chat.parley.model.Event;
import chat.parley.model.Role;
import chat.parley.model.RoomName;
import chat.parley.model.UserName;
import chat.parley.room.AuditEntry;
import chat.parley.room.BotToken;
import chat.parley.room.Change;
import chat.parley.room.MessageLog.Appended.Duplicate;
import chat.parley.room.MessageLog.Head;
import chat.parley.room.ModerationStore;
import chat.parley.room.Rules;
import chat.parley.room.Sanction;
import chat.parley.room.Subject;
import chat.parley.room.Time;
import chat.parley.settings.LiveSettings;
import chat.parley.settings.Retention;
import chat.parley.settings.Settings;
import chat.parley.testing.Postgres;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Moving house: from the file to PostgreSQL and back into another file, and nothing is lost on the way. */
class CopyHistoryIT {
    private static final RoomName LOBBY = new RoomName("lobby");
    private static final RoomName ATTIC = new RoomName("attic");
    private static final int MESSAGES = 2_500;

    private static Postgres server;

    private final DataSource source = server.newDatabase();

    @TempDir
    Path first;

    @TempDir
    Path second;

    @BeforeAll
    static void startServer() {
        server = Postgres.start();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @Test
    void everything_arrives() throws Exception {
        Kept before;
        try (JdbcMessageLog log = open(file(first))) {
            fill(log);
        }
        // What members there are is read when the log is opened
        try (JdbcMessageLog log = open(file(first))) {
            before = kept(log);
            assertThat(before.members).isNotEmpty();
            assertThat(before.lobby.topic().text()).isNotEmpty();
        }
        copy(file(first), postgres());
        try (JdbcMessageLog log = open(postgres())) {
            assertThat(kept(log)).usingRecursiveComparison().isEqualTo(before);
        }
        copy(postgres(), file(second));
        try (JdbcMessageLog log = open(file(second))) {
            assertThat(kept(log)).usingRecursiveComparison().isEqualTo(before);
            assertThat(now(log.append(draft("id-2500")))).isInstanceOf(Duplicate.class);
        }
    }

    @Test
    void what_is_not_empty_is_left_alone() throws Exception {
        try (JdbcMessageLog log = open(file(first))) {
            fill(log);
        }
        copy(file(first), file(second));
        assertThatThrownBy(() -> copy(file(first), file(second)))
                .isInstanceOf(DatabaseRefusedException.class)
                .hasMessageContaining("has to be empty");
    }

    @Test
    void a_running_parley_is_not_copied() throws Exception {
        try (JdbcMessageLog log = open(file(first))) {
            assertThatThrownBy(() -> copy(file(first), postgres()))
                    .hasMessageContaining("Another Parley uses " + first);
            assertThat(log.health().trouble()).isEmpty();
        }
    }

    private record Kept(
            Head lobby,
            Head attic,
            List<Event> events,
            byte[] secret,
            Collection<UserName> members,
            Rules rules,
            Map<String, Instant> uses,
            List<AuditEntry> audit) {}

    private static void fill(JdbcMessageLog log) {
        now(log.open(LOBBY, true));
        now(log.open(ATTIC, true));
        CompletionStage<?> last = null;
        for (int i = 1; i <= MESSAGES; i++) {
            last = log.append(draft("id-" + i));
        }
        now(last);
        log.retain(LOBBY, Retention.parse("2400"));
        now(log.keep(UserName.ofMember("Grace@example.org")));
        now(log.setTopic(LOBBY, "What this is about 片段", DurableLogTest.ADA));
        now(log.sweep());
        now(log.delete(LOBBY, MESSAGES, DurableLogTest.GRACE, entry("delete")));
        Sanction ban = new Sanction(
                Sanction.Kind.BAN,
                new Subject.Person(DurableLogTest.ADA),
                null,
                null,
                "片段",
                "grace",
                true,
                Instant.EPOCH);
        ModerationStore moderation = log.moderation();
        now(moderation.apply(new Change.Impose(ban), entry("ban")));
        BotToken token = new BotToken(
                "0123456789abcdef",
                "0123456789abcdef".repeat(4),
                DurableLogTest.GRACE.name(),
                Set.of(Role.ADMIN),
                "片段",
                "grace",
                Instant.EPOCH,
                null);
        now(moderation.apply(new Change.Grant(token), entry("make_token")));
        now(moderation.note(token.id(), Instant.EPOCH));
        now(moderation.apply(new Change.Privacy(ATTIC, true), entry("make_private")));
        now(moderation.apply(new Change.Listing(ATTIC, DurableLogTest.GRACE, true), entry("add_member")));
    }

    private static Kept kept(JdbcMessageLog log) {
        return new Kept(
                now(log.open(LOBBY, false)),
                now(log.open(ATTIC, false)),
                now(log.read(LOBBY, 1, MESSAGES + 1)).events(),
                log.bytes(),
                log.kept(),
                now(log.moderation().load(Rules.NONE)),
                now(log.moderation().lastUses()),
                now(log.moderation().read(Long.MAX_VALUE, 99)).stream()
                        .map(entry -> entry.withId(0))
                        .toList());
    }

    private static AuditEntry entry(String act) {
        return new AuditEntry(0, Instant.EPOCH, "grace", "member", "192.0.2.7", act, "片段", "", "why", AuditEntry.DONE);
    }

    private static Draft draft(String id) {
        return new Draft(LOBBY, DurableLogTest.ADA, id, "text of " + id + " 片段");
    }

    private static long copy(Database from, Database into) throws Exception {
        try (from;
                into) {
            return CopyHistory.copy(from, into);
        }
    }

    private static Database file(Path home) {
        return new SqliteDatabase(home);
    }

    private Database postgres() {
        return new ServerDatabase("jdbc/parley", name -> source);
    }

    private JdbcMessageLog open(Database database) {
        JdbcMessageLog log = new JdbcMessageLog(LiveSettings.fixed(Settings.defaults()), new Time(), first, database);
        await().until(() -> log.health().trouble().isEmpty());
        return log;
    }

    private static <T> T now(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }
}
