package chat.parley.room;

import static chat.parley.room.Proceedings.require;

import chat.parley.model.Actor;
import chat.parley.model.Caller;
import chat.parley.model.Role;
import chat.parley.model.SignIn;
import chat.parley.model.UserName;
import chat.parley.protocol.ErrorCode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes, knows and revokes bots' tokens. They are among the {@link Rules}, so what holds here is stored, and what another server
 * stores holds here a moment later. Safe for use by all threads.
 */
@Singleton
class Bots implements BotTokens {
    /** A database that keeps each use would do nothing else. */
    private static final Duration USES_APART = Duration.ofMinutes(1);

    private final Rulebook rulebook;
    private final TokenUses uses;
    private final MemberClaims claims;
    private final Time time;
    private final Proceedings proceedings;
    private final ConcurrentMap<String, Instant> noted = new ConcurrentHashMap<>();
    private final Set<UserName> held = ConcurrentHashMap.newKeySet();

    @Inject
    Bots(Rulebook rulebook, ModerationStore store, MemberClaims claims, Time time) {
        this.rulebook = rulebook;
        this.claims = claims;
        this.time = time;
        uses = store;
        proceedings = new Proceedings(store, time);
    }

    @Override
    public CompletionStage<Made> make(
            Actor actor, UserName name, Set<Role> roles, @Nullable Instant until, String note) {
        Instant now = time.now();
        String secret = BotSecret.create();
        String hash = BotSecret.hash(secret);
        BotToken token = new BotToken(BotSecret.id(hash), hash, name, roles, note, actor.name(), now, until);
        return proceedings
                .carryOut(
                        new Deed(actor, "make_token", token.shown(), null, until, note),
                        () -> {
                            requireAdmin(actor);
                            Proceedings.requireToCome(until, now);
                        },
                        entry -> rulebook.apply(new Change.Grant(token), entry),
                        this::holdNames)
                .thenApply(done -> new Made(token, secret));
    }

    @Override
    public CompletionStage<Void> revoke(Actor actor, String id) {
        BotToken token = rulebook.now().token(id);
        return proceedings.carryOut(
                new Deed(actor, "revoke_token", token == null ? "token " + id : token.shown(), null, null, ""),
                () -> {
                    requireAdmin(actor);
                    require(token != null, ErrorCode.NOT_FOUND, "there is no such token");
                },
                entry -> rulebook.apply(new Change.Revoke(id), entry),
                () -> noted.remove(id));
    }

    private static void requireAdmin(Actor actor) {
        require(actor.isAdmin(), ErrorCode.FORBIDDEN, "tokens are for administrators");
    }

    /** No guest has a bot's name, nor one that looks like it, once this has been called. */
    void holdNames() {
        for (BotToken token : rulebook.now().tokens()) {
            if (held.add(token.name())) {
                claims.hold(token.name());
            }
        }
    }

    @Override
    public CompletionStage<List<Known>> list() {
        return uses.lastUses()
                .thenApply(stored -> rulebook.now().tokens().stream()
                        .sorted(Comparator.comparing(BotToken::at).reversed())
                        .map(token -> new Known(token, lastUse(token.id(), stored)))
                        .toList());
    }

    private @Nullable Instant lastUse(String id, Map<String, Instant> stored) {
        Instant here = noted.get(id);
        Instant anywhere = stored.get(id);
        return here == null || (anywhere != null && anywhere.isAfter(here)) ? anywhere : here;
    }

    @Override
    public @Nullable Caller admit(String secret) {
        if (!rulebook.isKnown()) {
            throw new LogException(LogException.Reason.UNAVAILABLE, "tokens cannot be read just now; try again");
        }
        String hash = BotSecret.hash(secret);
        BotToken token = rulebook.now().token(BotSecret.id(hash));
        if (token == null || !isSame(token.hash(), hash) || !token.holdsAt(time.now())) {
            return null;
        }
        used(token.id());
        return new Caller(token.name().display(), "", token.roles(), new Stay(token));
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    private void used(String id) {
        Instant now = time.now();
        Instant before = noted.get(id);
        boolean due = before == null || before.plus(USES_APART).isBefore(now);
        if (due && (before == null ? noted.putIfAbsent(id, now) == null : noted.replace(id, before, now))) {
            // Where it cannot be kept now, the next use a minute later may be.
            CompletionStage<?> unused = uses.note(id, now);
        }
    }

    /** Lasts until the token ends or is revoked, here or on another server. */
    private final class Stay implements SignIn {
        private final BotToken token;

        Stay(BotToken token) {
            this.token = token;
        }

        @Override
        public boolean lasts() {
            return token.holdsAt(time.now()) && rulebook.now().token(token.id()) != null;
        }

        @Override
        public void active() {
            used(token.id());
        }
    }
}
