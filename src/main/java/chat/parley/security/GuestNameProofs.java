package chat.parley.security;

import chat.parley.model.UserName;
import chat.parley.room.GuestSecret;
import chat.parley.room.NameProofs;
import chat.parley.room.Time;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Proves guests' names by tokens, as long as their secret can be read. */
@Singleton
class GuestNameProofs implements NameProofs {
    private final GuestSecret secret;
    private final Time time;

    @Inject
    GuestNameProofs(GuestSecret secret, Time time) {
        this.secret = secret;
        this.time = time;
    }

    @Override
    public @Nullable String issue(UserName name) {
        GuestTokens tokens = tokens();
        return tokens == null ? null : tokens.issue(name.key(), time.now().plus(GuestTokens.VALIDITY));
    }

    @Override
    public boolean proves(String proof, UserName name) {
        GuestTokens tokens = tokens();
        return tokens != null && tokens.verify(proof, name.key(), Clock.fixed(time.now(), ZoneOffset.UTC));
    }

    private @Nullable GuestTokens tokens() {
        byte[] bytes = secret.bytes();
        return bytes == null ? null : new GuestTokens(bytes);
    }
}
