package chat.parley.swarm;

import chat.parley.testing.Closed;
import chat.parley.testing.Frame;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * One client of a swarm: logs in, joins, and checks every message it gets against its own last seq and the ledger.
 *
 * <p><b>Concurrency:</b> the swarm's thread alone, but for the public questions.
 */
public final class SwarmMember {

    /** Of the text that a talker says: its number, the message's number, when it was sent; padding follows. */
    static final String TEXT_HEAD = "%08d %08d %019d ";

    private final Swarm swarm;
    private final String group;
    private final String name;
    private final int index;
    private final Latencies delivered;
    private final FrameParser parser = new FrameParser(this::hear, this::control);
    private final Deque<ByteBuffer> unsent = new ArrayDeque<>();
    private final Fields fields = new Fields();
    private SocketChannel channel;
    private SelectionKey key;
    private boolean reads = true;
    private volatile long firstSeq = -1;
    private volatile long lastSeq = -1;
    private volatile Closed closed;

    private int toSay;
    private int said;
    private int acknowledged;
    private int echoed;
    private int window;
    private int textLength;
    private long[] saidAt = {};

    SwarmMember(Swarm swarm, String group, String name, int index, Latencies delivered) {
        this.swarm = swarm;
        this.group = group;
        this.name = name;
        this.index = index;
        this.delivered = delivered;
    }

    /** Whether others may go no faster than it reads. */
    boolean isAwaited() {
        return reads && isIn() && closed == null;
    }

    long lastSeq() {
        return lastSeq;
    }

    /** Whether it is in the room. */
    public boolean isIn() {
        return lastSeq >= 0;
    }

    /** How many messages it has got since it joined. */
    public long got() {
        return lastSeq - firstSeq;
    }

    /** How it was closed, or null while it is open. */
    public Closed closed() {
        return closed;
    }

    @Override
    public String toString() {
        return group + " " + name;
    }

    void connect(Selector selector, InetSocketAddress address, int receiveBuffer) throws IOException {
        channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        if (receiveBuffer > 0) {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, receiveBuffer);
        }
        key = channel.register(selector, SelectionKey.OP_CONNECT, this);
        channel.connect(address);
    }

    void ready(ByteBuffer buffer) {
        try {
            if (key.isConnectable() && channel.finishConnect()) {
                key.interestOps(SelectionKey.OP_READ);
                write(ByteBuffer.wrap(swarm.handshake()));
            }
            if (key.isValid() && key.isWritable()) {
                flush();
            }
            if (key.isValid() && key.isReadable()) {
                buffer.clear();
                int count = channel.read(buffer);
                if (count < 0) {
                    end(new Closed(Closed.LOST, "end of stream"));
                } else {
                    parser.feed(buffer.array(), 0, count);
                }
            }
        } catch (IOException e) {
            end(new Closed(Closed.LOST, e.toString()));
        }
    }

    void read(boolean on) {
        reads = on;
        interest();
    }

    /** Gone with a TCP reset. */
    void reset() throws IOException {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        end(new Closed(Closed.LOST, "reset by the test"));
    }

    void close() {
        end(new Closed(Closed.LOST, "closed by the test"));
    }

    /** Says so many more, at most {@code window} of them unacknowledged or not yet heard again. */
    void talk(int count, int atOnce, int length) {
        toSay += count;
        window = atOnce;
        swarm.talks(this);
        textLength = length;
        goOnTalking();
    }

    /** Not so far ahead of the slowest that reads, or a test on a machine out of breath tests the machine. */
    void goOnTalking() {
        while (said < toSay && said - Math.min(acknowledged, echoed) < window && !swarm.isAhead()) {
            say();
        }
    }

    private void say() {
        if (said == saidAt.length) {
            saidAt = Arrays.copyOf(saidAt, Math.max(64, 2 * said));
        }
        long now = System.nanoTime();
        saidAt[said] = now;
        String head = TEXT_HEAD.formatted(index, said, now);
        String padding = "x".repeat(Math.max(0, textLength - head.length()));
        sendText("{\"type\":\"say\",\"id\":\"" + said + "\",\"room\":\"" + swarm.room() + "\",\"text\":\"" + head
                + padding + "\"}");
        said++;
    }

    private void sendText(String text) {
        try {
            write(Frame.text(text).masked());
        } catch (IOException e) {
            end(new Closed(Closed.LOST, e.toString()));
        }
    }

    private void write(ByteBuffer bytes) throws IOException {
        if (unsent.isEmpty()) {
            channel.write(bytes);
        }
        if (bytes.hasRemaining()) {
            unsent.add(bytes);
            interest();
        }
    }

    private void flush() throws IOException {
        while (!unsent.isEmpty()) {
            channel.write(unsent.peek());
            if (unsent.peek().hasRemaining()) {
                return;
            }
            unsent.remove();
        }
        interest();
    }

    private void interest() {
        if (key.isValid()) {
            key.interestOps((reads ? SelectionKey.OP_READ : 0) | (unsent.isEmpty() ? 0 : SelectionKey.OP_WRITE));
        }
    }

    /** One line from the server: the answer to the handshake, then objects. */
    private void hear(byte[] bytes, int from, int to) {
        if (parser.isHandshake()) {
            String head = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
            if (!head.startsWith("HTTP/1.1 101")) {
                fault("handshake: " + head.lines().findFirst().orElse(""));
                end(new Closed(Closed.LOST, head));
                return;
            }
            sendText("{\"type\":\"login\",\"name\":\"" + name + "\"}");
            return;
        }
        fields.read(bytes, from, to);
        if (fields.isType("message")) {
            message();
        } else if (fields.isType("ack")) {
            acknowledged++;
            swarm.acknowledged().record(System.nanoTime() - saidAt[Integer.parseInt(fields.id())]);
            goOnTalking();
        } else if (fields.isType("welcome")) {
            sendText("{\"type\":\"join\",\"limit\":0,\"room\":\"" + swarm.room() + "\"}");
        } else if (fields.isType("joined")) {
            firstSeq = fields.seq();
            lastSeq = fields.seq();
            swarm.entered();
        } else if (fields.isType("error") || fields.isType("resync")) {
            fault("got " + new String(bytes, from, to - from, StandardCharsets.UTF_8));
        }
    }

    private void message() {
        long seq = fields.seq();
        if (seq != lastSeq + 1) {
            fault("got seq " + seq + " after " + lastSeq);
        }
        lastSeq = seq;
        swarm.reached(seq);
        long talker = fields.numberInText(0, 8);
        long number = fields.numberInText(9, 17);
        delivered.record(System.nanoTime() - fields.numberInText(18, 37));
        swarm.ledger().note(toString(), seq, talker, number);
        if (talker == index) {
            echoed++;
            goOnTalking();
        }
    }

    private void control(Frame frame) {
        try {
            if (frame.opcode() == Frame.PING) {
                write(new Frame(true, Frame.PONG, frame.payload()).masked());
            } else if (frame.opcode() == Frame.CLOSE) {
                end(frame.closed());
            }
        } catch (IOException e) {
            end(new Closed(Closed.LOST, e.toString()));
        }
    }

    private void end(Closed how) {
        if (closed != null) {
            return;
        }
        closed = how;
        if (!isIn()) {
            fault("closed before it was in: " + how);
            swarm.entered();
        }
        try {
            if (key != null) {
                key.cancel();
            }
            channel.close();
        } catch (IOException e) {
            fault("does not close: " + e);
        }
    }

    private void fault(String what) {
        swarm.ledger().fault(this + " " + what);
    }
}
