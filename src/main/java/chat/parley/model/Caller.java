package chat.parley.model;

import java.security.Principal;
import java.util.Set;

/**
 * Who stands behind a connection, as the server saw it in the handshake. Never what a message claims.
 *
 * @param name the name under which the server signed the caller in; empty for a guest
 * @param address the caller's network address, as {@code 192.0.2.7}; empty where nothing told it
 * @param roles what the server says the caller may do
 */
public record Caller(String name, String address, Set<Role> roles) implements Principal {

    /** Where no handshake was seen: a guest from nowhere. */
    public static final Caller UNKNOWN = new Caller("", "", Set.of());

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** The same as {@link #name()}, for those who know a principal only. */
    @Override
    public String getName() {
        return name;
    }

    /** Whether the server signed the caller in. */
    public boolean isMember() {
        return !name.isEmpty();
    }
}
