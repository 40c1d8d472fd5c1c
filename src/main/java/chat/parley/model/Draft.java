package chat.parley.model;

/**
 * Something about to be said: an event that has no place in the log yet.
 *
 * @param room where
 * @param sender who says it
 * @param id the sender's idempotency key, unique among all they ever say
 * @param text what is said
 */
public record Draft(RoomName room, User sender, String id, String text) {}
