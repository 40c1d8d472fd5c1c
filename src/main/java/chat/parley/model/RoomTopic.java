package chat.parley.model;

import java.time.Instant;

/**
 * What a room is about, as the log keeps it.
 *
 * @param text one line; empty when nobody has said, or it was taken away
 * @param by the name of whoever said so, as it is shown; empty when nobody has
 * @param at when it was stored, in whole milliseconds; of two of a room the newer is the later one, whatever the clock did
 */
public record RoomTopic(String text, String by, Instant at) {
    /** In Unicode code points. */
    public static final int MAX_LENGTH = 250;

    /** Nobody has said what the room is about. */
    public static final RoomTopic NONE = new RoomTopic("", "", Instant.EPOCH);

    /** Whether it takes the other's place. */
    public boolean isNewerThan(RoomTopic other) {
        return at.isAfter(other.at);
    }
}
