package chat.parley.room;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.room.Backlog.Entry;
import chat.parley.room.Backlog.Frame;
import chat.parley.room.Backlog.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BacklogTest {

    private final Backlog backlog = new Backlog(100, 10_000, 7);
    private final Entry start = backlog.newest();

    @Test
    void an_empty_backlog_ends_where_the_rooms_log_does() throws Exception {
        assertThat(start.seq()).isEqualTo(7);
        assertThat(backlog.released()).isSameAs(start);
        assertThat(backlog.hasAfter(start)).isFalse();
        assertThat(backlog.one(start)).isNull();
        assertThat(backlog.lines(start)).isNull();
    }

    @Test
    void nothing_is_read_before_it_is_released() throws Exception {
        backlog.append("a", 8, Kind.MESSAGE);

        assertThat(backlog.hasAfter(start)).isFalse();
        assertThat(backlog.one(start)).isNull();
        assertThat(backlog.lines(start)).isNull();

        backlog.release();

        assertThat(backlog.hasAfter(start)).isTrue();
        assertFrame(backlog.lines(start), "a", 1, backlog.newest());
    }

    @Test
    void a_reader_that_starts_at_the_newest_gets_all_that_comes_later_and_nothing_before() throws Exception {
        backlog.append("before", 8, Kind.MESSAGE);
        Entry position = backlog.newest();
        assertThat(backlog.lines(position)).isNull();
        backlog.append("after", 9, Kind.MESSAGE);
        backlog.release();

        assertThat(backlog.lines(position).text()).isEqualTo("after");
        assertThat(backlog.hasAfter(backlog.newest())).isFalse();
    }

    @Test
    void one_at_a_time_comes_in_order_and_tells_messages_from_the_rest() throws Exception {
        backlog.append("a", 8, Kind.MESSAGE);
        backlog.append("b", 8, Kind.STATE);
        backlog.append("c", 8, Kind.PASSING);
        backlog.release();
        Frame a = backlog.one(start);
        Frame b = backlog.one(a.last());
        Frame c = backlog.one(b.last());

        assertThat(List.of(a.text(), b.text(), c.text())).containsExactly("a", "b", "c");
        assertThat(List.of(a.messages(), b.messages(), c.messages())).containsExactly(1, 0, 0);
        assertThat(backlog.one(c.last())).isNull();
    }

    @Test
    void everything_new_is_one_frame_of_lines() throws Exception {
        backlog.append("a", 8, Kind.MESSAGE);
        backlog.append("b", 8, Kind.STATE);
        backlog.append("c", 8, Kind.PASSING);
        backlog.append("d", 9, Kind.MESSAGE);
        backlog.release();

        assertFrame(backlog.lines(start), "a\nb\nc\nd", 2, backlog.newest());
    }

    @Test
    void a_little_that_comes_while_it_is_read_is_read_with_it() throws Exception {
        backlog.append("a", 8, Kind.MESSAGE);
        backlog.release();
        Entry read = backlog.lines(start).last();
        fill(9, 11);
        backlog.extend();

        assertFrame(backlog.lines(start), "a\n9\n10\n11", 4, backlog.newest());
        assertFrame(backlog.lines(read), "9\n10\n11", 3, backlog.newest());
    }

    @Test
    void more_than_a_little_waits_for_the_next_time() throws Exception {
        backlog.append("a", 8, Kind.MESSAGE);
        backlog.release();
        Entry released = backlog.released();
        fill(9, 12);
        backlog.extend();
        assertThat(backlog.released()).isSameAs(released);

        backlog.release();
        assertThat(backlog.released()).isSameAs(backlog.newest());
    }

    @Nested
    class Readers_at_the_same_place {

        @Test
        void share_one_text() throws Exception {
            fill(1, 3);
            backlog.release();

            assertThat(backlog.lines(start).text())
                    .isSameAs(backlog.lines(start).text());
        }

        @Test
        void share_it_while_others_read_from_other_places() throws Exception {
            fill(1, 1);
            Entry second = backlog.newest();
            fill(2, 5);
            backlog.release();
            String first = backlog.lines(start).text();

            assertThat(backlog.lines(second).text())
                    .isEqualTo("2\n3\n4\n5")
                    .isSameAs(backlog.lines(second).text());
            assertThat(backlog.lines(start).text()).isEqualTo("1\n2\n3\n4\n5").isSameAs(first);
        }

        @Test
        void get_what_has_been_released_since() throws Exception {
            fill(1, 2);
            backlog.release();
            backlog.lines(start);
            fill(3, 3);
            assertThat(backlog.lines(start).text()).isEqualTo("1\n2");
            backlog.release();
            assertThat(backlog.lines(start).text()).isEqualTo("1\n2\n3");
        }

        @Test
        void are_never_given_the_text_of_others() throws Exception {
            List<Entry> positions = new ArrayList<>(List.of(start));
            for (int i = 1; i <= 30; i++) {
                fill(i, i);
                positions.add(backlog.newest());
            }
            backlog.release();
            Random random = new Random(1);
            for (int i = 0; i < 1_000; i++) {
                int from = random.nextInt(30);
                assertThat(backlog.lines(positions.get(from)).text()).isEqualTo(numbers(from + 1, 30));
            }
        }
    }

    @Nested
    class A_reader_that_is_far_behind {

        @Test
        void is_spared_what_means_nothing_a_moment_later() throws Exception {
            fill(1, 32);
            backlog.append("typing", 39, Kind.PASSING);
            backlog.append("presence", 39, Kind.STATE);
            backlog.release();

            Frame frame = backlog.lines(start);
            assertThat(frame.text()).isEqualTo(numbers(1, 32) + "\npresence");
            assertThat(frame.messages()).isEqualTo(32);
            assertThat(frame.last()).isSameAs(backlog.newest());
        }

        @Test
        void passes_over_what_has_nothing_else_in_it() throws Exception {
            for (int i = 0; i < 40; i++) {
                backlog.append("typing", 7, Kind.PASSING);
            }
            backlog.release();

            assertFrame(backlog.lines(start), "", 0, backlog.newest());
        }

        @Test
        void gets_it_in_several_frames_of_bounded_size() throws Exception {
            Backlog large = new Backlog(1_000, 10_000_000, 0);
            Entry position = large.newest();
            String text = "x".repeat(10_000);
            for (int i = 1; i <= 100; i++) {
                large.append(text + i, i, Kind.MESSAGE);
            }
            large.release();
            List<String> read = new ArrayList<>();
            Frame frame;
            while ((frame = large.lines(position)) != null) {
                assertThat(frame.text()).hasSizeLessThan(Backlog.MAX_FRAME + 10_010);
                assertThat(frame.messages())
                        .isEqualTo((int) frame.text().lines().count());
                frame.text().lines().forEach(read::add);
                position = frame.last();
            }
            assertThat(read).hasSize(100);
            assertThat(read)
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, 100)
                            .mapToObj(i -> text + i)
                            .toList());
        }
    }

    private void fill(int from, int to) {
        for (int i = from; i <= to; i++) {
            backlog.append(String.valueOf(i), 7 + i, Kind.MESSAGE);
        }
    }

    private static String numbers(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(String::valueOf).collect(Collectors.joining("\n"));
    }

    private static void assertFrame(Frame frame, String text, int messages, Entry last) {
        assertThat(frame.text()).isEqualTo(text);
        assertThat(frame.messages()).isEqualTo(messages);
        assertThat(frame.last()).isSameAs(last);
    }
}
