package chat.parley.testing;

/**
 * How a connection ended.
 *
 * @param code the close code, {@link #LOST} where the connection ended without a close frame
 * @param reason the reason of the close frame, or empty
 */
public record Closed(int code, String reason) {

    /** RFC 6455's number for a connection that ended without a close frame. */
    public static final int LOST = 1006;
}
