package chat.parley.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenBucketTest {

    /** The nanoseconds overflow while the tests run. */
    private static final long START = Long.MAX_VALUE - Duration.ofSeconds(1).toNanos();

    private long now = START;

    @Nested
    class Ten_a_second_and_twenty_at_once {
        private final TokenBucket bucket = new TokenBucket(10, 20);

        @Test
        void lets_twenty_through_at_once_and_no_more() {
            assertThat(takeAll(bucket)).isEqualTo(20);
        }

        @Test
        void lets_ten_a_second_through_in_the_long_run() {
            takeAll(bucket);
            int taken = 0;
            for (int i = 0; i < 1_000; i++) {
                pass(Duration.ofMillis(10));
                taken += takeAll(bucket);
            }
            assertThat(taken).isEqualTo(100);
        }

        @Test
        void says_exactly_how_long_to_wait() {
            takeAll(bucket);
            pass(Duration.ofMillis(30));

            long wait = bucket.take(now);

            assertThat(Duration.ofNanos(wait)).isEqualTo(Duration.ofMillis(70));
            assertThat(bucket.take(now + wait - 1)).isOne();
            assertThat(bucket.take(now + wait)).isZero();
        }

        @Test
        void lets_twenty_through_again_after_a_pause_however_long() {
            takeAll(bucket);
            pass(Duration.ofSeconds(2));
            assertThat(takeAll(bucket)).isEqualTo(20);
            pass(Duration.ofDays(3_650));
            assertThat(takeAll(bucket)).isEqualTo(20);
        }

        @Test
        void does_not_charge_for_what_it_refuses() {
            takeAll(bucket);
            for (int i = 0; i < 1_000; i++) {
                assertThat(bucket.take(now)).isPositive();
            }
            pass(Duration.ofMillis(100));
            assertThat(bucket.take(now)).isZero();
        }
    }

    @Test
    void one_at_once_keeps_strictly_to_the_rate() {
        TokenBucket bucket = new TokenBucket(1, 1);

        assertThat(takeAll(bucket)).isOne();
        pass(Duration.ofMillis(999));
        assertThat(takeAll(bucket)).isZero();
        pass(Duration.ofMillis(1));
        assertThat(takeAll(bucket)).isOne();
    }

    @Test
    void a_rate_of_0_lets_everything_through_even_when_threads_disagree_about_now() {
        TokenBucket bucket = new TokenBucket(0, 1);

        for (int i = 0; i < 1_000; i++) {
            assertThat(bucket.take(now - i)).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 1, Long.MAX_VALUE})
    void the_first_comes_through_whenever_it_comes(long first) {
        assertThat(new TokenBucket(10, 1).take(first)).isZero();
    }

    private void pass(Duration duration) {
        now += duration.toNanos();
    }

    private int takeAll(TokenBucket bucket) {
        int taken = 0;
        while (bucket.take(now) == 0) {
            taken++;
        }
        return taken;
    }
}
