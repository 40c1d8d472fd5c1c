package chat.parley.room;

import chat.parley.model.Act;
import chat.parley.model.Actor;
import chat.parley.model.InvalidNameException;
import chat.parley.model.RoomName;
import chat.parley.model.User;
import chat.parley.model.User.Kind;
import chat.parley.model.UserName;
import chat.parley.protocol.ClientMessage;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.ServerMessage;
import chat.parley.settings.AddressRange;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Where moderators who chat say what is to be done. Who they are comes from the handshake alone. */
@Singleton
class ModerationDesk {
    /** What another server on the same database has decided holds here so much later, at the most. */
    private static final Duration REFRESH_INTERVAL = Duration.ofSeconds(5);

    private final Moderation moderation;
    private final Rulebook rulebook;
    private final Expulsion expulsion;
    private final Bots bots;
    private final Workers workers;

    @Inject
    ModerationDesk(Moderation moderation, Rulebook rulebook, Expulsion expulsion, Bots bots, Workers workers) {
        this.moderation = moderation;
        this.rulebook = rulebook;
        this.expulsion = expulsion;
        this.bots = bots;
        this.workers = workers;
    }

    /** Learns what was decided before, and elsewhere. */
    void start() {
        rulebook.start();
        bots.holdNames();
        workers.repeat(this::refresh, REFRESH_INTERVAL);
    }

    private void refresh() {
        CompletionStage<?> unused = rulebook.refresh().thenAccept(changed -> {
            if (changed) {
                bots.holdNames();
                expulsion.enforce("", "");
            }
        });
    }

    void moderate(Connection connection, People.Person person, ClientMessage.Moderate request) {
        if (!connection.isInTime(person, request.id())) {
            return;
        }
        CompletionStage<Void> done;
        try {
            done = carryOut(Actor.of(connection.caller()), new Wish(request));
        } catch (ModerationException refusal) {
            connection.refuse(request.id(), refusal.code(), String.valueOf(refusal.getMessage()));
            return;
        }
        CompletionStage<?> unused = done.whenComplete((nothing, failure) -> answer(connection, request, failure));
    }

    private static void answer(Connection connection, ClientMessage.Moderate request, @Nullable Throwable failure) {
        if (failure == null) {
            connection.reply(new ServerMessage.Moderated(request.id(), request.act()));
        } else if (LogFailure.cause(failure) instanceof ModerationException refusal) {
            connection.refuse(request.id(), refusal.code(), String.valueOf(refusal.getMessage()));
        } else {
            LogFailure.answer(connection, request.id(), "act " + request.act(), failure);
        }
    }

    private CompletionStage<Void> carryOut(Actor actor, Wish wish) {
        return switch (wish.act()) {
            case KICK -> moderation.kick(actor, wish.user(), wish.optionalRoom(), wish.reason());
            case BAN -> moderation.ban(actor, wish.subject(), wish.until(), wish.reason());
            case UNBAN -> moderation.unban(actor, wish.subject(), wish.reason());
            case MUTE -> moderation.mute(actor, wish.user(), wish.optionalRoom(), wish.until(), wish.reason());
            case UNMUTE -> moderation.unmute(actor, wish.user(), wish.optionalRoom(), wish.reason());
            case DELETE -> moderation.delete(actor, wish.room(), wish.seq(), wish.reason());
            case CLOSE -> moderation.close(actor, wish.room(), wish.reason());
            case REOPEN -> moderation.reopen(actor, wish.room(), wish.reason());
            case MAKE_PRIVATE -> moderation.makePrivate(actor, wish.room(), wish.reason());
            case MAKE_PUBLIC -> moderation.makePublic(actor, wish.room(), wish.reason());
            case ADD_MEMBER -> moderation.addMember(actor, wish.room(), wish.user(), wish.reason());
            case REMOVE_MEMBER -> moderation.removeMember(actor, wish.room(), wish.user(), wish.reason());
            case ANNOUNCE -> moderation.announce(actor, wish.optionalRoom(), wish.text());
        };
    }

    /** What a request says, each thing as an act needs it. */
    private record Wish(ClientMessage.Moderate request) {
        Act act() {
            return Act.of(request.act()).orElseThrow();
        }

        RoomName room() {
            RoomName room = optionalRoom();
            if (room == null) {
                throw missing("room");
            }
            return room;
        }

        @Nullable
        RoomName optionalRoom() {
            try {
                return request.room() == null ? null : RoomName.parse(request.room());
            } catch (InvalidNameException e) {
                throw new ModerationException(ErrorCode.ROOM_INVALID, String.valueOf(e.getMessage()));
            }
        }

        User user() {
            ClientMessage.Target target = request.user();
            if (target == null) {
                throw missing("user");
            }
            try {
                return target.kind().equals("guest")
                        ? new User(UserName.parse(target.name()), Kind.GUEST)
                        : new User(UserName.ofMember(target.name()), Kind.MEMBER);
            } catch (InvalidNameException e) {
                throw new ModerationException(ErrorCode.NAME_INVALID, String.valueOf(e.getMessage()));
            }
        }

        Subject subject() {
            String address = request.address();
            if (address == null) {
                return new Subject.Person(user());
            } else if (request.user() != null) {
                throw bad("user or address, not both");
            }
            try {
                return new Subject.Address(AddressRange.parse(address));
            } catch (IllegalArgumentException e) {
                throw bad("address: one as 192.0.2.7, or a block as 192.0.2.0/24, expected");
            }
        }

        long seq() {
            Long seq = request.seq();
            if (seq == null) {
                throw missing("seq");
            }
            return seq;
        }

        @Nullable
        Instant until() {
            return request.until() == null
                    ? null
                    : OffsetDateTime.parse(request.until()).toInstant().truncatedTo(ChronoUnit.MILLIS);
        }

        String reason() {
            return request.reason() == null ? "" : request.reason().strip();
        }

        String text() {
            if (request.text() == null) {
                throw missing("text");
            }
            return request.text().strip();
        }

        private static ModerationException missing(String field) {
            return bad(field + ": missing");
        }

        private static ModerationException bad(String why) {
            return new ModerationException(ErrorCode.BAD_MESSAGE, why);
        }
    }
}
