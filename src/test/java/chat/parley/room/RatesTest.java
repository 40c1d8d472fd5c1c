package chat.parley.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RatesTest {
    private final FakeTime time = new FakeTime();
    private final Figures figures = new Figures();
    private final Rates rates = new Rates(figures, new FakeWorkers(time), time);

    @Test
    void nothing_is_known_before_the_second_look() {
        assertThat(rates.now()).isEqualTo(new Rates.PerSecond(0, 0, 0, 0));
        rates.look();
        figures.messageIn();
        assertThat(rates.now()).isEqualTo(new Rates.PerSecond(0, 0, 0, 0));
    }

    @Test
    void a_rate_is_what_came_in_the_last_five_seconds_by_their_number() {
        rates.look();
        for (int second = 0; second < 10; second++) {
            figures.messageIn();
            figures.messagesOut(second < 5 ? 1_000 : 10);
            figures.bytesIn(100);
            figures.bytesOut(300);
            time.pass(Duration.ofSeconds(1));
            rates.look();
        }
        assertThat(rates.now()).isEqualTo(new Rates.PerSecond(1, 10, 100, 300));
    }
}
