package chat.parley.security;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.room.Time;
import chat.parley.room.Workers;
import chat.parley.settings.LiveSettings;
import chat.parley.settings.SettingsLoader;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignInsTest {

    private final Clock time = new Clock();
    private final SignIns signIns = new SignIns(
            LiveSettings.fixed(SettingsLoader.load(Map.of("parley.session-timeout", "10s"))), time, new NoWorkers());
    private final FakeHttpSession session = new FakeHttpSession();

    @Test
    void a_session_has_one_whose_end_is_no_business_of_the_containers() {
        HttpSignIn signIn = signIns.of(session.session());

        assertThat(signIns.of(session.session())).isSameAs(signIn);
        assertThat(session.maxInactive).isEqualTo(-1);
        assertThat(signIn.lasts()).isTrue();
        assertThat(signIns.of(new FakeHttpSession().session()).token()).isNotEqualTo(signIn.token());
    }

    @Test
    void it_ends_with_its_session() {
        HttpSignIn signIn = signIns.of(session.session());
        session.invalidate();

        assertThat(signIn.lasts()).isFalse();
    }

    @Test
    void an_idle_one_is_ended_and_one_that_is_not_goes_on() {
        FakeHttpSession another = new FakeHttpSession();
        HttpSignIn idle = signIns.of(session.session());
        HttpSignIn active = signIns.of(another.session());
        time.pass(Duration.ofSeconds(9));
        active.active();
        signIns.sweep();
        assertThat(idle.lasts()).isTrue();
        time.pass(Duration.ofSeconds(2));
        signIns.sweep();

        assertThat(idle.lasts()).isFalse();
        assertThat(session.over).as("before its connections have gone").isFalse();
        assertThat(active.lasts()).isTrue();
        signIns.sweep();
        assertThat(session.over).isTrue();
        time.pass(Duration.ofSeconds(9));
        signIns.sweep();
        assertThat(active.lasts()).isFalse();
    }

    @Test
    void ending_what_has_ended_by_itself_changes_nothing() {
        HttpSignIn signIn = signIns.of(session.session());
        session.invalidate();
        signIn.endSession();
        signIns.sweep();

        assertThat(signIn.lasts()).isFalse();
    }

    private static final class Clock extends Time {
        private long nanos = -5;

        @Override
        public long nanos() {
            return nanos;
        }

        private void pass(Duration time) {
            nanos += time.toNanos();
        }
    }

    /** The test sweeps by itself. */
    private static final class NoWorkers extends Workers {
        @Override
        public void repeat(Runnable task, Duration pause) {}
    }

    /** As a container's, as far as it is used. */
    private static final class FakeHttpSession {
        private final Map<String, Object> attributes = new HashMap<>();
        private int maxInactive = 30;
        private boolean over;

        private HttpSession session() {
            return (HttpSession) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {HttpSession.class}, (self, method, arguments) -> {
                        switch (method.getName()) {
                            case "getAttribute" -> {
                                return attributes.get(arguments[0]);
                            }
                            case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
                            case "setMaxInactiveInterval" -> maxInactive = (int) arguments[0];
                            case "invalidate" -> invalidate();
                            default -> throw new UnsupportedOperationException(method.getName());
                        }
                        return null;
                    });
        }

        private void invalidate() {
            if (over) {
                throw new IllegalStateException("over");
            }
            over = true;
            attributes.forEach((name, value) -> {
                if (value instanceof HttpSessionBindingListener listener) {
                    listener.valueUnbound(new HttpSessionBindingEvent(session(), name));
                }
            });
        }
    }
}
