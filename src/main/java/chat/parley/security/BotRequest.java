package chat.parley.security;

import chat.parley.model.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** A request of a bot's: with its name and roles whatever a cookie says, and without a session. */
final class BotRequest extends HttpServletRequestWrapper {
    private final Caller bot;

    BotRequest(HttpServletRequest request, Caller bot) {
        super(request);
        this.bot = bot;
    }

    @Override
    public Principal getUserPrincipal() {
        return bot;
    }

    @Override
    public String getRemoteUser() {
        return bot.name();
    }

    @Override
    public String getAuthType() {
        return "Bearer";
    }

    @Override
    public boolean isUserInRole(String name) {
        return bot.roles().stream().anyMatch(role -> role.roleName().equals(name));
    }

    @Override
    @SuppressWarnings("NullAway") // there may be none, as the specification says
    public @Nullable HttpSession getSession(boolean create) {
        return create ? super.getSession(true) : null;
    }
}
