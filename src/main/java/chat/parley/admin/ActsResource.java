package chat.parley.admin;

import chat.parley.model.Act;
import chat.parley.model.Actor;
import chat.parley.model.RoomName;
import chat.parley.model.User;
import chat.parley.room.AuditEntry;
import chat.parley.room.AuditLog;
import chat.parley.room.Moderation;
import chat.parley.room.RoomRule;
import chat.parley.room.Sanction;
import chat.parley.room.Subject;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What moderators do, done by an administrator; what holds because of it; and what was done by whom. */
@Path("")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SuppressWarnings("NullAway.Init") // the container injects
public class ActsResource {
    private static final int MAX_LIMIT = 1_000;

    @Inject
    Moderation moderation;

    @Inject
    AuditLog audit;

    @Context
    HttpServletRequest request;

    /** An act that was carried out. */
    public record Done(String act) {}

    /** A ban or a mute. What does not apply is empty. */
    public record Holding(String kind, String subject, String room, String until, String reason, String by, String at) {
        static Holding of(Sanction sanction) {
            return new Holding(
                    word(sanction.kind()),
                    sanction.subject().toString(),
                    sanction.room() == null ? "" : sanction.room().value(),
                    sanction.until() == null ? "" : sanction.until().toString(),
                    sanction.reason(),
                    sanction.by(),
                    sanction.at().toString());
        }
    }

    /** What holds of a room. */
    public record Ruled(String room, boolean closed, boolean membersOnly, List<String> members) {
        static Ruled of(RoomRule rule) {
            return new Ruled(
                    rule.room().value(),
                    rule.closed(),
                    rule.membersOnly(),
                    rule.members().stream()
                            .map(member -> member.name().display())
                            .sorted()
                            .toList());
        }
    }

    /** All bans and mutes that hold, newest first, and the rooms moderators have said something of. */
    public record Rules(List<Holding> sanctions, List<Ruled> rooms) {}

    /** A line of the audit log. */
    public record Noted(
            long id,
            String at,
            String actor,
            String actorKind,
            String address,
            String act,
            String target,
            String room,
            String reason,
            String outcome) {
        static Noted of(AuditEntry entry) {
            return new Noted(
                    entry.id(),
                    entry.at().toString(),
                    entry.actor(),
                    entry.actorKind(),
                    entry.address(),
                    entry.act(),
                    entry.target(),
                    entry.room(),
                    entry.reason(),
                    entry.outcome());
        }
    }

    /** Part of the audit log, newest first. */
    public record Page(List<Noted> items) {}

    @GET
    @Path("rules")
    public Rules rules() {
        return new Rules(
                moderation.sanctions().stream().map(Holding::of).toList(),
                moderation.rooms().stream().map(Ruled::of).toList());
    }

    @GET
    @Path("audit")
    public CompletionStage<Page> audit(
            @QueryParam("before") @DefaultValue("") String before,
            @QueryParam("limit") @DefaultValue("100") String limit) {
        return audit.read(before.isEmpty() ? Long.MAX_VALUE : Body.number("before", before, 1, Long.MAX_VALUE), (int)
                        Body.number("limit", limit, 1, MAX_LIMIT))
                .thenApply(entries -> new Page(entries.stream().map(Noted::of).toList()));
    }

    @POST
    @Path("acts")
    public CompletionStage<Done> act(String text) {
        Body body = Body.parse(text);
        String name = body.string("act");
        Act act = Act.of(name).orElseThrow(() -> new Operations.RefusedException("act: there is no " + name));
        return carryOut(act, body).thenApply(nothing -> new Done(act.wireName()));
    }

    private CompletionStage<Void> carryOut(Act act, Body body) {
        Actor actor = ApiFilter.actor(request);
        String reason = body.string("reason", "");
        return switch (act) {
            case KICK -> moderation.kick(actor, user(body), optionalRoom(body), reason);
            case BAN -> moderation.ban(actor, subject(body), body.time("until"), reason);
            case UNBAN -> moderation.unban(actor, subject(body), reason);
            case MUTE -> moderation.mute(actor, user(body), optionalRoom(body), body.time("until"), reason);
            case UNMUTE -> moderation.unmute(actor, user(body), optionalRoom(body), reason);
            case DELETE -> moderation.delete(actor, room(body), body.whole("seq", 0), reason);
            case CLOSE -> moderation.close(actor, room(body), reason);
            case REOPEN -> moderation.reopen(actor, room(body), reason);
            case MAKE_PRIVATE -> moderation.makePrivate(actor, room(body), reason);
            case MAKE_PUBLIC -> moderation.makePublic(actor, room(body), reason);
            case ADD_MEMBER -> moderation.addMember(actor, room(body), user(body), reason);
            case REMOVE_MEMBER -> moderation.removeMember(actor, room(body), user(body), reason);
            case ANNOUNCE -> moderation.announce(actor, optionalRoom(body), body.string("text"));
        };
    }

    private static Subject subject(Body body) {
        String address = body.string("address", "");
        return address.isEmpty() ? new Subject.Person(user(body)) : Subjects.address(address);
    }

    private static User user(Body body) {
        return Subjects.user(body.string("kind"), body.string("name"));
    }

    private static @Nullable RoomName optionalRoom(Body body) {
        return body.string("room", "").isEmpty() ? null : room(body);
    }

    private static RoomName room(Body body) {
        return Subjects.room(body.string("room"));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
