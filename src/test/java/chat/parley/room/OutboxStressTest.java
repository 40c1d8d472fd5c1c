package chat.parley.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.protocol.ServerMessage.Bye;
import chat.parley.protocol.ServerMessage.Pong;
import chat.parley.protocol.Subprotocol;
import jakarta.websocket.SendHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** On real threads: many that reply, and a container that reports sends at once or from threads of its own. */
@Timeout(120)
class OutboxStressTest {

    private static final int REPLIERS = 4;
    private static final int REPLIES = 3_000;

    private final ExecutorService threads = Executors.newFixedThreadPool(REPLIERS);
    private final ExecutorService container = Executors.newFixedThreadPool(2);
    private final AtomicInteger faults = new AtomicInteger();

    @AfterEach
    void stop() {
        threads.shutdownNow();
        container.shutdownNow();
    }

    @ParameterizedTest
    @EnumSource
    void nothing_is_lost_or_doubled_or_overtaken_and_one_send_is_in_flight(Subprotocol subprotocol) throws Exception {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        FakeSession session = new FakeSession();
        session.network(handler -> end(session, handler, random.nextInt(3)));
        Outbox outbox = outbox(session, subprotocol);
        List<Future<?>> repliers = new ArrayList<>();
        for (int replier = 0; replier < REPLIERS; replier++) {
            int name = replier;
            repliers.add(threads.submit(() -> {
                for (int i = 0; i < REPLIES; i++) {
                    outbox.reply(new Pong(name + "-" + i));
                    if (i % 100 == 0) {
                        outbox.ping();
                    }
                }
            }));
        }
        for (Future<?> replier : repliers) {
            replier.get();
        }
        await().alias("seed " + seed)
                .until(() -> session.frames().stream().flatMap(String::lines).count() >= REPLIERS * REPLIES);

        List<String> ids =
                session.objects().stream().map(object -> object.getString("id")).toList();
        assertThat(ids).as("seed %s", seed).hasSize(REPLIERS * REPLIES).doesNotHaveDuplicates();
        for (int replier = 0; replier < REPLIERS; replier++) {
            String prefix = replier + "-";
            assertThat(ids.stream().filter(id -> id.startsWith(prefix)).map(id -> Integer.valueOf(id.substring(2))))
                    .isSorted();
        }
        assertThat(session.overlaps()).isZero();
        assertThat(session.pings()).isPositive();
        assertThat(faults).hasValue(0);
    }

    private void end(FakeSession session, SendHandler handler, int way) {
        if (way == 0) {
            session.succeed(handler);
        } else {
            container.execute(() -> session.succeed(handler));
        }
    }

    @Test
    void whatever_else_happens_the_close_comes_after_the_bye() throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        for (int round = 0; round < 3_000; round++) {
            FakeSession session = new FakeSession();
            Outbox outbox = outbox(session, Subprotocol.LINES);
            AtomicInteger closes = new AtomicInteger();
            Future<?> waker = threads.submit(() -> {
                start.await();
                while (closes.get() == 0 && !Thread.currentThread().isInterrupted()) {
                    outbox.wake();
                }
                return null;
            });
            start.await();
            outbox.finish(new Bye(4000, "", true, 0), () -> {
                closes.incrementAndGet();
                faults.addAndGet(session.frames().size() == 1 ? 0 : 1);
            });
            waker.get();
            assertThat(closes).as("round %s", round).hasValue(1);
            assertThat(faults).as("round %s", round).hasValue(0);
        }
    }

    private Outbox outbox(FakeSession session, Subprotocol subprotocol) {
        Outbox.Owner owner = new Outbox.Owner() {
            @Override
            public Memberships memberships() {
                return new Memberships();
            }

            @Override
            public void lost() {
                faults.incrementAndGet();
            }

            @Override
            public void tooSlow() {
                faults.incrementAndGet();
            }
        };
        return new Outbox(session.session(), subprotocol, owner, new FakeTime(), new Figures());
    }
}
