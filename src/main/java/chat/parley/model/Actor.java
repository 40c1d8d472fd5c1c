package chat.parley.model;

import java.util.Set;

/**
 * Who acts for the server, as the server knows them: never as a message claims.
 *
 * @param name as it is shown, and stands in the audit log; empty for a guest
 * @param kind how the server knows them
 * @param address where they act from, as {@code 192.0.2.7}; empty where nothing told it
 * @param roles what they may do
 */
public record Actor(String name, Kind kind, String address, Set<Role> roles) {

    /** How the server knows who acts. */
    public enum Kind {
        /** Nobody vouches for them. */
        GUEST,
        /** The server signed them in. */
        MEMBER,
        /** Whoever may use the server's own management tools. */
        TOOL
    }

    public Actor {
        roles = Set.copyOf(roles);
    }

    /** Whoever stands behind a request or a connection. */
    public static Actor of(Caller caller) {
        Kind kind = caller.isMember() ? Kind.MEMBER : Kind.GUEST;
        return new Actor(caller.name(), kind, caller.address(), caller.roles());
    }

    /** Whoever uses a management tool of the server, as {@code JMX}, which lets in nobody but administrators. */
    public static Actor tool(String name) {
        return new Actor(name, Kind.TOOL, "", Set.of(Role.ADMIN));
    }

    /** Whether they may moderate. */
    public boolean isModerator() {
        return !roles.isEmpty();
    }

    /** Whether they may moderate other administrators too. */
    public boolean isAdmin() {
        return roles.contains(Role.ADMIN);
    }
}
