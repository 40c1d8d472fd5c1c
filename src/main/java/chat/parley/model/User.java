package chat.parley.model;

/**
 * Somebody who has logged in.
 *
 * @param name how they are called
 * @param kind how they are known
 */
public record User(UserName name, Kind kind) {

    /** How somebody is known. */
    public enum Kind {
        /** Chose a name, and nothing vouches for it. */
        GUEST,
        /** Was signed in by the server. */
        MEMBER
    }
}
