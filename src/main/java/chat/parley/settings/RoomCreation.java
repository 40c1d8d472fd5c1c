package chat.parley.settings;

/** Who makes a room by being the first to join it. */
public enum RoomCreation {
    ANYONE,
    /** Those whom the server has signed in. */
    MEMBERS,
    /** Those with the role parley-moderator or parley-admin. */
    MODERATORS
}
