package chat.parley.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimestampsTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T08:15:30.123Z, 2026-03-01T08:15:30.123Z",
        "2026-03-01T08:15:30Z, 2026-03-01T08:15:30.000Z",
        "2026-03-01T00:00:00.100Z, 2026-03-01T00:00:00.100Z",
        "2026-03-01T08:15:30.123999999Z, 2026-03-01T08:15:30.123Z",
        "2024-12-30T23:59:59.999Z, 2024-12-30T23:59:59.999Z"
    })
    void a_time_has_exactly_three_digits_of_a_second(String instant, String text) {
        assertThat(Timestamps.text(Instant.parse(instant))).isEqualTo(text);
    }
}
