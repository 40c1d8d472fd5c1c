package chat.parley.swarm;

import chat.parley.testing.ChatClient;
import chat.parley.testing.RawSocket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/**
 * Very many clients of one room in one thread. Each checks that it gets every message once and in the order that all
 * others see; {@link #faults} tells who did not, and whoever got an error or a resync.
 *
 * <p><b>Concurrency:</b> one thread of its own serves all connections; the public methods hand their work to it and may
 * be called from any other.
 */
public final class Swarm implements AutoCloseable {

    /** Fewer than any server's backlog of connections not yet accepted. */
    private static final int ENTERING_AT_ONCE = 50;

    /** How many messages the slowest that reads may be behind before the talkers wait for it. */
    private static final int MAX_LAG = 100;

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final InetSocketAddress address;
    private final byte[] handshake;
    private final String room;
    private final String mark = Integer.toString(NUMBERS.incrementAndGet());
    private final AtomicInteger numbers = new AtomicInteger();
    private final Ledger ledger = new Ledger();
    private final Latencies acknowledged = new Latencies();
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final Semaphore entering = new Semaphore(ENTERING_AT_ONCE);
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 18);
    private final Selector selector;
    private final Thread thread;
    private volatile boolean over;

    /** From here on the swarm's thread's alone. */
    private final List<SwarmMember> served = new ArrayList<>();

    private final Set<SwarmMember> talkers = new LinkedHashSet<>();
    private long newest;
    private boolean ahead;

    /** A swarm for this room, whose clients split lines. */
    public Swarm(URI uri, String room) {
        this.room = room;
        this.address = new InetSocketAddress(uri.getHost(), uri.getPort());
        this.handshake = RawSocket.to(uri).subprotocol(ChatClient.LINES).handshake();
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thread = new Thread(this::run, "swarm-" + mark);
        thread.setDaemon(true);
        thread.start();
    }

    /** So many clients log in and join; returns when all are in the room. */
    public List<SwarmMember> enter(String group, int count, Latencies delivered) {
        return enter(group, count, delivered, 0);
    }

    /** The same with so small a receive buffer that whoever stops reading is soon felt. */
    public List<SwarmMember> enter(String group, int count, Latencies delivered, int receiveBuffer) {
        List<SwarmMember> entered = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            acquireEntry();
            int index = numbers.getAndIncrement();
            SwarmMember member = new SwarmMember(this, group, group + "-" + mark + "-" + index, index, delivered);
            entered.add(member);
            run(() -> connect(member, receiveBuffer));
        }
        Awaitility.await(count + " " + group + " to enter")
                .atMost(Duration.ofMinutes(2))
                .until(() -> entered.stream().allMatch(member -> member.isIn() || member.closed() != null));
        return entered;
    }

    /** Each of them says so many texts of this length, at most {@code window} at a time on the way. */
    public void talk(List<SwarmMember> talkers, int each, int window, int textLength) {
        run(() -> talkers.forEach(talker -> talker.talk(each, window, textLength)));
    }

    /** From now on they neither read nor answer anything. */
    public void stopReading(List<SwarmMember> some) {
        run(() -> some.forEach(member -> member.read(false)));
    }

    /** They read again, first all that has come meanwhile. */
    public void readAgain(List<SwarmMember> some) {
        run(() -> some.forEach(member -> member.read(true)));
    }

    /** They are gone, with a TCP reset. */
    public void reset(List<SwarmMember> some) {
        run(() -> {
            for (SwarmMember member : some) {
                try {
                    member.reset();
                } catch (IOException e) {
                    ledger.fault(member + " cannot be reset: " + e);
                }
            }
        });
    }

    /** Waits until each of them has got so many messages since it joined, or somebody has found a fault. */
    public void awaitDelivered(List<SwarmMember> some, long messages, Duration patience) {
        Awaitility.await(messages + " messages for " + some.size())
                .atMost(patience)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !faults().isEmpty() || some.stream().allMatch(member -> member.got() >= messages));
    }

    /** From saying to its acknowledgement, over all talkers. */
    public Latencies acknowledged() {
        return acknowledged;
    }

    /** What was lost, doubled, out of order or refused; empty when all is well. */
    public List<String> faults() {
        return ledger.faults();
    }

    String room() {
        return room;
    }

    byte[] handshake() {
        return handshake;
    }

    Ledger ledger() {
        return ledger;
    }

    void reached(long seq) {
        newest = Math.max(newest, seq);
    }

    void talks(SwarmMember member) {
        talkers.add(member);
    }

    /** Whether the talkers should wait. */
    boolean isAhead() {
        return ahead;
    }

    private void waitForTheSlowest() {
        long slowest = newest;
        for (SwarmMember member : served) {
            if (member.isAwaited()) {
                slowest = Math.min(slowest, member.lastSeq());
            }
        }
        boolean wasAhead = ahead;
        ahead = newest - slowest > MAX_LAG;
        if (wasAhead && !ahead) {
            talkers.forEach(SwarmMember::goOnTalking);
        }
    }

    void entered() {
        entering.release();
    }

    private void acquireEntry() {
        try {
            if (!entering.tryAcquire(1, TimeUnit.MINUTES)) {
                throw new AssertionError("nobody gets in; " + faults());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private void connect(SwarmMember member, int receiveBuffer) {
        try {
            member.connect(selector, address, receiveBuffer);
            served.add(member);
        } catch (IOException e) {
            ledger.fault(member + " cannot connect: " + e);
        }
    }

    private void run(Runnable task) {
        tasks.add(task);
        selector.wakeup();
    }

    private void run() {
        try {
            while (!over) {
                selector.select();
                for (SelectionKey key : selector.selectedKeys()) {
                    ((SwarmMember) key.attachment()).ready(buffer);
                }
                selector.selectedKeys().clear();
                for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                    task.run();
                }
                waitForTheSlowest();
            }
        } catch (IOException | RuntimeException e) {
            ledger.fault("the swarm itself: " + e);
        }
    }

    /** Ends every connection without a word. */
    @Override
    public void close() {
        run(() -> {
            served.forEach(SwarmMember::close);
            over = true;
        });
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
            selector.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
