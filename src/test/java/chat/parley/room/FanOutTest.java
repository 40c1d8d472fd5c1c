package chat.parley.room;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofNanos;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FanOutTest {

    private static final Duration LONGEST_PAUSE = ofMillis(20);

    private final FakeTime time = new FakeTime();
    private final FakeWorkers workers = new FakeWorkers(time);
    private final List<Duration> flushes = new ArrayList<>();
    private final FanOut fanOut = new FanOut(workers, time, new Flush());
    private int members = 100;
    private int sending;
    private int extended;
    private boolean endAtOnce;
    private Duration beginning = Duration.ZERO;

    private final class Flush implements FanOut.Flush {
        /** Each begins so many sends. */
        @Override
        public int run() {
            flushes.add(ofNanos(time.elapsedNanos()));
            for (int i = 0; i < sending; i++) {
                fanOut.sendBegan();
                if (endAtOnce) {
                    fanOut.sendEnded();
                }
            }
            time.pass(beginning);
            return members;
        }

        @Override
        public void extend() {
            extended++;
        }
    }

    @Test
    void nothing_happens_without_a_wake() {
        workers.run(ofMillis(100));

        assertThat(flushes).isEmpty();
    }

    @Test
    void an_idle_room_flushes_at_once_and_not_on_the_callers_thread() {
        fanOut.wake();
        assertThat(flushes).isEmpty();
        assertThat(workers.waiting()).containsExactly(Duration.ZERO);

        workers.run();
        assertThat(flushes).containsExactly(Duration.ZERO);
    }

    @Test
    void many_wakes_make_one_flush() {
        for (int i = 0; i < 1_000; i++) {
            fanOut.wake();
        }
        workers.run(ofMillis(100));

        assertThat(flushes).hasSize(1);
    }

    @Test
    void every_wake_after_a_flush_makes_another() {
        for (int i = 1; i <= 10; i++) {
            fanOut.wake();
            workers.run(ofMillis(100));
            assertThat(flushes).hasSize(i);
        }
    }

    @Test
    void what_comes_while_sends_are_under_way_may_go_with_them_and_is_flushed_to_the_others() {
        sending = 1;
        fanOut.wake();
        assertThat(extended).isZero();
        workers.run();
        fanOut.wake();
        assertThat(extended).isOne();

        fanOut.sendEnded();
        workers.run(ofMillis(100));
        assertThat(flushes).hasSize(2);
        fanOut.sendEnded();
        fanOut.wake();
        assertThat(extended).isOne();
    }

    @Test
    void a_fan_out_whose_sends_end_at_once_lasts_until_it_has_begun_everywhere() {
        endAtOnce = true;
        sending = 3;
        beginning = ofMillis(10);
        for (int i = 0; i < 40; i++) {
            fanOut.wake();
            workers.run(ofMillis(100));
        }
        fanOut.wake();
        workers.run();
        fanOut.wake();
        workers.run(ofMillis(100));

        // Ten milliseconds, and a lull of a twelfth of that
        assertThat(flushes.get(41).minus(flushes.get(40))).isBetween(ofNanos(10_800_000), ofNanos(10_840_000));
    }

    @Nested
    class After_fan_outs_that_took_their_time {

        /** The usual duration comes close to 10 ms. */
        @BeforeEach
        void getUsedToTenMilliseconds() {
            sending = 1;
            for (int i = 0; i < 40; i++) {
                fanOut.wake();
                workers.run();
                workers.run(ofMillis(10));
                fanOut.sendEnded();
                workers.run(ofMillis(100));
            }
            flushes.clear();
        }

        @Test
        void the_next_flush_waits_until_nothing_new_has_come_for_a_twelfth_of_that() {
            Duration ended = fanOutOfTenMilliseconds();
            for (int i = 0; i < 10; i++) {
                fanOut.wake();
                workers.run(ofNanos(500_000));
            }
            assertThat(flushes).hasSize(1);

            workers.run(ofMillis(100));
            assertThat(flushes).hasSize(2);
            assertThat(flushes.get(1).minus(ended)).isBetween(ofMillis(4), ofMillis(6));
        }

        @Test
        void what_never_stops_coming_waits_one_and_a_half_times_as_long() {
            Duration ended = fanOutOfTenMilliseconds();
            while (flushes.size() < 2) {
                fanOut.wake();
                workers.run(ofNanos(100_000));
            }

            assertThat(flushes.get(1).minus(ended)).isBetween(ofMillis(14), ofMillis(15));
        }

        @Test
        void what_came_while_the_last_was_under_way_waits_for_those_who_answer_it() {
            members = 2_000;
            fanOut.wake();
            workers.run();
            workers.run(ofMillis(5));
            fanOut.wake();
            workers.run(ofMillis(5));
            fanOut.sendEnded();
            Duration ended = ofNanos(time.elapsedNanos());
            workers.run();
            assertThat(flushes).hasSize(1);

            workers.run(ofMillis(100));
            assertThat(flushes).hasSize(2);
            assertThat(flushes.get(1).minus(ended)).isBetween(ofNanos(800_000), ofNanos(840_000));
        }

        @Test
        void it_begins_at_once_after_a_longer_silence() {
            fanOut.wake();
            workers.run();

            assertThat(flushes).hasSize(1);
        }

        @Test
        void no_pause_is_longer_than_20_ms_however_slow_fan_outs_are() {
            for (int i = 0; i < 40; i++) {
                fanOut.wake();
                workers.run(ofMillis(500));
                fanOut.sendEnded();
            }
            workers.run(ofMillis(500));
            flushes.clear();
            Duration ended = fanOutOfTenMilliseconds();
            while (flushes.size() < 2) {
                fanOut.wake();
                workers.run(ofNanos(100_000));
            }

            assertThat(flushes.get(1).minus(ended)).isEqualTo(LONGEST_PAUSE);
        }

        /** Returns when it ended. */
        private Duration fanOutOfTenMilliseconds() {
            fanOut.wake();
            workers.run(ofMillis(10));
            fanOut.sendEnded();
            assertThat(flushes).hasSize(1);
            sending = 0;
            return ofNanos(time.elapsedNanos());
        }
    }

    @Nested
    class While_a_slow_member_is_still_being_sent_to {

        @Test
        void the_others_wait_10_us_for_each_member() {
            assertThat(pauseWith(500)).isEqualTo(ofMillis(5));
        }

        @Test
        void the_others_wait_at_least_a_fifth_of_a_millisecond() {
            assertThat(pauseWith(1)).isEqualTo(ofNanos(200_000));
        }

        @Test
        void the_others_wait_20_ms_at_most() {
            assertThat(pauseWith(100_000)).isEqualTo(LONGEST_PAUSE);
        }

        @Test
        void the_others_are_served_again_and_again() {
            pauseWith(100);
            for (int i = 3; i < 20; i++) {
                fanOut.wake();
                workers.run(ofMillis(1));
                assertThat(flushes).hasSize(i);
            }
        }

        private Duration pauseWith(int count) {
            members = count;
            sending = 1;
            fanOut.wake();
            workers.run();
            sending = 0;
            fanOut.wake();
            workers.run(ofMillis(50));
            assertThat(flushes).hasSize(2);
            return flushes.get(1).minus(flushes.get(0));
        }
    }
}
