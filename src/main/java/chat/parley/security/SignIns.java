package chat.parley.security;

import chat.parley.model.SignIn;
import chat.parley.room.Time;
import chat.parley.room.Workers;
import chat.parley.settings.LiveSettings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The HTTP sessions in which somebody is signed in, and when each has been idle for too long. That is not left to the
 * container, for which only requests count: what somebody does over a WebSocket it does not see.
 *
 * <p>Safe for use by all threads.
 */
@Singleton
class SignIns {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Never, for the container. */
    private static final int NO_TIMEOUT = -1;

    /** As web.xml has it for sessions in which nobody is signed in. */
    private static final int USUAL_TIMEOUT_SECONDS = 30 * 60;

    private final Set<HttpSignIn> all = ConcurrentHashMap.newKeySet();
    private final LiveSettings settings;
    private final Time time;

    @Inject
    SignIns(LiveSettings settings, Time time, Workers workers) {
        this.settings = settings;
        this.time = time;
        workers.repeat(this::sweep, PAUSE);
    }

    /**
     * The sign-in of that session, begun with the first call.
     *
     * @throws IllegalStateException if the session is over
     */
    synchronized HttpSignIn of(HttpSession session) {
        if (session.getAttribute(SignIn.class.getName()) instanceof HttpSignIn known) {
            return known;
        }
        HttpSignIn begun = new HttpSignIn(session, time);
        session.setMaxInactiveInterval(NO_TIMEOUT);
        session.setAttribute(SignIn.class.getName(), begun);
        all.add(begun);
        return begun;
    }

    /** Signs out, and leaves the session to nobody: as empty as a new one, and as soon forgotten. */
    void end(HttpSignIn signIn, HttpSession session) {
        signIn.end();
        all.remove(signIn);
        Collections.list(session.getAttributeNames()).forEach(session::removeAttribute);
        session.setMaxInactiveInterval(USUAL_TIMEOUT_SECONDS);
    }

    void sweep() {
        List<HttpSignIn> ended = all.stream().filter(signIn -> !signIn.lasts()).toList();
        ended.forEach(HttpSignIn::endSession);
        all.removeAll(ended);
        long idleSince = time.nanos() - settings.now().sessionTimeout().toNanos();
        all.stream().filter(signIn -> signIn.isIdleSince(idleSince)).forEach(HttpSignIn::end);
    }
}
