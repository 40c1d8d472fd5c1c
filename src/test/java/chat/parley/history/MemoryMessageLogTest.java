package chat.parley.history;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.Draft;
import chat.parley.model.Event;
import chat.parley.model.RoomName;
import chat.parley.model.RoomTopic;
import chat.parley.model.User;
import chat.parley.model.User.Kind;
import chat.parley.model.UserName;
import chat.parley.room.AuditEntry;
import chat.parley.room.FakeTime;
import chat.parley.room.MessageLog.Appended;
import chat.parley.room.MessageLog.Appended.Conflict;
import chat.parley.room.MessageLog.Appended.Duplicate;
import chat.parley.room.MessageLog.Appended.Stored;
import chat.parley.room.MessageLog.Page;
import chat.parley.settings.SettingsLoader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MemoryMessageLogTest {

    private static final RoomName LOBBY = new RoomName("lobby");
    private static final RoomName ATTIC = new RoomName("attic");
    private static final User ADA = new User(UserName.parse("ada"), Kind.GUEST);
    private static final User BOB = new User(UserName.parse("bob"), Kind.GUEST);

    private final FakeTime time = new FakeTime();
    private final MemoryMessageLog log = new MemoryMessageLog(
            SettingsLoader.load(Map.of(
                    "parley.ring-events",
                    "10",
                    "parley.ring-bytes",
                    "1024",
                    "parley.max-frame-bytes",
                    "1024",
                    "parley.max-text-length",
                    "100")),
            time);

    MemoryMessageLogTest() {
        log.open(LOBBY, true);
        log.open(ATTIC, true);
    }

    @Test
    void the_topic_of_a_room_is_the_one_set_last_whatever_the_clock_does() {
        RoomTopic first = now(log.setTopic(LOBBY, "first", ADA));
        assertThat(first).isEqualTo(new RoomTopic("first", "ada", FakeTime.START));
        time.setClockBack(Duration.ofHours(1));
        RoomTopic second = now(log.setTopic(LOBBY, "second", BOB));
        assertThat(second.isNewerThan(first)).isTrue();
        assertThat(log.topic(LOBBY)).isEqualTo(second);
        assertThat(now(log.open(LOBBY, true)).topic()).isEqualTo(second);
        assertThat(log.topic(ATTIC)).isEqualTo(RoomTopic.NONE);
    }

    @Test
    void events_count_from_1_in_each_room_without_holes() {
        assertThat(now(log.open(LOBBY, true)).seq()).isZero();
        assertThat(stored(LOBBY, ADA, "1").seq()).isEqualTo(1);
        assertThat(stored(LOBBY, BOB, "1").seq()).isEqualTo(2);
        assertThat(stored(ATTIC, ADA, "2").seq()).isEqualTo(1);
        assertThat(stored(LOBBY, ADA, "3").seq()).isEqualTo(3);
        assertThat(now(log.open(LOBBY, true)).seq()).isEqualTo(3);
    }

    @Test
    void an_event_is_what_was_drafted_at_the_time_it_was_stored() {
        time.pass(Duration.ofSeconds(7));

        assertThat(stored(LOBBY, ADA, "0b5e"))
                .isEqualTo(new Event(LOBBY, 1, ADA, "0b5e", "text 0b5e", FakeTime.START.plusSeconds(7)));
    }

    @Test
    void no_event_is_earlier_than_the_one_before_though_the_clock_is_set_back() {
        time.pass(Duration.ofMinutes(5));
        Event before = stored(LOBBY, ADA, "1");
        time.setClockBack(Duration.ofMinutes(2));
        Event after = stored(LOBBY, ADA, "2");
        time.pass(Duration.ofMinutes(3));
        Event later = stored(LOBBY, ADA, "3");

        assertThat(after.at()).isEqualTo(before.at());
        assertThat(later.at()).isEqualTo(before.at().plusSeconds(60));
    }

    @Test
    void a_room_that_is_not_open_takes_nothing() {
        CompletionStage<Appended> appended = log.append(draft(new RoomName("cellar"), ADA, "1"));

        assertThat(appended.toCompletableFuture()).isCompletedExceptionally();
    }

    @Nested
    class An_id_said_again {

        private final Event first = stored(LOBBY, ADA, "1");

        @Test
        void is_the_first_event_again_and_no_second() {
            assertThat(append(draft(LOBBY, ADA, "1"))).isEqualTo(new Duplicate(first));
            assertThat(stored(LOBBY, ADA, "2").seq()).isEqualTo(2);
        }

        @Test
        void with_another_text_or_room_is_a_conflict_and_stores_nothing() {
            assertThat(append(new Draft(LOBBY, ADA, "1", "another"))).isEqualTo(new Conflict());
            assertThat(append(draft(ATTIC, ADA, "1"))).isEqualTo(new Conflict());
            assertThat(seqs(page(LOBBY, 1, 9))).containsExactly(1L);
            assertThat(seqs(page(ATTIC, 1, 9))).isEmpty();
        }

        @Test
        void by_somebody_else_is_another_event() {
            assertThat(stored(LOBBY, BOB, "1").seq()).isEqualTo(2);
            assertThat(stored(LOBBY, new User(ADA.name(), Kind.MEMBER), "1").seq())
                    .isEqualTo(3);
        }

        @Test
        void is_known_as_long_as_its_event_is_kept_and_no_longer() {
            IntStream.range(2, 11).forEach(i -> stored(LOBBY, ADA, "" + i));
            assertThat(append(draft(LOBBY, ADA, "1"))).isEqualTo(new Duplicate(first));

            stored(LOBBY, ADA, "11");
            assertThat(stored(LOBBY, ADA, "1").seq()).isEqualTo(12);
        }
    }

    @Nested
    class A_room_keeps {

        @Test
        void its_newest_events_up_to_so_many() {
            IntStream.rangeClosed(1, 25).forEach(i -> stored(LOBBY, ADA, "" + i));

            assertThat(seqs(page(LOBBY, 1, 99)))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(16, 25).boxed().toList());
        }

        @Test
        void its_newest_events_up_to_so_many_bytes() {
            for (int i = 1; i <= 8; i++) {
                append(new Draft(LOBBY, ADA, "" + i, "x".repeat(255)));
            }
            assertThat(seqs(page(LOBBY, 1, 99))).containsExactly(5L, 6L, 7L, 8L);

            append(new Draft(LOBBY, ADA, "9", "y"));
            assertThat(seqs(page(LOBBY, 1, 99))).containsExactly(6L, 7L, 8L, 9L);
            assertThat(append(new Draft(LOBBY, ADA, "5", "x".repeat(255)))).isInstanceOf(Stored.class);
        }

        @Test
        void its_newest_event_however_large() {
            stored(LOBBY, ADA, "1");
            append(new Draft(LOBBY, ADA, "2", "x".repeat(5_000)));

            assertThat(seqs(page(LOBBY, 1, 99))).containsExactly(2L);
        }

        @Test
        void nothing_of_others() {
            stored(ATTIC, ADA, "a");
            IntStream.rangeClosed(1, 25).forEach(i -> stored(LOBBY, ADA, "" + i));

            assertThat(seqs(page(ATTIC, 1, 99))).containsExactly(1L);
        }
    }

    @Nested
    class A_page {

        @BeforeEach
        void fill() {
            IntStream.rangeClosed(1, 15).forEach(i -> stored(LOBBY, ADA, "" + i));
        }

        @Test
        void holds_the_range_both_ends_included_and_tells_of_older_ones() {
            assertThat(seqs(page(LOBBY, 8, 11))).containsExactly(8L, 9L, 10L, 11L);
            assertThat(page(LOBBY, 8, 11).more()).isTrue();
            assertThat(page(LOBBY, 7, 7).more()).isTrue();
            assertThat(page(LOBBY, 6, 15).more()).isFalse();
        }

        @Test
        void holds_what_is_still_there_of_a_range_that_began_earlier() {
            assertThat(seqs(page(LOBBY, 1, 8))).containsExactly(6L, 7L, 8L);
            assertThat(page(LOBBY, 1, 8).more()).isFalse();
            assertThat(page(LOBBY, -40, 3)).isEqualTo(new Page(List.of(), false));
        }

        @Test
        void of_nothing_is_empty_and_still_tells_of_older_ones() {
            assertThat(page(LOBBY, 16, 15)).isEqualTo(new Page(List.of(), true));
            assertThat(page(LOBBY, 16, 99)).isEqualTo(new Page(List.of(), true));
            assertThat(page(new RoomName("cellar"), 1, 99)).isEqualTo(new Page(List.of(), false));
        }
    }

    @Test
    void threads_that_append_at_once_share_out_the_seqs() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<List<Long>>> writers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                String writer = "w" + i;
                writers.add(threads.submit(() -> IntStream.range(0, 1_000)
                        .mapToObj(n -> stored(LOBBY, ADA, writer + "-" + n).seq())
                        .toList()));
            }
            List<Long> seqs = new ArrayList<>();
            for (Future<List<Long>> writer : writers) {
                assertThat(writer.get()).isSorted();
                seqs.addAll(writer.get());
            }
            assertThat(seqs).hasSize(4_000).doesNotHaveDuplicates().allMatch(seq -> seq >= 1 && seq <= 4_000);
        } finally {
            threads.shutdownNow();
        }
    }

    @Nested
    class A_message_taken_back {
        private final Event first = stored(LOBBY, ADA, "1");
        private final Event deletion = now(log.delete(LOBBY, 1, BOB, entry("first")));

        @Test
        void has_no_text_and_keeps_its_place() {
            assertThat(deletion).isEqualTo(Event.deletion(LOBBY, 2, BOB, FakeTime.START, 1));
            assertThat(page(LOBBY, 1, 9).events()).containsExactly(first.takenBackBy(2), deletion);
            assertThat(append(draft(LOBBY, ADA, "1"))).isEqualTo(new Duplicate(first.takenBackBy(2)));
            assertThat(stored(LOBBY, ADA, "2").seq()).isEqualTo(3);
        }

        @Test
        void is_taken_back_once() {
            assertThat(now(log.delete(LOBBY, 1, ADA, entry("second")))).isEqualTo(deletion);
            assertThat(log.lastSeq(LOBBY)).isEqualTo(2);
            assertThat(entries()).containsExactly("second", "first");
        }

        @Test
        void is_one_that_is_there() {
            for (long seq : new long[] {0, 2, 3}) {
                assertThat(log.delete(LOBBY, seq, BOB, entry("none")).toCompletableFuture())
                        .isCompletedExceptionally();
            }
            assertThat(log.delete(new RoomName("cellar"), 1, BOB, entry("none")).toCompletableFuture())
                    .isCompletedExceptionally();
            assertThat(entries()).containsExactly("first");
        }

        @Test
        void makes_way_for_newer_events_like_any_other() {
            for (int i = 2; i <= 20; i++) {
                stored(LOBBY, ADA, "" + i);
            }
            assertThat(seqs(page(LOBBY, 1, 99))).hasSize(10).endsWith(21L);
            assertThat(stored(LOBBY, ADA, "1").seq()).isEqualTo(22);
        }
    }

    @Test
    void the_newest_entries_of_the_audit_log_are_kept() {
        MemoryModeration moderation = new MemoryModeration(3);
        for (int i = 1; i <= 5; i++) {
            now(moderation.append(entry("act " + i)));
        }
        assertThat(now(moderation.read(Long.MAX_VALUE, 2)))
                .extracting(AuditEntry::act)
                .containsExactly("act 5", "act 4");
        assertThat(now(moderation.read(4, 9))).extracting(AuditEntry::act).containsExactly("act 3");
    }

    private static AuditEntry entry(String act) {
        return new AuditEntry(0, FakeTime.START, "bob", "member", "", act, "", "lobby", "", AuditEntry.DONE);
    }

    private List<String> entries() {
        return now(log.moderation().read(Long.MAX_VALUE, 9)).stream()
                .map(AuditEntry::act)
                .toList();
    }

    private Event stored(RoomName room, User sender, String id) {
        return ((Stored) append(draft(room, sender, id))).event();
    }

    private Appended append(Draft draft) {
        return now(log.append(draft));
    }

    private Page page(RoomName room, long first, long last) {
        return now(log.read(room, first, last));
    }

    private static Draft draft(RoomName room, User sender, String id) {
        return new Draft(room, sender, id, "text " + id);
    }

    private static List<Long> seqs(Page page) {
        return page.events().stream().map(Event::seq).toList();
    }

    private static <T> T now(CompletionStage<T> stage) {
        assertThat(stage.toCompletableFuture()).as("makes nobody wait").isCompleted();
        return stage.toCompletableFuture().join();
    }
}
