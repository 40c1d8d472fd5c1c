package chat.parley.model;

import java.util.Locale;

/** What a server's user may do beyond chatting, the highest first; by default a group of the server's realm is a role. */
public enum Role {
    ADMIN("parley-admin"),
    MODERATOR("parley-moderator");

    private final String roleName;

    Role(String roleName) {
        this.roleName = roleName;
    }

    /** As the server knows it, {@code parley-admin}. */
    public String roleName() {
        return roleName;
    }

    /** As clients know it, {@code admin}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
