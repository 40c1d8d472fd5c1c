package chat.parley.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.room.Backlog.CutOffException;
import chat.parley.room.Backlog.Entry;
import chat.parley.room.Backlog.Kind;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What falls out of the bounds, and what becomes of those who have not read it. */
class BacklogBoundsTest {

    private final Backlog backlog = new Backlog(100, 10_000, 7);
    private final Entry start = backlog.newest();

    @Test
    void the_oldest_events_fall_out_above_the_most_there_may_be() throws Exception {
        fill(1, 1);
        Entry first = backlog.newest();
        fill(2, 101);
        backlog.release();

        assertThat(backlog.lines(first).text()).isEqualTo(numbers(2, 101));
        assertCutOff(start);
    }

    @Test
    void the_oldest_events_fall_out_above_so_many_bytes() throws Exception {
        backlog.append("a".repeat(5_000), 8, Kind.MESSAGE);
        Entry first = backlog.newest();
        backlog.append("b".repeat(5_000), 9, Kind.MESSAGE);
        backlog.release();
        assertThat(backlog.lines(start).messages()).isEqualTo(2);

        backlog.append("c", 10, Kind.MESSAGE);
        backlog.release();
        assertCutOff(start);
        assertThat(backlog.lines(first).text()).isEqualTo("b".repeat(5_000) + "\nc");
    }

    @Test
    void the_newest_event_never_falls_out_however_large() throws Exception {
        fill(1, 1);
        Entry before = backlog.newest();
        backlog.append("x".repeat(20_000), 9, Kind.MESSAGE);
        backlog.release();

        assertThat(backlog.lines(before).text()).hasSize(20_000);
        assertCutOff(start);
        fill(3, 3);
        backlog.release();
        assertThatThrownBy(() -> backlog.lines(before)).isInstanceOf(CutOffException.class);
    }

    @Test
    void a_reader_in_the_middle_of_what_fell_out_is_cut_off_too() {
        fill(1, 50);
        Entry middle = backlog.newest();
        fill(51, 151);
        backlog.release();

        assertCutOff(middle);
    }

    @Test
    void a_reader_that_was_cut_off_can_go_on_behind_it() throws Exception {
        fill(1, 500);
        backlog.release();
        assertCutOff(start);
        Entry position = backlog.released();
        assertThat(position.seq()).isEqualTo(507);

        fill(501, 501);
        backlog.release();
        assertThat(backlog.lines(position).text()).isEqualTo("501");
    }

    private void assertCutOff(Entry position) {
        assertThat(backlog.hasAfter(position)).isTrue();
        assertThatThrownBy(() -> backlog.lines(position)).isInstanceOf(CutOffException.class);
        assertThatThrownBy(() -> backlog.one(position)).isInstanceOf(CutOffException.class);
    }

    private void fill(int from, int to) {
        for (int i = from; i <= to; i++) {
            backlog.append(String.valueOf(i), 7 + i, Kind.MESSAGE);
        }
    }

    private static String numbers(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(String::valueOf).collect(Collectors.joining("\n"));
    }
}
