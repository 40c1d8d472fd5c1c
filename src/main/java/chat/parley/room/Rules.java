package chat.parley.room;

import chat.parley.model.Caller;
import chat.parley.model.Role;
import chat.parley.model.RoomName;
import chat.parley.model.User;
import chat.parley.room.Sanction.Kind;
import chat.parley.settings.AddressRange;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that moderators and administrators have decided and that holds, at one moment. Never changes: a change makes others. */
public final class Rules {
    /** Nobody has decided anything. */
    public static final Rules NONE = new Rules(0, List.of(), List.of(), List.of());

    private final long version;
    private final Map<Sanction.Key, Sanction> sanctions;
    private final Map<RoomName, RoomRule> rooms;
    private final List<Sanction> addressBans;
    private final Map<String, BotToken> tokens;

    /** @param version grows with each change in the store they come from */
    public Rules(
            long version, Collection<Sanction> sanctions, Collection<RoomRule> rooms, Collection<BotToken> tokens) {
        this.version = version;
        this.sanctions = sanctions.stream().collect(Collectors.toUnmodifiableMap(Sanction::key, one -> one));
        this.rooms = rooms.stream()
                .filter(rule -> !rule.equals(RoomRule.none(rule.room())))
                .collect(Collectors.toUnmodifiableMap(RoomRule::room, one -> one));
        this.tokens = tokens.stream().collect(Collectors.toUnmodifiableMap(BotToken::id, one -> one));
        addressBans = sanctions.stream()
                .filter(one -> one.subject() instanceof Subject.Address)
                .toList();
    }

    /** That of the store when they were read. */
    public long version() {
        return version;
    }

    /** Also those that have ended meanwhile. */
    Collection<Sanction> sanctions() {
        return sanctions.values();
    }

    Collection<RoomRule> rooms() {
        return rooms.values();
    }

    /** Also those that have ended meanwhile. */
    Collection<BotToken> tokens() {
        return tokens.values();
    }

    /** Also when it has ended meanwhile; null when there is none. */
    @Nullable
    BotToken token(String id) {
        return tokens.get(id);
    }

    RoomRule of(RoomName room) {
        RoomRule rule = rooms.get(room);
        return rule == null ? RoomRule.none(room) : rule;
    }

    /** The one that holds; null when none does. */
    @Nullable
    Sanction find(Sanction.Key key, Instant now) {
        Sanction sanction = sanctions.get(key);
        return sanction != null && sanction.holdsAt(now) ? sanction : null;
    }

    /** The ban that keeps the caller out, as this user where that is known; null when none does. */
    @Nullable
    Sanction ban(Caller caller, @Nullable User user, Instant now) {
        Sanction ban = user == null ? null : holding(Kind.BAN, user, null, caller, now);
        return ban == null ? addressBan(caller, now) : ban;
    }

    private @Nullable Sanction addressBan(Caller caller, Instant now) {
        if (addressBans.isEmpty()) {
            return null;
        }
        Optional<InetAddress> address = AddressRange.address(caller.address());
        return addressBans.stream()
                .filter(ban -> ban.subject() instanceof Subject.Address banned
                        && address.filter(banned.range()::contains).isPresent()
                        && holdsFor(ban, caller, now))
                .findFirst()
                .orElse(null);
    }

    /** The mute that keeps the user from saying anything in the room; null when none does. */
    @Nullable
    Sanction mute(Caller caller, User user, RoomName room, Instant now) {
        Sanction anywhere = holding(Kind.MUTE, user, null, caller, now);
        return anywhere == null ? holding(Kind.MUTE, user, room, caller, now) : anywhere;
    }

    private @Nullable Sanction holding(Kind kind, User user, @Nullable RoomName room, Caller caller, Instant now) {
        if (sanctions.isEmpty()) {
            return null;
        }
        Sanction sanction = sanctions.get(new Sanction.Key(kind, new Subject.Person(user), room));
        return sanction != null && holdsFor(sanction, caller, now) ? sanction : null;
    }

    /** A moderator's word does not hold for an administrator, whom nobody may have known for one. */
    private static boolean holdsFor(Sanction sanction, Caller caller, Instant now) {
        return sanction.holdsAt(now) && (sanction.byAdmin() || !caller.roles().contains(Role.ADMIN));
    }

    /** Whether the room may be known to the user at all. */
    boolean mayKnow(RoomName room, User user, Caller caller) {
        RoomRule rule = of(room);
        return !rule.membersOnly()
                || rule.members().contains(user)
                || !caller.roles().isEmpty();
    }

    boolean mayBeIn(RoomName room, User user, Caller caller) {
        return mayKnow(room, user, caller) && !of(room).closed();
    }

    /** These with a change. */
    Rules with(Change change) {
        if (change instanceof Change.Impose impose) {
            return withSanctions(without(impose.sanction().key()), impose.sanction());
        } else if (change instanceof Change.Lift lift) {
            return withSanctions(without(new Sanction.Key(lift.kind(), lift.subject(), lift.room())), null);
        } else if (change instanceof Change.Closing closing) {
            RoomRule rule = of(closing.room());
            return with(new RoomRule(rule.room(), closing.closed(), rule.membersOnly(), rule.members()));
        } else if (change instanceof Change.Privacy privacy) {
            RoomRule rule = of(privacy.room());
            return with(new RoomRule(rule.room(), rule.closed(), privacy.membersOnly(), rule.members()));
        } else if (change instanceof Change.Listing listing) {
            RoomRule rule = of(listing.room());
            Set<User> members = new HashSet<>(rule.members());
            boolean unused = listing.listed() ? members.add(listing.user()) : members.remove(listing.user());
            return with(new RoomRule(rule.room(), rule.closed(), rule.membersOnly(), members));
        } else if (change instanceof Change.Grant grant) {
            return withTokens(withoutToken(grant.token().id()), grant.token());
        } else if (change instanceof Change.Revoke revoke) {
            return withTokens(withoutToken(revoke.id()), null);
        }
        throw new IllegalArgumentException(change.toString());
    }

    private Stream<Sanction> without(Sanction.Key key) {
        return sanctions.values().stream().filter(one -> !one.key().equals(key));
    }

    private Rules withSanctions(Stream<Sanction> others, @Nullable Sanction added) {
        return new Rules(
                version, Stream.concat(others, Stream.ofNullable(added)).toList(), rooms.values(), tokens.values());
    }

    private Stream<BotToken> withoutToken(String id) {
        return tokens.values().stream().filter(one -> !one.id().equals(id));
    }

    private Rules withTokens(Stream<BotToken> others, @Nullable BotToken added) {
        return new Rules(
                version,
                sanctions.values(),
                rooms.values(),
                Stream.concat(others, Stream.ofNullable(added)).toList());
    }

    private Rules with(RoomRule rule) {
        Map<RoomName, RoomRule> changed = new HashMap<>(rooms);
        changed.put(rule.room(), rule);
        return new Rules(version, sanctions.values(), changed.values(), tokens.values());
    }

    /** Whether the same holds, whatever the version. */
    public boolean saysSameAs(Rules other) {
        return sanctions.equals(other.sanctions) && rooms.equals(other.rooms) && tokens.equals(other.tokens);
    }
}
