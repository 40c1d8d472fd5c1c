package chat.parley.room;

import static chat.parley.room.Surroundings.event;
import static chat.parley.room.Surroundings.guest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.model.RoomName;
import chat.parley.model.RoomTopic;
import chat.parley.protocol.Subprotocol;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** On real threads and in real time: entering is atomic with everything that is delivered meanwhile. */
@Timeout(120)
class RoomStressTest {
    private static final List<Subprotocol> SUBPROTOCOLS = List.of(Subprotocol.values());
    private static final int DELIVERERS = 3;
    private static final int ENTRANTS = 2;
    private static final int ENTRIES = 20;
    private static final long LAST = 1_500;

    private final Surroundings surroundings =
            new Surroundings(Map.of("parley.ring-events", "100000", "parley.ring-bytes", "100000000"));
    private final Workers workers = new Workers();
    private final Room room = new Room(
            new RoomName("lobby"),
            new MessageLog.Head("epoch", 0, RoomTopic.NONE),
            surroundings.settings,
            workers,
            new Time());
    private final ExecutorService threads = Executors.newFixedThreadPool(DELIVERERS + ENTRANTS);
    private final ExecutorService container = Executors.newFixedThreadPool(2);
    private final Queue<Entered> members = new ConcurrentLinkedQueue<>();
    private final long seed = new Random().nextLong();

    private record Entered(FakeSession session, long seq) {
        private boolean hasAll() {
            return seq == LAST || session.frames().stream().anyMatch(frame -> frame.contains("\"seq\":" + LAST + ","));
        }
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
        container.shutdownNow();
        workers.stop();
    }

    @Test
    void whoever_enters_gets_each_event_after_the_entrance_once_and_in_order() throws Exception {
        List<Future<?>> tasks = new ArrayList<>();
        for (int i = 0; i < DELIVERERS; i++) {
            int deliverer = i;
            tasks.add(threads.submit(() -> deliver(deliverer)));
        }
        for (int i = 0; i < ENTRANTS; i++) {
            int entrant = i;
            tasks.add(threads.submit(() -> enter(entrant)));
        }
        for (Future<?> task : tasks) {
            task.get();
        }
        for (Entered member : members) {
            await().alias("seed " + seed)
                    .pollDelay(Duration.ZERO)
                    .atMost(Duration.ofSeconds(30))
                    .until(member::hasAll);
            assertThat(member.session.seqs())
                    .as("seed %s", seed)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(member.seq + 1, LAST).boxed().toList());
            assertThat(member.session.overlaps()).isZero();
        }
        assertThat(members).hasSize(ENTRANTS * ENTRIES);
    }

    private void deliver(int deliverer) {
        Random random = new Random(seed + deliverer);
        for (long seq = deliverer + 1; seq <= LAST; seq += DELIVERERS) {
            room.deliver(event("lobby", seq));
            if (random.nextInt(10) == 0) {
                room.deliver(event("lobby", 1 + random.nextInt((int) seq)));
            }
        }
    }

    private void enter(int entrant) {
        Random random = new Random(seed - 1 - entrant);
        for (int i = 0; i < ENTRIES; i++) {
            FakeSession session = new FakeSession();
            if (random.nextBoolean()) {
                session.network(handler -> container.execute(() -> session.succeed(handler)));
            }
            Connection connection =
                    surroundings.connect(session, SUBPROTOCOLS.get(random.nextInt(SUBPROTOCOLS.size())));
            Room.Entrance entrance = room.enter(connection, guest("user" + random.nextInt(10)));
            connection.memberships().add(entrance.membership());
            spin(random.nextInt(2_000));
            entrance.membership().goLive();
            members.add(new Entered(session, entrance.seq()));
            spin(random.nextInt(20_000));
        }
    }

    private static void spin(int times) {
        for (int i = 0; i < times; i++) {
            Thread.onSpinWait();
        }
    }
}
