package chat.parley.security;

import chat.parley.model.UserName;
import chat.parley.room.NameProofs;
import chat.parley.room.Time;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;

/**
 * Proves guests' names by tokens. The secret is as lasting as the log: while that is in memory, a token is good until the
 * server stops.
 */
@Singleton
class GuestNameProofs implements NameProofs {
    private final GuestTokens tokens = new GuestTokens(GuestTokens.newSecret());
    private final Time time;

    @Inject
    GuestNameProofs(Time time) {
        this.time = time;
    }

    @Override
    public String issue(UserName name) {
        return tokens.issue(name.key(), time.now().plus(GuestTokens.VALIDITY));
    }

    @Override
    public boolean proves(String proof, UserName name) {
        return tokens.verify(proof, name.key(), Clock.fixed(time.now(), ZoneOffset.UTC));
    }
}
