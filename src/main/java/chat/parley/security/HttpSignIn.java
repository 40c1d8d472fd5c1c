package chat.parley.security;

import chat.parley.model.SignIn;
import chat.parley.room.Time;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.security.SecureRandom;
import java.util.Base64;

/** A sign-in that an HTTP session carries. It stands in that session, so it learns when that ends, for whatever reason. */
final class HttpSignIn implements SignIn, HttpSessionBindingListener {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 16;

    private final HttpSession session;
    private final Time time;
    private final String token = newToken();
    private volatile long activeAt;
    private volatile boolean ended;

    HttpSignIn(HttpSession session, Time time) {
        this.session = session;
        this.time = time;
        activeAt = time.nanos();
    }

    private static String newToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public boolean lasts() {
        return !ended;
    }

    @Override
    public void active() {
        activeAt = time.nanos();
    }

    /** Proves that a form was filled in on a page of this session. */
    String token() {
        return token;
    }

    boolean isIdleSince(long nanos) {
        return activeAt - nanos < 0;
    }

    /** Ends it. Its connections are closed within a moment. */
    void end() {
        ended = true;
    }

    /**
     * Ends its session, which may have ended by itself. When the connections have gone: containers close what is left of them with
     * 1008, which does not say enough.
     */
    void endSession() {
        try {
            session.invalidate();
        } catch (IllegalStateException alreadyOver) {
            // As it should be.
        }
    }

    @Override
    public void valueUnbound(HttpSessionBindingEvent event) {
        ended = true;
    }
}
