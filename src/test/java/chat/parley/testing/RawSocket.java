package chat.parley.testing;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import jakarta.json.JsonObject;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * A WebSocket client by hand, for what polite libraries refuse to do. It speaks only when told to and reads only when
 * asked: a client that is never asked is one that never reads, and answers no ping.
 *
 * <p><b>Concurrency:</b> one thread at a time.
 */
public final class RawSocket implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;
    private final Handshake.Answer answer;
    private boolean answersPings = true;

    private RawSocket(Socket socket, InputStream in, Handshake.Answer answer) {
        this.socket = socket;
        this.in = in;
        this.answer = answer;
    }

    /** How to knock. */
    public static final class Door {

        private final URI uri;
        private final Handshake handshake;
        private String source = "127.0.0.1";
        private int receiveBuffer;

        private Door(URI uri) {
            this.uri = uri;
            this.handshake = new Handshake(uri);
        }

        public Door header(String name, String value) {
            handshake.header(name, value);
            return this;
        }

        public Door origin(String origin) {
            return header("Origin", origin);
        }

        public Door subprotocol(String subprotocols) {
            return header("Sec-WebSocket-Protocol", subprotocols);
        }

        /** The address to come from; all of 127/8 is this machine. */
        public Door from(String address) {
            source = address;
            return this;
        }

        /** How much the kernel may take in for a client that does not read. */
        public Door receiveBuffer(int bytes) {
            receiveBuffer = bytes;
            return this;
        }

        /** What would be said when knocking, for a client that knocks by itself. */
        public byte[] handshake() {
            return handshake.bytes();
        }

        /** Knocks and hears the answer, whatever it is. */
        public RawSocket open() {
            try {
                Socket socket = knock();
                InputStream in = new BufferedInputStream(socket.getInputStream());
                return new RawSocket(socket, in, Handshake.Answer.read(in));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Knocks and is gone before the answer, with a TCP reset. */
        public void openAndVanish() {
            try {
                reset(knock());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private Socket knock() throws IOException {
            Socket socket = new Socket();
            if (receiveBuffer > 0) {
                socket.setReceiveBufferSize(receiveBuffer);
            }
            socket.setTcpNoDelay(true);
            socket.setSoTimeout((int) Patience.USUAL.toMillis());
            socket.bind(new InetSocketAddress(InetAddress.getByName(source), 0));
            socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
            socket.getOutputStream().write(handshake.bytes());
            return socket;
        }
    }

    public static Door to(URI uri) {
        return new Door(uri);
    }

    /** The HTTP status of the handshake, 101 where the server agreed. */
    public int status() {
        return answer.status();
    }

    /** The subprotocol the server chose, or empty. */
    public String subprotocol() {
        return answer.headers().getOrDefault("sec-websocket-protocol", "");
    }

    /** From now on reads without answering the pings in between. */
    public void leavePingsUnanswered() {
        answersPings = false;
    }

    @CanIgnoreReturnValue
    public RawSocket send(Frame frame) {
        return sendBytes(frame.masked());
    }

    @CanIgnoreReturnValue
    public RawSocket sendText(String text) {
        return send(Frame.text(text));
    }

    @CanIgnoreReturnValue
    public RawSocket send(String type, Object... fields) {
        return sendText(ChatClient.object(type, fields).toString());
    }

    /** Sends these bytes as they are, a frame or not. */
    @CanIgnoreReturnValue
    public RawSocket sendBytes(ByteBuffer bytes) {
        try {
            byte[] wire = new byte[bytes.remaining()];
            bytes.get(wire);
            socket.getOutputStream().write(wire);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /**
     * Sends for as long as the server takes it: it may close in the midst of a frame it does not like.
     *
     * @return whether all was taken
     */
    @CanIgnoreReturnValue
    public boolean trySend(Frame frame) {
        try {
            sendBytes(frame.masked());
            return true;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** The next object that the server sends, one an unsplit frame. */
    public JsonObject readObject() {
        try {
            return ChatClient.parse(readData().text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next object of this type, whatever comes before it. */
    @CanIgnoreReturnValue
    public JsonObject readObject(String type) {
        JsonObject object = readObject();
        while (!object.getString("type").equals(type)) {
            object = readObject();
        }
        return object;
    }

    /** Reads on to the end of the connection and tells how it came. */
    public Closed readClose() {
        return readClose(Patience.USUAL);
    }

    /** Reads on to the end of the connection and tells how it came. */
    public Closed readClose(Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        try {
            while (true) {
                long left = Duration.ofNanos(until - System.nanoTime()).toMillis();
                if (left <= 0) {
                    throw new AssertionError("still open after " + patience);
                }
                socket.setSoTimeout((int) left);
                Frame frame = next();
                if (frame.opcode() == Frame.CLOSE) {
                    return frame.closed();
                }
            }
        } catch (SocketTimeoutException e) {
            throw new AssertionError("still open after " + patience, e);
        } catch (EOFException | SocketException e) {
            return new Closed(Closed.LOST, e.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next frame with data, pings in between answered. */
    public Frame readData() throws IOException {
        Frame frame = next();
        while (frame.opcode() == Frame.PING || frame.opcode() == Frame.PONG) {
            frame = next();
        }
        if (frame.opcode() == Frame.CLOSE) {
            throw new EOFException("closed instead: " + frame.closed());
        }
        return frame;
    }

    /** The next frame of any kind; a ping is answered unless told otherwise. */
    public Frame next() throws IOException {
        Frame frame = Frame.read(in);
        if (frame.opcode() == Frame.PING && answersPings) {
            send(new Frame(true, Frame.PONG, frame.payload()));
        }
        return frame;
    }

    /** Gone at once: a TCP reset, no FIN and no close frame. */
    public void reset() {
        try {
            reset(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Gone with a FIN and no close frame. */
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
