package chat.parley.model;

import java.time.Instant;

/**
 * Something said in a room, as the log keeps it.
 *
 * @param room where
 * @param seq its place in the room's log; counts from 1 without holes
 * @param sender who said it
 * @param id the sender's idempotency key
 * @param text what was said
 * @param at when it was stored, in whole milliseconds; never before the event before it
 */
public record Event(RoomName room, long seq, User sender, String id, String text, Instant at) {}
