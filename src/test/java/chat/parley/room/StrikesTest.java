package chat.parley.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StrikesTest {

    private final Strikes strikes = new Strikes(3);
    private final FakeTime time = new FakeTime();

    @Test
    void the_last_of_so_many_within_a_minute_is_one_too_many() {
        assertThat(another()).isFalse();
        time.pass(Duration.ofSeconds(30));
        assertThat(another()).isFalse();
        time.pass(Duration.ofSeconds(30));
        assertThat(another()).isTrue();
    }

    @Test
    void every_one_after_that_is_too_many_as_well() {
        another();
        another();
        assertThat(another()).isTrue();
        assertThat(another()).isTrue();
    }

    @Test
    void what_is_older_than_a_minute_is_forgotten() {
        another();
        another();
        time.pass(Duration.ofSeconds(60).plusNanos(1));
        assertThat(another()).isFalse();
        assertThat(another()).isFalse();
        assertThat(another()).isTrue();
    }

    @Test
    void the_very_first_may_be_one_too_many() {
        assertThat(new Strikes(1).another(time.nanos())).isTrue();
    }

    private boolean another() {
        return strikes.another(time.nanos());
    }
}
