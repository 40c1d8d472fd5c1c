package chat.parley.protocol;

/**
 * Why the server closes a connection. The range tells a client what to do: 4000 to 4499 reconnect, 4500 to 4999 do not.
 * {@link #TOO_BIG} is the one of the WebSocket standard (RFC 6455, 7.4.1) that Parley sends itself.
 */
public enum CloseCode {
    /** The server shuts down or the application is redeployed. */
    SHUTTING_DOWN(4000, "the server is shutting down"),
    /** A frame was not taken within the write deadline. */
    TOO_SLOW(4001, "too slow to take what was sent"),
    /** Nothing was heard from the client, not even a pong. */
    NO_PONG(4002, "silent for too long"),
    /** An administrator has the server take no connections for a while. */
    DRAINED(4003, "the server takes no connections for a while"),
    /** The server failed. */
    INTERNAL(4004, "the server failed"),
    /** The server has all the connections it may have. */
    SERVER_FULL(4005, "the server is full"),
    /** Far too many requests. */
    FLOOD(4006, "far too many requests"),
    /** Too many frames that were not of the protocol. */
    ABUSE(4500, "too many bad frames"),
    /** No login within the login deadline. */
    NO_LOGIN(4501, "no login in time"),
    /** The user may not be here. */
    UNAUTHORIZED(4502, "not authorized"),
    /** The user signed out, or the token of a bot has ended. */
    SIGNED_OUT(4503, "signed out"),
    /** A moderator sent the user away. */
    KICKED(4504, "kicked"),
    /** A moderator banned the user. */
    BANNED(4505, "banned"),
    /** The address has all the connections it may have. */
    TOO_MANY_CONNECTIONS(4506, "too many connections from this address"),
    /** The frame was larger than allowed. */
    TOO_BIG(1009, "frame too large");

    private final int code;
    private final String reason;

    CloseCode(int code, String reason) {
        this.code = code;
        this.reason = reason;
    }

    /** The number in the close frame. */
    public int code() {
        return code;
    }

    /** Said to people; at most 123 bytes of UTF-8, as a close frame allows. */
    public String reason() {
        return reason;
    }

    /** Whether an operator wants to know: the client could not keep up, or did what no client should. */
    public boolean isFault() {
        return this == TOO_SLOW || this == FLOOD || this == ABUSE || this == TOO_BIG;
    }

    /** Whether the client should come back by itself. */
    public boolean reconnect() {
        return code >= 4000 && code < 4500;
    }
}
