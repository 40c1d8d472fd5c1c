package chat.parley.room;

import static chat.parley.room.Proceedings.require;

import chat.parley.model.Act;
import chat.parley.model.Actor;
import chat.parley.model.Role;
import chat.parley.model.RoomName;
import chat.parley.model.User;
import chat.parley.model.User.Kind;
import chat.parley.model.UserName;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.ServerMessage;
import chat.parley.settings.AddressRange;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What moderators do, act by act: who may do it, what it changes, and what follows. Safe for use by all threads. */
@Singleton
class Moderators implements Moderation {
    private final Rulebook rulebook;
    private final ModerationStore store;
    private final Expulsion expulsion;
    private final Connections connections;
    private final Rooms rooms;
    private final MessageLog log;
    private final Deliveries deliveries;
    private final Time time;
    private final Proceedings proceedings;

    @Inject
    Moderators(
            Rulebook rulebook,
            ModerationStore store,
            Expulsion expulsion,
            Connections connections,
            Rooms rooms,
            MessageLog log,
            Deliveries deliveries,
            Time time) {
        this.rulebook = rulebook;
        this.store = store;
        this.expulsion = expulsion;
        this.connections = connections;
        this.rooms = rooms;
        this.log = log;
        this.deliveries = deliveries;
        this.time = time;
        proceedings = new Proceedings(store, time);
    }

    @Override
    public CompletionStage<Void> kick(Actor actor, User user, @Nullable RoomName room, String reason) {
        Subject.Person person = new Subject.Person(user);
        return proceedings.carryOut(
                Deed.of(actor, Act.KICK, person, room, reason),
                () -> {
                    requireMayActOn(actor, person);
                    requireFound(
                            room == null ? expulsion.isOnline(user) : expulsion.isIn(user, room),
                            "nobody of that name");
                },
                store::append,
                () -> {
                    if (room == null) {
                        expulsion.offServer(user, reason);
                    } else {
                        expulsion.outOfRoom(user, room, actor.name(), reason);
                    }
                });
    }

    @Override
    public CompletionStage<Void> ban(Actor actor, Subject subject, @Nullable Instant until, String reason) {
        return impose(Act.BAN, actor, new Sanction.Key(Sanction.Kind.BAN, subject, null), until, reason);
    }

    @Override
    public CompletionStage<Void> unban(Actor actor, Subject subject, String reason) {
        return lift(Act.UNBAN, actor, new Sanction.Key(Sanction.Kind.BAN, subject, null), reason);
    }

    @Override
    public CompletionStage<Void> mute(
            Actor actor, User user, @Nullable RoomName room, @Nullable Instant until, String reason) {
        Sanction.Key key = new Sanction.Key(Sanction.Kind.MUTE, new Subject.Person(user), room);
        return impose(Act.MUTE, actor, key, until, reason);
    }

    @Override
    public CompletionStage<Void> unmute(Actor actor, User user, @Nullable RoomName room, String reason) {
        return lift(Act.UNMUTE, actor, new Sanction.Key(Sanction.Kind.MUTE, new Subject.Person(user), room), reason);
    }

    private CompletionStage<Void> impose(
            Act act, Actor actor, Sanction.Key key, @Nullable Instant until, String reason) {
        Instant now = time.now();
        Sanction sanction =
                new Sanction(key.kind(), key.subject(), key.room(), until, reason, actor.name(), actor.isAdmin(), now);
        return proceedings.carryOut(
                new Deed(actor, act.wireName(), key.subject().toString(), key.room(), until, reason),
                () -> {
                    requireMayActOn(actor, key.subject());
                    requireMayReplace(actor, key);
                    Proceedings.requireToCome(until, now);
                },
                entry -> rulebook.apply(new Change.Impose(sanction), entry),
                () -> expulsion.enforce(actor.name(), reason));
    }

    private CompletionStage<Void> lift(Act act, Actor actor, Sanction.Key key, String reason) {
        return proceedings.carryOut(
                Deed.of(actor, act, key.subject(), key.room(), reason),
                () -> {
                    requireFound(
                            rulebook.now().find(key, time.now()) != null,
                            "no such " + key.kind().name().toLowerCase(Locale.ROOT));
                    requireMayReplace(actor, key);
                },
                entry -> rulebook.apply(new Change.Lift(key.kind(), key.subject(), key.room()), entry),
                () -> {});
    }

    @Override
    public CompletionStage<Void> delete(Actor actor, RoomName room, long seq, String reason) {
        return proceedings.carryOut(
                Deed.of(actor, Act.DELETE, "message " + seq, room, reason),
                () -> {},
                entry -> delete(room, seq, user(actor), entry),
                () -> {});
    }

    private CompletionStage<?> delete(RoomName room, long seq, User by, AuditEntry entry) {
        return log.open(room, false)
                .thenCompose(head -> log.delete(room, seq, by, entry)
                        .thenAccept(deliveries::deliver)
                        .whenComplete((done, failure) -> log.close(room)));
    }

    @Override
    public CompletionStage<Void> close(Actor actor, RoomName room, String reason) {
        return change(Act.CLOSE, actor, room, new Change.Closing(room, true), reason);
    }

    @Override
    public CompletionStage<Void> reopen(Actor actor, RoomName room, String reason) {
        return change(Act.REOPEN, actor, room, new Change.Closing(room, false), reason);
    }

    @Override
    public CompletionStage<Void> makePrivate(Actor actor, RoomName room, String reason) {
        return change(Act.MAKE_PRIVATE, actor, room, new Change.Privacy(room, true), reason);
    }

    @Override
    public CompletionStage<Void> makePublic(Actor actor, RoomName room, String reason) {
        return change(Act.MAKE_PUBLIC, actor, room, new Change.Privacy(room, false), reason);
    }

    @Override
    public CompletionStage<Void> addMember(Actor actor, RoomName room, User user, String reason) {
        return proceedings.carryOut(
                Deed.of(actor, Act.ADD_MEMBER, new Subject.Person(user), room, reason),
                () -> require(
                        user.kind() == Kind.MEMBER,
                        ErrorCode.FORBIDDEN,
                        "a guest's name is nobody's for good: only signed-in users can be on a room's list"),
                entry -> rulebook.apply(new Change.Listing(room, user, true), entry),
                () -> {});
    }

    @Override
    public CompletionStage<Void> removeMember(Actor actor, RoomName room, User user, String reason) {
        return proceedings.carryOut(
                Deed.of(actor, Act.REMOVE_MEMBER, new Subject.Person(user), room, reason),
                () -> requireFound(rulebook.now().of(room).members().contains(user), "not on the room's list"),
                entry -> rulebook.apply(new Change.Listing(room, user, false), entry),
                () -> expulsion.enforce(actor.name(), reason));
    }

    private CompletionStage<Void> change(Act act, Actor actor, RoomName room, Change change, String reason) {
        return proceedings.carryOut(
                Deed.of(actor, act, "", room, reason),
                () -> {},
                entry -> rulebook.apply(change, entry),
                () -> expulsion.enforce(actor.name(), reason));
    }

    @Override
    public CompletionStage<Void> announce(Actor actor, @Nullable RoomName room, String text) {
        return proceedings.carryOut(
                Deed.of(actor, Act.ANNOUNCE, "", room, text),
                () -> {
                    require(!text.isBlank(), ErrorCode.BAD_MESSAGE, "text: empty");
                    require(room == null || rooms.find(room) != null, ErrorCode.NO_SUCH_ROOM, "nobody is in that room");
                },
                store::append,
                () -> tell(room, text));
    }

    private void tell(@Nullable RoomName name, String text) {
        if (name == null) {
            ServerMessage notice = new ServerMessage.Notice(null, text);
            connections.open().stream()
                    .filter(connection -> connection.person() != null)
                    .forEach(connection -> connection.reply(notice));
            return;
        }
        Room room = rooms.find(name);
        if (room != null) {
            room.announce(text);
        }
    }

    @Override
    public List<Sanction> sanctions() {
        Instant now = time.now();
        return rulebook.now().sanctions().stream()
                .filter(sanction -> sanction.holdsAt(now))
                .sorted(Comparator.comparing(Sanction::at).reversed())
                .toList();
    }

    @Override
    public List<RoomRule> rooms() {
        return rulebook.now().rooms().stream()
                .sorted(Comparator.comparing(rule -> rule.room().value()))
                .toList();
    }

    /** Who takes a message back, as the room is told. */
    private static User user(Actor actor) {
        return new User(UserName.ofMember(actor.name()), Kind.MEMBER);
    }

    private void requireMayActOn(Actor actor, Subject subject) {
        require(!isOneself(actor, subject), ErrorCode.FORBIDDEN, "that would be yourself");
        require(actor.isAdmin() || !isAdmin(subject), ErrorCode.FORBIDDEN, "an administrator is not for moderators");
    }

    private void requireMayReplace(Actor actor, Sanction.Key key) {
        Sanction known = rulebook.now().find(key, time.now());
        require(
                actor.isAdmin() || known == null || !known.byAdmin(),
                ErrorCode.FORBIDDEN,
                "what an administrator has decided only another changes");
    }

    private static boolean isOneself(Actor actor, Subject subject) {
        if (subject instanceof Subject.Person person) {
            return actor.kind() == Actor.Kind.MEMBER && person.user().equals(user(actor));
        }
        return subject instanceof Subject.Address address
                && AddressRange.address(actor.address())
                        .filter(address.range()::contains)
                        .isPresent();
    }

    /** As far as the server knows: whoever is not here is asked when they come. */
    private boolean isAdmin(Subject subject) {
        return subject instanceof Subject.Person person
                && connections.open().stream()
                        .filter(Expulsion.is(person.user()))
                        .anyMatch(connection -> connection.caller().roles().contains(Role.ADMIN));
    }

    private static void requireFound(boolean found, String otherwise) {
        require(found, ErrorCode.NOT_FOUND, otherwise);
    }
}
