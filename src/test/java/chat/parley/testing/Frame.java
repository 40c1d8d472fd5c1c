package chat.parley.testing;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;

/**
 * One WebSocket frame on the wire, RFC 6455 section 5.2. Any value may be built, the forbidden ones too.
 *
 * @param fin whether the message ends with it
 * @param opcode one of the constants here, or something no server should take
 * @param payload the bytes, unmasked
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
public record Frame(boolean fin, int opcode, byte[] payload) {

    public static final int CONTINUATION = 0x0;
    public static final int TEXT = 0x1;
    public static final int BINARY = 0x2;
    public static final int CLOSE = 0x8;
    public static final int PING = 0x9;
    public static final int PONG = 0xA;

    private static final int FIN = 0x80;
    private static final int MASK = 0x80;
    private static final int OPCODE = 0x0F;
    private static final int SIZE = 0x7F;
    private static final int SIZE_IN_TWO = 126;
    private static final int SIZE_IN_EIGHT = 127;

    public static Frame text(String text) {
        return new Frame(true, TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    public static Frame close(int code) {
        return new Frame(
                true,
                CLOSE,
                ByteBuffer.allocate(Short.BYTES).putShort((short) code).array());
    }

    public String text() {
        return new String(payload, StandardCharsets.UTF_8);
    }

    /** What a close frame says; a close frame without a code is 1005 by the RFC. */
    public Closed closed() {
        if (payload.length < Short.BYTES) {
            return new Closed(1005, "");
        }
        ByteBuffer body = ByteBuffer.wrap(payload);
        int code = body.getShort() & 0xFFFF;
        return new Closed(code, StandardCharsets.UTF_8.decode(body).toString());
    }

    /** The frame as a client must send it. */
    public ByteBuffer masked() {
        return encode(true);
    }

    /** The frame as only a server may send it. */
    public ByteBuffer unmasked() {
        return encode(false);
    }

    private ByteBuffer encode(boolean mask) {
        ByteBuffer wire = ByteBuffer.allocate(payload.length + 14);
        wire.put((byte) ((fin ? FIN : 0) | opcode));
        int flag = mask ? MASK : 0;
        if (payload.length < SIZE_IN_TWO) {
            wire.put((byte) (flag | payload.length));
        } else if (payload.length <= 0xFFFF) {
            wire.put((byte) (flag | SIZE_IN_TWO)).putShort((short) payload.length);
        } else {
            wire.put((byte) (flag | SIZE_IN_EIGHT)).putLong(payload.length);
        }
        if (mask) {
            byte[] key = new byte[4];
            ThreadLocalRandom.current().nextBytes(key);
            wire.put(key);
            for (int i = 0; i < payload.length; i++) {
                wire.put((byte) (payload[i] ^ key[i & 3]));
            }
        } else {
            wire.put(payload);
        }
        return wire.flip();
    }

    /**
     * Reads the next frame.
     *
     * @throws EOFException when the connection ended instead
     */
    static Frame read(InputStream from) throws IOException {
        DataInputStream in = new DataInputStream(from);
        int first = in.readUnsignedByte();
        int second = in.readUnsignedByte();
        if ((second & MASK) != 0) {
            throw new IOException("a server masked a frame");
        }
        long size = second & SIZE;
        if (size == SIZE_IN_TWO) {
            size = in.readUnsignedShort();
        } else if (size == SIZE_IN_EIGHT) {
            size = in.readLong();
        }
        byte[] payload = new byte[Math.toIntExact(size)];
        in.readFully(payload);
        return new Frame((first & FIN) != 0, first & OPCODE, payload);
    }
}
