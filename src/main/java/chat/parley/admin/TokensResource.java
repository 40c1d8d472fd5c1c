package chat.parley.admin;

import static java.util.stream.Collectors.toUnmodifiableSet;

import chat.parley.model.Role;
import chat.parley.room.BotToken;
import chat.parley.room.BotTokens;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** The tokens by which bots come in. */
@Path("tokens")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SuppressWarnings("NullAway.Init") // the container injects
public class TokensResource {
    @Inject
    BotTokens tokens;

    @Context
    HttpServletRequest request;

    /** A token, without its secret. What does not apply is empty. */
    public record Shown(
            String id,
            String name,
            List<String> roles,
            String note,
            String by,
            String at,
            String until,
            String lastUsed) {
        static Shown of(BotTokens.Known known) {
            BotToken token = known.token();
            return new Shown(
                    token.id(),
                    token.name().display(),
                    token.roles().stream().map(Role::roleName).sorted().toList(),
                    token.note(),
                    token.by(),
                    token.at().toString(),
                    token.until() == null ? "" : token.until().toString(),
                    known.usedAt() == null ? "" : known.usedAt().toString());
        }
    }

    /** All there are, newest first. */
    public record All(List<Shown> items) {}

    /** A new token, and its secret, this once. */
    public record Made(String secret, Shown token) {}

    /** A token that is worth nothing any more. */
    public record Revoked(String id) {}

    @GET
    public CompletionStage<All> tokens() {
        return tokens.list()
                .thenApply(known -> new All(known.stream().map(Shown::of).toList()));
    }

    @POST
    public CompletionStage<Made> make(String text) {
        Body body = Body.parse(text);
        return tokens.make(
                        ApiFilter.actor(request),
                        Subjects.user("member", body.string("name")).name(),
                        roles(body.strings("roles")),
                        body.time("until"),
                        body.string("note", ""))
                .thenApply(made -> new Made(made.secret(), Shown.of(new BotTokens.Known(made.token(), null))));
    }

    private static Set<Role> roles(List<String> names) {
        return names.stream().map(TokensResource::role).collect(toUnmodifiableSet());
    }

    private static Role role(String name) {
        return Stream.of(Role.values())
                .filter(role -> role.roleName().equals(name))
                .findFirst()
                .orElseThrow(() -> new Operations.RefusedException("roles: there is no " + name));
    }

    @DELETE
    @Path("{id}")
    public CompletionStage<Revoked> revoke(@PathParam("id") String id) {
        return tokens.revoke(ApiFilter.actor(request), id).thenApply(done -> new Revoked(id));
    }
}
