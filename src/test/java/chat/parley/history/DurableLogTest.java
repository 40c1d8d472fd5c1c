package chat.parley.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import chat.parley.model.Draft;
import chat.parley.model.Event;
import chat.parley.model.Role;
import chat.parley.model.RoomName;
import chat.parley.model.RoomTopic;
import chat.parley.model.User;
import chat.parley.model.User.Kind;
import chat.parley.model.UserName;
import chat.parley.room.AuditEntry;
import chat.parley.room.BotToken;
import chat.parley.room.Change;
import chat.parley.room.LogException;
import chat.parley.room.LogException.Reason;
import chat.parley.room.MessageLog.Appended;
import chat.parley.room.MessageLog.Appended.Conflict;
import chat.parley.room.MessageLog.Appended.Duplicate;
import chat.parley.room.MessageLog.Appended.Stored;
import chat.parley.room.MessageLog.Head;
import chat.parley.room.MessageLog.Page;
import chat.parley.room.ModerationStore;
import chat.parley.room.RoomRule;
import chat.parley.room.Rules;
import chat.parley.room.Sanction;
import chat.parley.room.Subject;
import chat.parley.room.Time;
import chat.parley.settings.AddressRange;
import chat.parley.settings.LiveSettings;
import chat.parley.settings.Retention;
import chat.parley.settings.Settings;
import chat.parley.settings.SettingsLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the durable log promises, whatever database is behind it. */
abstract class DurableLogTest {
    static final RoomName LOBBY = new RoomName("lobby");
    static final RoomName ATTIC = new RoomName("attic");
    static final User ADA = new User(UserName.parse("Ada"), Kind.GUEST);
    static final User GRACE = new User(UserName.parse("grace"), Kind.MEMBER);

    @TempDir
    Path home;

    private final List<JdbcMessageLog> logs = new ArrayList<>();
    JdbcMessageLog log;

    /** The test's database, as a server newly started finds it. */
    abstract Database database();

    @BeforeEach
    void begin() {
        log = open(Map.of());
        head(LOBBY);
        head(ATTIC);
    }

    @AfterEach
    void end() {
        logs.forEach(JdbcMessageLog::close);
    }

    /** Another log on the same database. */
    JdbcMessageLog start(Map<String, String> values) {
        Map<String, String> all = new HashMap<>(values);
        all.put("parley.home", home.toString());
        Settings settings = SettingsLoader.load(all);
        return start(settings, database());
    }

    JdbcMessageLog startOn(Database database) {
        return start(Settings.defaults(), database);
    }

    private JdbcMessageLog start(Settings settings, Database database) {
        JdbcMessageLog started = new JdbcMessageLog(LiveSettings.fixed(settings), new Time(), home, database);
        logs.add(started);
        return started;
    }

    JdbcMessageLog open(Map<String, String> values) {
        JdbcMessageLog started = start(values);
        await().until(() -> started.health().trouble().isEmpty());
        return started;
    }

    private void restart() {
        restart(Map.of());
    }

    private void restart(Map<String, String> values) {
        log.close();
        log = open(values);
        head(LOBBY);
        head(ATTIC);
    }

    /** A server that stops may take its data source away first. */
    @Test
    void it_ends_although_the_database_has_gone_before_it() {
        log.close();
        AtomicBoolean gone = new AtomicBoolean();
        log = startOn(new DatabaseWrapper(database()) {
            @Override
            public Connection borrow() throws SQLException {
                if (gone.get()) {
                    throw new SQLException("gone");
                }
                return super.borrow();
            }
        });
        await().until(() -> log.health().trouble().isEmpty());
        gone.set(true);
        log.close();
        await("no thread of its own")
                .until(() -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().matches("parley-(reader|committer|delivery).*")));
    }

    @Test
    void members_names_are_kept_over_a_restart_each_once_and_as_it_was_first_shown() {
        assertThat(log.kept()).isEmpty();
        log.keep(UserName.ofMember("Ada@example.org")).toCompletableFuture().join();
        log.keep(UserName.ofMember("ADA@example.org")).toCompletableFuture().join();
        log.keep(UserName.ofMember("艾达")).toCompletableFuture().join();
        restart();
        assertThat(log.kept()).extracting(UserName::display).containsExactlyInAnyOrder("Ada@example.org", "艾达");
    }

    @Test
    void events_count_from_1_in_each_room_without_holes_and_over_a_restart() {
        assertThat(head(LOBBY).seq()).isZero();
        assertThat(stored(LOBBY, ADA, "1").seq()).isEqualTo(1);
        assertThat(stored(LOBBY, GRACE, "1").seq()).isEqualTo(2);
        assertThat(stored(ATTIC, ADA, "2").seq()).isEqualTo(1);
        Head before = head(LOBBY);
        restart();
        assertThat(head(LOBBY)).isEqualTo(before);
        assertThat(stored(LOBBY, ADA, "3").seq()).isEqualTo(3);
    }

    @Test
    void an_event_is_read_as_it_was_said_from_memory_and_from_the_database() {
        Event said = stored(LOBBY, ADA, "0b5e");
        Event other = stored(LOBBY, GRACE, "0b5e");
        assertThat(said.sender().name().display()).isEqualTo("Ada");
        assertThat(page(LOBBY, 1, 9).events()).containsExactly(said, other);
        restart();
        List<Event> read = page(LOBBY, 1, 9).events();
        assertThat(read).containsExactly(said, other);
        assertThat(read.get(0).sender().name().display()).isEqualTo("Ada");
    }

    @Test
    void any_text_comes_back() {
        String text = "片段 👩‍👩‍👧 \u00e9 ' \" \\ ; -- \n\t" + "x".repeat(3_000);
        now(log.append(new Draft(LOBBY, ADA, "any", text)));
        restart();
        assertThat(page(LOBBY, 1, 1).events().get(0).text()).isEqualTo(text);
    }

    @Test
    void an_id_said_again_is_the_first_event_again_also_after_a_restart() {
        Event first = stored(LOBBY, ADA, "1");
        assertThat(append(LOBBY, ADA, "1")).isEqualTo(new Duplicate(first));
        restart();
        assertThat(append(LOBBY, ADA, "1")).isEqualTo(new Duplicate(first));
        assertThat(append(LOBBY, ADA, "1")).isEqualTo(new Duplicate(first));
        assertThat(stored(LOBBY, ADA, "2").seq()).isEqualTo(2);
    }

    @Test
    void an_id_said_with_another_text_or_room_is_a_conflict_also_after_a_restart() {
        stored(LOBBY, ADA, "1");
        for (int i = 0; i < 2; i++) {
            assertThat(now(log.append(new Draft(LOBBY, ADA, "1", "another")))).isEqualTo(new Conflict());
            assertThat(append(ATTIC, ADA, "1")).isEqualTo(new Conflict());
            restart();
        }
        assertThat(head(LOBBY).seq()).isOne();
        assertThat(head(ATTIC).seq()).isZero();
    }

    @Test
    void ids_said_before_and_new_ones_in_one_batch_are_told_apart() {
        Event first = stored(LOBBY, ADA, "old");
        restart();
        List<CompletionStage<Appended>> batch = new ArrayList<>();
        for (String id : List.of("a", "old", "b", "a", "c")) {
            batch.add(log.append(draft(LOBBY, ADA, id)));
        }
        List<Appended> answers = batch.stream().map(this::now).toList();
        assertThat(answers.get(1)).isEqualTo(new Duplicate(first));
        assertThat(answers.get(3)).isEqualTo(new Duplicate(((Stored) answers.get(0)).event()));
        assertThat(seqs(page(LOBBY, 1, 99))).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void stages_complete_in_the_order_of_the_seqs() {
        List<Long> completed = java.util.Collections.synchronizedList(new ArrayList<>());
        List<CompletableFuture<?>> all = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            all.add(log.append(draft(LOBBY, ADA, "id-" + i))
                    .thenAccept(
                            answer -> completed.add(((Stored) answer).event().seq()))
                    .toCompletableFuture());
        }
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
        assertThat(completed)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 3_000).boxed().toList());
    }

    @Test
    void pages_hold_the_range_and_tell_of_older_ones_from_memory_and_from_the_database() {
        restart(Map.of("parley.ring-events", "10", "parley.history-page", "5"));
        IntStream.rangeClosed(1, 40).forEach(i -> stored(LOBBY, ADA, "" + i));
        for (int i = 0; i < 2; i++) {
            assertThat(seqs(page(LOBBY, 8, 11))).containsExactly(8L, 9L, 10L, 11L);
            assertThat(page(LOBBY, 8, 11).more()).isTrue();
            assertThat(page(LOBBY, 1, 5).more()).isFalse();
            assertThat(seqs(page(LOBBY, -4, 2))).containsExactly(1L, 2L);
            assertThat(seqs(page(LOBBY, 38, 40))).containsExactly(38L, 39L, 40L);
            assertThat(page(LOBBY, 38, 40).more()).isTrue();
            assertThat(seqs(page(LOBBY, 29, 32))).containsExactly(29L, 30L, 31L, 32L);
            assertThat(page(LOBBY, 41, 40).events()).isEmpty();
            restart(Map.of("parley.ring-events", "10", "parley.history-page", "5"));
        }
    }

    @Test
    void a_room_is_not_made_for_whom_may_not() {
        RoomName cellar = new RoomName("cellar");
        assertReason(log.open(cellar, false), Reason.NO_SUCH_ROOM);
        Head made = now(log.open(cellar, true));
        assertThat(now(log.open(cellar, false))).isEqualTo(made);
    }

    @Test
    void whoever_opens_a_room_while_a_message_is_on_its_way_learns_of_it() {
        for (int i = 1; i <= 200; i++) {
            CompletionStage<Appended> onItsWay = log.append(draft(LOBBY, ADA, "id-" + i));
            log.close(LOBBY);
            Head opened = head(LOBBY);
            now(onItsWay);
            assertThat(log.lastSeq(LOBBY)).isEqualTo(i);
            assertThat(opened.seq()).isBetween(i - 1L, (long) i);
        }
    }

    @Test
    void a_topic_is_the_rooms_until_another_one_comes_and_outlives_a_restart() {
        RoomTopic topic = now(log.setTopic(LOBBY, "片段 👩‍👩‍👧 ' \" ; --", ADA));
        assertThat(topic.by()).isEqualTo("Ada");
        for (int i = 0; i < 2; i++) {
            assertThat(log.topic(LOBBY)).isEqualTo(topic);
            assertThat(head(LOBBY).topic()).isEqualTo(topic);
            assertThat(log.topic(ATTIC)).isEqualTo(RoomTopic.NONE);
            restart();
        }
        RoomTopic none = now(log.setTopic(LOBBY, "", GRACE));
        assertThat(none.text()).isEmpty();
        restart();
        assertThat(log.topic(LOBBY)).isEqualTo(none);
        assertThat(head(LOBBY).seq()).isZero();
    }

    @Test
    void the_longest_topic_comes_back() {
        String longest = "😀".repeat(RoomTopic.MAX_LENGTH);
        now(log.setTopic(LOBBY, longest, ADA));
        restart();
        assertThat(log.topic(LOBBY).text()).isEqualTo(longest);
    }

    @Test
    void of_two_topics_the_one_stored_last_is_newer_whatever_the_clock_does() throws Exception {
        RoomTopic before = now(log.setTopic(LOBBY, "first", ADA));
        Instant ahead = before.at().plus(Duration.ofHours(1));
        update("update room set topic_at = " + ahead.toEpochMilli());
        for (int i = 1; i <= 10; i++) {
            RoomTopic next = now(log.setTopic(LOBBY, "next", ADA));
            assertThat(next.at()).isEqualTo(ahead.plusMillis(i));
            assertThat(next.isNewerThan(before)).isTrue();
            assertThat(log.topic(LOBBY)).isEqualTo(next);
            before = next;
        }
    }

    @Test
    void whoever_opens_a_room_while_a_topic_is_on_its_way_learns_of_it() {
        for (int i = 1; i <= 200; i++) {
            CompletionStage<RoomTopic> onItsWay = log.setTopic(LOBBY, "topic " + i, ADA);
            log.close(LOBBY);
            Head opened = head(LOBBY);
            RoomTopic stored = now(onItsWay);
            assertThat(log.topic(LOBBY)).isEqualTo(stored);
            assertThat(opened.topic().isNewerThan(stored)).isFalse();
        }
    }

    @Test
    void tables_made_by_the_first_version_are_brought_to_this_one_without_losing_anything() throws Exception {
        Event said = stored(LOBBY, ADA, "said");
        Head before = head(LOBBY);
        log.close();
        Database other = database();
        other.claim();
        var connection = other.borrow();
        try (var statement = connection.createStatement()) {
            statement.executeUpdate("alter table room drop column topic_by");
            statement.executeUpdate("alter table room drop column topic_at");
            for (String table :
                    List.of("rules", "sanction", "room_rule", "room_member", "audit", "member", "bot_token")) {
                statement.executeUpdate("drop table " + table);
            }
            statement.executeUpdate("delete from parley_schema where version <> '1'");
            connection.commit();
        }
        other.discard(connection);
        other.close();
        log = open(Map.of());
        assertThat(head(LOBBY)).isEqualTo(before);
        assertThat(page(LOBBY, 1, 9).events()).containsExactly(said);
        assertThat(stored(LOBBY, ADA, "next").seq()).isEqualTo(2);
        RoomTopic topic = now(log.setTopic(LOBBY, "News", GRACE));
        restart();
        assertThat(log.topic(LOBBY)).isEqualTo(topic);
    }

    @Test
    void a_message_taken_back_has_no_text_in_the_database_and_its_place_in_the_log() throws Exception {
        Event kept = stored(LOBBY, ADA, "kept");
        Event wrong = stored(LOBBY, ADA, "wrong");
        Event deletion = now(log.delete(LOBBY, 2, GRACE, entry("delete")));
        assertThat(deletion).isEqualTo(Event.deletion(LOBBY, 3, GRACE, deletion.at(), 2));
        Event next = stored(LOBBY, ADA, "next");
        for (int i = 0; i < 2; i++) {
            assertThat(page(LOBBY, 1, 9).events()).containsExactly(kept, wrong.takenBackBy(3), deletion, next);
            assertThat(append(LOBBY, ADA, "wrong")).isEqualTo(new Duplicate(i == 0 ? wrong : wrong.takenBackBy(3)));
            restart();
        }
        assertThat(count("select count(*) from event where body like '%wrong%'"))
                .isZero();
        assertThat(Files.readString(log.export(LOBBY)))
                .doesNotContain("text wrong")
                .contains("\"deleted\":true", "\"type\":\"deleted\"");
        assertThat(entries()).extracting(AuditEntry::act).containsExactly("delete");
    }

    @Test
    void a_message_taken_back_again_is_taken_back_once() {
        stored(LOBBY, ADA, "wrong");
        Event deletion = now(log.delete(LOBBY, 1, GRACE, entry("first")));
        assertThat(now(log.delete(LOBBY, 1, GRACE, entry("second")))).isEqualTo(deletion);
        restart();
        assertThat(now(log.delete(LOBBY, 1, GRACE, entry("third")))).isEqualTo(deletion);
        assertThat(head(LOBBY).seq()).isEqualTo(2);
        assertThat(entries()).extracting(AuditEntry::act).containsExactly("third", "second", "first");
    }

    @Test
    void what_is_no_message_is_not_taken_back_and_nothing_is_written_of_it() {
        stored(LOBBY, ADA, "wrong");
        now(log.delete(LOBBY, 1, GRACE, entry("delete")));
        for (long seq : List.of(0L, 2L, 3L, Long.MAX_VALUE)) {
            assertReason(log.delete(LOBBY, seq, GRACE, entry("none")), Reason.NO_SUCH_MESSAGE);
        }
        assertThat(entries()).hasSize(1);
        assertThat(log.health().trouble()).isEmpty();
        assertThat(stored(LOBBY, ADA, "next").seq()).isEqualTo(3);
    }

    @Test
    void a_page_that_is_read_while_a_message_is_taken_back_has_its_text_or_not_and_later_ones_never() {
        restart(Map.of("parley.ring-events", "1"));
        for (int i = 1; i <= 100; i++) {
            long seq = stored(LOBBY, ADA, "wrong " + i).seq();
            stored(LOBBY, ADA, "then " + i);
            CompletionStage<Event> deletion = log.delete(LOBBY, seq, GRACE, entry("delete"));
            CompletionStage<Page> during = log.read(LOBBY, seq, seq);
            now(deletion);
            assertThat(page(LOBBY, seq, seq).events().get(0).text()).isEmpty();
            assertThat(now(during).events().get(0).text()).isIn("", "text wrong " + i);
        }
    }

    @Test
    void what_moderators_decide_outlives_a_restart() {
        Instant until = Instant.parse("2999-01-01T00:00:00Z");
        ModerationStore store = log.moderation();
        Sanction ban = sanction(Sanction.Kind.BAN, new Subject.Person(ADA), null, until);
        Sanction block =
                sanction(Sanction.Kind.BAN, new Subject.Address(AddressRange.parse("192.0.2.0/24")), null, null);
        Sanction mute = sanction(Sanction.Kind.MUTE, new Subject.Person(ADA), LOBBY, null);
        Sanction over = sanction(Sanction.Kind.MUTE, new Subject.Person(GRACE), null, Instant.EPOCH);
        for (Sanction sanction : List.of(over, sanction(Sanction.Kind.BAN, new Subject.Person(ADA), null, null))) {
            now(store.apply(new Change.Impose(sanction), entry("before")));
        }
        for (Sanction sanction : List.of(ban, block, mute)) {
            now(store.apply(new Change.Impose(sanction), entry("impose")));
        }
        now(store.apply(new Change.Closing(LOBBY, true), entry("close")));
        now(store.apply(new Change.Privacy(ATTIC, true), entry("make_private")));
        now(store.apply(new Change.Listing(ATTIC, GRACE, true), entry("add_member")));
        now(store.apply(new Change.Listing(ATTIC, GRACE, true), entry("add_member")));
        Rules expected = new Rules(
                0,
                List.of(ban, block, mute),
                List.of(new RoomRule(LOBBY, true, false, Set.of()), new RoomRule(ATTIC, false, true, Set.of(GRACE))),
                List.of());
        for (int i = 0; i < 2; i++) {
            assertThat(now(log.moderation().load(Rules.NONE)).saysSameAs(expected))
                    .isTrue();
            restart();
        }
        store = log.moderation();
        now(store.apply(new Change.Lift(ban.kind(), ban.subject(), null), entry("unban")));
        now(store.apply(new Change.Lift(block.kind(), block.subject(), null), entry("unban")));
        now(store.apply(new Change.Lift(mute.kind(), mute.subject(), LOBBY), entry("unmute")));
        now(store.apply(new Change.Closing(LOBBY, false), entry("reopen")));
        now(store.apply(new Change.Privacy(ATTIC, false), entry("make_public")));
        now(store.apply(new Change.Listing(ATTIC, GRACE, false), entry("remove_member")));
        assertThat(now(store.load(Rules.NONE)).saysSameAs(Rules.NONE)).isTrue();
    }

    @Test
    void a_bots_token_and_when_it_was_used_outlive_a_restart_until_it_is_revoked() {
        ModerationStore store = log.moderation();
        BotToken token = token("0123456789abcdef", Set.of(Role.MODERATOR), Instant.parse("2999-01-01T00:00:00Z"));
        BotToken other = token("fedcba9876543210", Set.of(), null);
        Rules before = now(store.load(Rules.NONE));
        for (BotToken one : List.of(token, token, other)) {
            now(store.apply(new Change.Grant(one), entry("make_token")));
        }
        now(store.note(token.id(), Instant.ofEpochSecond(60)));
        now(store.note(token.id(), Instant.ofEpochSecond(30)));
        restart();
        store = log.moderation();
        Rules loaded = now(store.load(before));
        assertThat(loaded.saysSameAs(new Rules(0, List.of(), List.of(), List.of(token, other))))
                .isTrue();
        assertThat(now(store.lastUses())).containsExactly(Map.entry(token.id(), Instant.ofEpochSecond(60)));

        now(store.apply(new Change.Revoke(token.id()), entry("revoke_token")));
        now(store.note(token.id(), Instant.ofEpochSecond(90)));
        restart();
        assertThat(now(log.moderation().load(loaded)).saysSameAs(new Rules(0, List.of(), List.of(), List.of(other))))
                .isTrue();
        assertThat(now(log.moderation().lastUses())).isEmpty();
    }

    private static BotToken token(String id, Set<Role> roles, @Nullable Instant until) {
        String hash = id + "0".repeat(48);
        return new BotToken(id, hash, UserName.ofMember("News Bot"), roles, "片段", "grace", Instant.EPOCH, until);
    }

    @Test
    void what_is_known_is_not_read_again_until_something_changes() {
        ModerationStore store = log.moderation();
        Rules known = now(store.load(Rules.NONE));
        assertThat(known).isSameAs(Rules.NONE);
        now(store.apply(new Change.Closing(LOBBY, true), entry("close")));
        Rules changed = now(store.load(known));
        assertThat(changed).isNotSameAs(known);
        now(store.append(entry("announce")));
        assertThat(now(store.load(changed))).isSameAs(changed);
    }

    @Test
    void the_audit_log_only_grows_and_is_read_newest_first_page_by_page() {
        ModerationStore store = log.moderation();
        for (int i = 1; i <= 5; i++) {
            assertThat(now(store.append(entry("act " + i))).id()).isPositive();
        }
        restart();
        store = log.moderation();
        List<AuditEntry> newest = now(store.read(Long.MAX_VALUE, 2));
        assertThat(newest).extracting(AuditEntry::act).containsExactly("act 5", "act 4");
        List<AuditEntry> older = now(store.read(newest.get(1).id(), 100));
        assertThat(older).extracting(AuditEntry::act).containsExactly("act 3", "act 2", "act 1");
        assertThat(older.get(2)).isEqualTo(entry("act 1").withId(older.get(2).id()));
    }

    @Test
    void an_entry_tells_of_any_text_also_of_such_that_no_database_takes() {
        String text = "片段 👩‍👩‍👧 ' \" ; -- \n";
        AuditEntry entry = new AuditEntry(
                0, Instant.EPOCH, text + "\0", "member", "\ud83d", "ban", text, text, text.repeat(100), "done");
        AuditEntry stored = now(log.moderation().append(entry));
        AuditEntry read = entries().get(0);
        assertThat(read.id()).isEqualTo(stored.id());
        assertThat(read.actor()).isEqualTo(text + "\ufffd");
        assertThat(read.address()).isEqualTo("\ufffd");
        assertThat(read.reason()).isEqualTo(text.repeat(100));
        assertThat(log.health().trouble()).isEmpty();
    }

    private static AuditEntry entry(String act) {
        return new AuditEntry(
                0, Instant.EPOCH, "grace", "member", "192.0.2.7", act, "guest Ada", "lobby", "why", AuditEntry.DONE);
    }

    private static Sanction sanction(
            Sanction.Kind kind, Subject subject, @Nullable RoomName room, @Nullable Instant until) {
        return new Sanction(kind, subject, room, until, "片段", "grace", false, Instant.EPOCH);
    }

    private List<AuditEntry> entries() {
        return now(log.moderation().read(Long.MAX_VALUE, 1_000));
    }

    private long count(String sql) throws Exception {
        Database other = reader();
        var connection = other.borrow();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } finally {
            other.discard(connection);
        }
    }

    @Test
    void the_guests_secret_outlives_a_restart() {
        byte[] secret = log.bytes();
        assertThat(secret).hasSize(32);
        restart();
        assertThat(log.bytes()).isEqualTo(secret);
    }

    @Test
    void a_count_rule_deletes_the_oldest_and_seq_and_epoch_stay() {
        Head before = head(LOBBY);
        IntStream.rangeClosed(1, 700).forEach(i -> log.append(draft(LOBBY, ADA, "" + i)));
        stored(LOBBY, ADA, "last");
        stored(ATTIC, ADA, "elsewhere");
        log.retain(LOBBY, Retention.parse("100"));
        log.sweep().toCompletableFuture().join();
        for (int i = 0; i < 2; i++) {
            assertThat(seqs(page(LOBBY, 1, 1_000)))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(602, 701).boxed().toList());
            assertThat(page(LOBBY, 1, 1_000).more()).isFalse();
            assertThat(seqs(page(ATTIC, 1, 9))).containsExactly(1L);
            restart();
        }
        assertThat(head(LOBBY)).isEqualTo(new Head(before.epoch(), 701, RoomTopic.NONE));
        assertThat(stored(LOBBY, ADA, "next").seq()).isEqualTo(702);
    }

    @Test
    void what_was_deleted_without_its_knowing_is_gone_from_memory_with_the_next_sweep() throws Exception {
        stored(LOBBY, ADA, "first");
        stored(LOBBY, ADA, "second");
        Database other = reader();
        var connection = other.borrow();
        Tables.RoomRow room = Tables.findRoom(connection, LOBBY).orElseThrow();
        assertThat(Tables.deleteOldest(connection, room, 2, Instant.now().plusSeconds(60)))
                .isEqualTo(1);
        connection.commit();
        other.giveBack(connection);
        log.sweep().toCompletableFuture().join();
        assertThat(seqs(page(LOBBY, 1, 2))).containsExactly(2L);
    }

    @Test
    void an_age_rule_of_the_server_deletes_what_is_older_unless_the_room_has_a_rule_of_its_own() throws Exception {
        stored(LOBBY, ADA, "old");
        stored(ATTIC, ADA, "old-too");
        log.retain(ATTIC, Retention.OFF);
        restart(Map.of("parley.retention", "1m"));
        log.sweep().toCompletableFuture().join();
        assertThat(seqs(page(LOBBY, 1, 9))).containsExactly(1L);
        age(Duration.ofMinutes(2));
        stored(LOBBY, ADA, "new");
        log.sweep().toCompletableFuture().join();
        assertThat(seqs(page(LOBBY, 1, 9))).containsExactly(2L);
        assertThat(seqs(page(ATTIC, 1, 9))).containsExactly(1L);
    }

    /** Makes everything that is stored that much older. */
    private void age(Duration by) throws Exception {
        update("update event set sent_at = sent_at - " + by.toMillis());
    }

    private void update(String sql) throws Exception {
        Database other = reader();
        var connection = other.borrow();
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
            connection.commit();
        } finally {
            other.discard(connection);
        }
    }

    /** For a look into the tables while the log has them. */
    abstract Database reader();

    @Test
    void an_export_has_every_event_a_line() throws Exception {
        IntStream.rangeClosed(1, 2_500).forEach(i -> log.append(draft(LOBBY, ADA, "" + i)));
        stored(LOBBY, ADA, "last");
        List<String> lines = Files.readAllLines(log.export(LOBBY));
        assertThat(lines).hasSize(2_501);
        assertThat(lines.get(0)).startsWith("{").contains("\"seq\":1", "\"from\":\"Ada\"", "\"text\":\"text 1\"");
        assertThat(lines.get(2_500)).contains("\"seq\":2501");
        assertThatThrownBy(() -> log.export(new RoomName("cellar"))).isInstanceOf(LogException.class);
    }

    @Test
    void a_newer_schema_is_refused_with_a_clear_message() throws Exception {
        log.close();
        Database other = database();
        other.claim();
        var connection = other.borrow();
        try (var statement = connection.createStatement()) {
            statement.executeUpdate("insert into parley_schema (installed_rank, version, description, type, script,"
                    + " installed_by, execution_time, success) values (99, '99', 'later', 'SQL', 'V99__later.sql', 'x', 1, "
                    + (other.dialect() == Dialect.SQLITE ? "1" : "true") + ")");
            connection.commit();
        }
        other.discard(connection);
        other.close();
        JdbcMessageLog refused = start(Map.of());
        await().untilAsserted(() ->
                assertThat(refused.health().trouble()).contains("A newer Parley has changed", "version 99"));
        assertReason(refused.open(LOBBY, true), Reason.UNAVAILABLE);
    }

    Head head(RoomName room) {
        return now(log.open(room, true));
    }

    Event stored(RoomName room, User sender, String id) {
        return ((Stored) append(room, sender, id)).event();
    }

    Appended append(RoomName room, User sender, String id) {
        return now(log.append(draft(room, sender, id)));
    }

    Page page(RoomName room, long first, long last) {
        return now(log.read(room, first, last));
    }

    static Draft draft(RoomName room, User sender, String id) {
        return new Draft(room, sender, id, "text " + id);
    }

    static List<Long> seqs(Page page) {
        return page.events().stream().map(Event::seq).toList();
    }

    static void assertReason(CompletionStage<?> stage, Reason reason) {
        assertThatThrownBy(() -> stage.toCompletableFuture().join())
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        LogException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    <T> T now(CompletionStage<T> stage) {
        return stage.toCompletableFuture()
                .orTimeout(20, java.util.concurrent.TimeUnit.SECONDS)
                .join();
    }
}
