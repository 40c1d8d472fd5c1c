package chat.parley.room;

import chat.parley.protocol.Utf8;
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
    /** Whoever asks first counts; two at once count the same. */
    private int size;

    Payload(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /** In bytes of UTF-8. */
    int size() {
        if (size == 0) {
            size = Utf8.length(text);
        }
        return size;
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
