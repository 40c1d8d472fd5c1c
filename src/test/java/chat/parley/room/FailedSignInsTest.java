package chat.parley.room;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.settings.LiveSettings;
import chat.parley.settings.Settings;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FailedSignInsTest {
    private static final int LIMIT = Settings.defaults().failedSignIns();
    private static final String GUESSER = "203.0.113.5";

    private final FakeTime time = new FakeTime();
    private final FailedSignIns failures = new FailedSignIns(LiveSettings.fixed(Settings.defaults()), time);

    @Test
    void the_last_of_so_many_within_a_minute_has_the_address_wait_for_the_rest_of_it() {
        fail(GUESSER, 1);
        time.pass(Duration.ofSeconds(20));
        fail(GUESSER, LIMIT - 2);
        assertThat(failures.pause(GUESSER)).isZero();
        fail(GUESSER, 1);
        assertThat(failures.pause(GUESSER)).isEqualTo(Duration.ofSeconds(40));
        time.pass(Duration.ofSeconds(40).minusNanos(1));
        assertThat(failures.pause(GUESSER)).isEqualTo(Duration.ofNanos(1));
        time.pass(Duration.ofNanos(1));
        assertThat(failures.pause(GUESSER)).isZero();
    }

    @Test
    void another_minute_begins_with_nothing() {
        fail(GUESSER, LIMIT - 1);
        time.pass(Duration.ofMinutes(1));
        fail(GUESSER, LIMIT - 1);
        assertThat(failures.pause(GUESSER)).isZero();
        fail(GUESSER, 1);
        assertThat(failures.pause(GUESSER)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void others_do_not_wait_but_those_with_as_many_addresses_as_they_like_do() {
        fail(GUESSER, LIMIT);
        fail("2001:db8:0:1:0:0:0:5", LIMIT);
        assertThat(failures.pause("203.0.113.6")).isZero();
        assertThat(failures.pause("2001:db8:0:2:0:0:0:5")).isZero();
        assertThat(failures.pause("2001:db8:0:1:9:9:9:9")).isPositive();
    }

    @Test
    void wrong_tokens_make_nobody_wait() {
        for (int i = 0; i < LIMIT; i++) {
            failures.wrongToken(GUESSER, "/ws");
        }
        assertThat(failures.pause(GUESSER)).isZero();
    }

    @Test
    void only_so_many_addresses_are_remembered() {
        FailuresByAddress byAddress = new FailuresByAddress();
        byAddress.another(GUESSER, time.nanos());
        for (int i = 0; i < FailuresByAddress.MOST_ADDRESSES - 1; i++) {
            byAddress.another("10.0." + i / 256 + "." + i % 256, time.nanos());
        }
        assertThat(byAddress.left(GUESSER, 1, time.nanos())).isPositive();
        byAddress.another("10.1.0.0", time.nanos());
        assertThat(byAddress.left(GUESSER, 1, time.nanos())).isZero();
    }

    private void fail(String address, int times) {
        for (int i = 0; i < times; i++) {
            failures.wrongPassword(address, "/signin");
        }
    }
}
