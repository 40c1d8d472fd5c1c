package chat.parley.model;

import java.security.Principal;
import java.util.Set;

/**
 * Who stands behind a connection, as the server saw it in the handshake. Never what a message claims.
 *
 * @param name the name under which the server signed the caller in; empty for a guest
 * @param address the caller's network address, as {@code 192.0.2.7}; empty where nothing told it
 * @param roles what the server says the caller may do
 * @param signIn what lasts as long as the server takes the caller to be signed in
 */
public record Caller(String name, String address, Set<Role> roles, SignIn signIn) implements Principal {

    /** Where no handshake was seen: a guest from nowhere. */
    public static final Caller UNKNOWN = new Caller("", "", Set.of());

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** Signed in for good, or not at all. */
    public Caller(String name, String address, Set<Role> roles) {
        this(name, address, roles, SignIn.NONE);
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
