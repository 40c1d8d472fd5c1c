package chat.parley.protocol;

/** What a server frame may hold; negotiated in the handshake. */
public enum Subprotocol {
    /** One JSON object a frame; also without any subprotocol. */
    SINGLE("parley.v1"),
    /** One or more JSON objects a frame, one a line, so that a client that was busy catches up in one frame. */
    LINES("parley.v1.ndjson");

    private final String token;

    Subprotocol(String token) {
        this.token = token;
    }

    /** The value of {@code Sec-WebSocket-Protocol}. */
    public String token() {
        return token;
    }
}
