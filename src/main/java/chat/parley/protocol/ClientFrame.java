package chat.parley.protocol;

import org.jspecify.annotations.Nullable;

/** What one frame of a client turned out to be. A wrong one is a value too, for containers treat a decoder's exception differently. */
public sealed interface ClientFrame {
    /** How large it was, in bytes. */
    int bytes();

    /** A request of the protocol. */
    record Request(ClientMessage message, int bytes) implements ClientFrame {}

    /** Not of the protocol; answered with an error that carries the id, where one could be read. */
    record Malformed(
            ErrorCode code, String message, @Nullable String id, int bytes) implements ClientFrame {}

    /** Larger than a frame may be. */
    record TooBig(int bytes) implements ClientFrame {}
}
