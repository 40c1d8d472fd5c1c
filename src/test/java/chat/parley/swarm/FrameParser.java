package chat.parley.swarm;

import chat.parley.testing.Frame;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Cuts what a server sends into lines, however the kernel has cut it: first the head of its answer to the handshake,
 * then each line of each text message. A frame is never held whole; only a line that is not complete yet is.
 */
final class FrameParser {

    /** Takes one line; the bytes are valid during the call only. */
    interface LineListener {
        void line(byte[] bytes, int from, int to);
    }

    private static final int LONGEST_HEADER = 10;

    private final LineListener lines;
    private final Consumer<Frame> controls;
    private final byte[] header = new byte[LONGEST_HEADER];
    private int headerLength;
    private byte[] partial = new byte[256];
    private int partialLength;
    private boolean inHandshake = true;
    private boolean inPayload;
    private int opcode;
    private boolean fin;
    private long left;
    private byte[] control = {};
    private int controlLength;

    FrameParser(LineListener lines, Consumer<Frame> controls) {
        this.lines = lines;
        this.controls = controls;
    }

    /** Whether the line at hand is the head of the answer to the handshake. */
    boolean isHandshake() {
        return inHandshake;
    }

    void feed(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && inHandshake) {
            keep(bytes, at, at + 1);
            at++;
            if (partialLength >= 4
                    && partial[partialLength - 1] == '\n'
                    && partial[partialLength - 2] == '\r'
                    && partial[partialLength - 3] == '\n') {
                lines.line(partial, 0, partialLength);
                partialLength = 0;
                inHandshake = false;
            }
        }
        while (at < to) {
            if (!inPayload) {
                header[headerLength++] = bytes[at++];
                begin();
            } else {
                int end = (int) Math.min(to, at + left);
                left -= end - at;
                payload(bytes, at, end);
                at = end;
            }
            if (inPayload && left == 0) {
                inPayload = false;
                end();
            }
        }
    }

    private void begin() {
        if (headerLength < 2) {
            return;
        }
        int size = header[1] & 0x7F;
        int extra = size == 126 ? 2 : size == 127 ? 8 : 0;
        if (headerLength < 2 + extra) {
            return;
        }
        left = extra == 0 ? size : 0;
        for (int i = 0; i < extra; i++) {
            left = left << 8 | (header[2 + i] & 0xFF);
        }
        fin = (header[0] & 0x80) != 0;
        opcode = header[0] & 0x0F;
        headerLength = 0;
        inPayload = true;
        if (isControl()) {
            control = new byte[(int) left];
            controlLength = 0;
        }
    }

    private boolean isControl() {
        return opcode >= Frame.CLOSE;
    }

    private void payload(byte[] bytes, int from, int to) {
        if (isControl()) {
            System.arraycopy(bytes, from, control, controlLength, to - from);
            controlLength += to - from;
            return;
        }
        int start = from;
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n') {
                line(bytes, start, i);
                start = i + 1;
            }
        }
        if (left == 0 && fin) {
            line(bytes, start, to);
        } else {
            keep(bytes, start, to);
        }
    }

    private void line(byte[] bytes, int from, int to) {
        if (partialLength == 0) {
            if (to > from) {
                lines.line(bytes, from, to);
            }
            return;
        }
        keep(bytes, from, to);
        lines.line(partial, 0, partialLength);
        partialLength = 0;
    }

    private void keep(byte[] bytes, int from, int to) {
        int length = to - from;
        if (partialLength + length > partial.length) {
            partial = Arrays.copyOf(partial, Math.max(partialLength + length, 2 * partial.length));
        }
        System.arraycopy(bytes, from, partial, partialLength, length);
        partialLength += length;
    }

    private void end() {
        if (isControl()) {
            controls.accept(new Frame(true, opcode, control));
        }
    }
}
