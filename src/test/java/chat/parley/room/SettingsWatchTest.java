package chat.parley.room;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.settings.LiveSettings;
import chat.parley.settings.Settings;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SettingsWatchTest {
    private final FakeWorkers workers = new FakeWorkers(new FakeTime());

    @Test
    void it_looks_twice_a_second_again_and_again() {
        new SettingsWatch(LiveSettings.fixed(Settings.defaults()), workers).start("the application");
        for (int i = 0; i < 10; i++) {
            assertThat(workers.waiting().get(0)).isLessThanOrEqualTo(Duration.ofMillis(500));
            workers.run(Duration.ofMillis(300));
        }
    }
}
