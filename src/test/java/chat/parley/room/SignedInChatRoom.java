package chat.parley.room;

import chat.parley.model.Caller;
import chat.parley.model.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Specializes;
import jakarta.inject.Inject;
import jakarta.websocket.Session;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes for a test what a server's sign-in would say from the address: {@code /ws?member=grace&role=parley-moderator&from=192.0.2.7}.
 * A bot's token comes by {@code bearer}. Where there are no servlets, nobody else says it.
 */
@Specializes
@ApplicationScoped
public class SignedInChatRoom extends ChatRoom {

    @Inject
    BotTokens tokens;

    @Override
    public void opened(Session session, Caller unknown) {
        Set<Role> roles = Stream.of(Role.values())
                .filter(role -> values(session, "role").contains(role.roleName()))
                .collect(Collectors.toUnmodifiableSet());
        String secret = value(session, "bearer");
        Caller bot = secret.isEmpty() ? null : tokens.admit(secret);
        super.opened(session, bot != null ? bot : new Caller(value(session, "member"), value(session, "from"), roles));
    }

    private static String value(Session session, String parameter) {
        return values(session, parameter).stream().findFirst().orElse("");
    }

    private static List<String> values(Session session, String parameter) {
        return session.getRequestParameterMap().getOrDefault(parameter, List.of());
    }
}
