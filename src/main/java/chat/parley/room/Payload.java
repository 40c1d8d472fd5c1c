package chat.parley.room;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What a frame holds, as text and as the same in UTF-8. Both are made once, however many clients it is sent to.
 *
 * <p><b>Concurrency:</b> for any thread.
 */
final class Payload {
    private final String text;
    private volatile byte @Nullable [] utf8;

    Payload(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /** A buffer of its own on bytes that are shared. */
    ByteBuffer bytes() {
        byte[] encoded = utf8;
        if (encoded == null) {
            utf8 = encoded = text.getBytes(StandardCharsets.UTF_8);
        }
        return ByteBuffer.wrap(encoded);
    }
}
