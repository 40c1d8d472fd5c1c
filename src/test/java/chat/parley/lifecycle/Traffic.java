package chat.parley.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.testing.TestServer;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** A few people who talk in a few rooms all at once, whatever becomes of their server, and what they know at the end. */
final class Traffic implements AutoCloseable {
    private static final List<String> ROOMS = List.of("lobby", "attic", "cellar");
    private static final int TALKERS = 8;

    /** A server that is started again, on two busy cores, takes its time. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final List<Talker> talkers;

    Traffic(TestServer server) {
        talkers = IntStream.range(0, TALKERS)
                .mapToObj(i -> new Talker(server.socket(), "talker" + i, ROOMS))
                .toList();
    }

    /** Waits until all are there and so many more messages have been acknowledged, and then for a moment no longer than that. */
    void flow(int messages, Duration moment) {
        int before = acknowledgements();
        List<Integer> own = talkers.stream().map(Talker::acknowledgements).toList();
        await("traffic")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .untilAsserted(() -> assertThat(acknowledgements() >= before + messages
                                && IntStream.range(0, TALKERS)
                                        .allMatch(i -> talkers.get(i).acknowledgements() > own.get(i)))
                        .as(() -> "traffic; " + troubles())
                        .isTrue());
        sleep(Duration.ofMillis(ThreadLocalRandom.current().nextLong(moment.toMillis() + 1)));
    }

    static void sleep(Duration time) {
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Waits until all that was said is acknowledged, and everybody has seen all of it. */
    void end() {
        talkers.forEach(Talker::fallSilent);
        await("acks").atMost(PATIENCE).until(() -> talkers.stream().allMatch(Talker::hasAllAcknowledged));
        Map<String, Long> ends = new HashMap<>();
        for (Talker talker : talkers) {
            Map<String, Said> said = talker.said();
            talker.acknowledged().forEach((id, seq) -> ends.merge(said.get(id).room(), seq, Math::max));
        }
        await("everybody to see the end")
                .atMost(PATIENCE)
                .until(() -> talkers.stream()
                        .allMatch(talker ->
                                ROOMS.stream().allMatch(room -> talker.last(room) >= ends.getOrDefault(room, 0L))));
        talkers.forEach(Talker::leave);
    }

    /** Each message is stored once, where its ack said; nothing else is; and everybody saw what is stored. */
    void assertNothingLostOrDoubled(StoredLog stored) {
        assertThat(talkers).allSatisfy(talker -> assertThat(talker.faults()).isEmpty());
        Map<String, Said> said = new HashMap<>();
        talkers.forEach(talker -> said.putAll(talker.said()));
        Set<String> ids = new HashSet<>();
        for (String room : ROOMS) {
            SortedMap<Long, Said> log = stored.rooms().get(room);
            assertThat(log.keySet())
                    .as("seqs of " + room)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, stored.lastSeqs().get(room))
                                    .boxed()
                                    .toList());
            log.forEach((seq, message) -> {
                assertThat(message).as("seq %d of %s", seq, room).isEqualTo(said.get(message.id()));
                assertThat(ids.add(message.id())).as("stored once: %s", message).isTrue();
            });
            for (Talker talker : talkers) {
                assertThat(talker.transcript(room).equals(log))
                        .as("%s saw %s as it is stored", talker.name(), room)
                        .isTrue();
            }
        }
        for (Talker talker : talkers) {
            talker.acknowledged()
                    .forEach((id, seq) -> assertThat(
                                    stored.rooms().get(said.get(id).room()).get(seq))
                            .as("acknowledged at seq %d", seq)
                            .isEqualTo(said.get(id)));
        }
        assertThat(ids).as("stored").isEqualTo(said.keySet());
    }

    int acknowledgements() {
        return talkers.stream().mapToInt(Talker::acknowledgements).sum();
    }

    /** How often they came in, all together. */
    int visits() {
        return talkers.stream().mapToInt(Talker::visits).sum();
    }

    /** How many talk. */
    int size() {
        return TALKERS;
    }

    /** How often a message was refused, by the code of the error. */
    Map<String, Integer> errors() {
        Map<String, Integer> all = new TreeMap<>();
        talkers.forEach(talker -> talker.errors().forEach((code, count) -> all.merge(code, count, Integer::sum)));
        return all;
    }

    /** What keeps or kept them from coming in. */
    private List<String> troubles() {
        return talkers.stream().map(Talker::trouble).distinct().toList();
    }

    @Override
    public String toString() {
        return "%d messages acknowledged to %d people, who came in %d times; refused: %s"
                .formatted(acknowledgements(), TALKERS, visits(), errors());
    }

    @Override
    public void close() {
        talkers.forEach(Talker::leave);
    }
}
