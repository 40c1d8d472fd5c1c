package chat.parley.lifecycle;

import jakarta.json.JsonObject;

/** A message, as whoever said it meant it and everybody should have it. */
record Said(String room, String from, String id, String text) {

    /** The one that a {@code message} object tells of. */
    static Said of(JsonObject message) {
        return new Said(
                message.getString("room"),
                message.getString("from"),
                message.getString("id"),
                message.getString("text"));
    }
}
