package chat.parley.room;

import static java.util.stream.Collectors.joining;

import chat.parley.model.Role;
import chat.parley.model.UserName;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What lets a bot in, as it is kept: all but its secret.
 *
 * @param id the beginning of the hash, so that whoever finds a secret can tell which token it is of
 * @param hash the secret's SHA-256, as 64 hexadecimal digits
 * @param name under which the bot is a member
 * @param roles what it may do
 * @param note what it is for, in the words of whoever made it; may be empty
 * @param by the name of whoever made it
 * @param at when it was made
 * @param until when it ends; null: never
 */
public record BotToken(
        String id,
        String hash,
        UserName name,
        Set<Role> roles,
        String note,
        String by,
        Instant at,
        @Nullable Instant until) {

    public BotToken {
        roles = Set.copyOf(roles);
    }

    /** Whether it lets anybody in at that moment. */
    public boolean holdsAt(Instant now) {
        return until == null || now.isBefore(until);
    }

    /** As it stands in the audit log: {@code bot news (token 3f2a9c0d1b7e4f55, parley-moderator)}. */
    String shown() {
        String may = roles.stream().map(role -> ", " + role.roleName()).sorted().collect(joining());
        return "bot " + name.display() + " (token " + id + may + ")";
    }
}
