package chat.parley.protocol;

/** What a server frame may hold; negotiated in the handshake. */
public enum Subprotocol {
    /** One JSON object a frame; also without any subprotocol. */
    SINGLE("parley.v1", false, false),
    /** One or more JSON objects a frame, one a line, so that a client that was busy catches up in one frame. */
    LINES("parley.v1.ndjson", true, false),
    /** The same as binary frames: their UTF-8 is made once for all who get it, where text is encoded for each. */
    BINARY_LINES("parley.v1.ndjson.binary", true, true);

    private final String token;
    private final boolean lines;
    private final boolean binary;

    Subprotocol(String token, boolean lines, boolean binary) {
        this.token = token;
        this.lines = lines;
        this.binary = binary;
    }

    /** What was agreed on in the handshake; empty for a client that asked for none. */
    public static Subprotocol of(String negotiated) {
        for (Subprotocol subprotocol : values()) {
            if (subprotocol.token.equals(negotiated)) {
                return subprotocol;
            }
        }
        return SINGLE;
    }

    /** The value of {@code Sec-WebSocket-Protocol}. */
    public String token() {
        return token;
    }

    /** Whether a frame may hold several objects. */
    public boolean isLines() {
        return lines;
    }

    /** Whether the server's frames are binary. */
    public boolean isBinary() {
        return binary;
    }
}
