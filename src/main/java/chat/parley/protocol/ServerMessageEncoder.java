package chat.parley.protocol;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.websocket.Encoder;

/** Writes what the server sends. Stateless: one serves all, and a room's event is encoded once for all who get it. */
public class ServerMessageEncoder implements Encoder.Text<ServerMessage> {
    /** Thread-safe, and dear to make. */
    private static final Jsonb JSONB = JsonbBuilder.create();

    @Override
    public String encode(ServerMessage message) {
        return JSONB.toJson(message);
    }
}
