package chat.parley.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.swarm.Latencies;
import chat.parley.swarm.Swarm;
import chat.parley.swarm.SwarmMember;
import chat.parley.testing.Alone;
import chat.parley.testing.ChatClient;
import chat.parley.testing.ServerJvm;
import chat.parley.testing.ServerKind;
import chat.parley.testing.ServerProcess;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** 1,000 connections log in and vanish without closing: soon nothing of them is left, no session, presence or heap. */
@Alone
class VanishedClientsIT {

    private static final int CLIENTS = 1000;
    private static final String CONNECTION = "chat.parley.room.Connection";

    /** Of the 60 s and 10 s that are the defaults, or shorter ones. */
    private static final Duration DEAD_AFTER = Duration.ofSeconds(Load.size(60, 8));

    private static final Duration GRACE = Duration.ofSeconds(Load.size(10, 2));

    /** Half of what a thousand idle connections keep on the thriftier of the servers. */
    private static final long HEAP_LEFT = 4 << 20;

    @ParameterizedTest
    @EnumSource
    void whoever_vanishes_leaves_nothing_behind(ServerKind kind) {
        Map<String, String> settings = Map.of(
                "parley.dead-after", DEAD_AFTER.toSeconds() + "s",
                "parley.ping-interval", DEAD_AFTER.dividedBy(4).toSeconds() + "s",
                "parley.presence-grace", GRACE.toSeconds() + "s");
        try (ServerProcess server = kind.start(settings);
                ServerJvm jvm = server.jvm()) {
            // What the server sets up once, for its first thousand connections, is not left by them.
            vanish(server, jvm, "first", Swarm::reset);
            long heap = jvm.liveHeap();
            vanish(server, jvm, "reset", Swarm::reset);
            vanish(server, jvm, "half-open", Swarm::stopReading);
            long left = jvm.liveHeap() - heap;
            Load.report(server, "%d vanished twice and left %d kB of heap", CLIENTS, left >> 10);
            Load.measured(() -> assertThat(left).as("heap left").isLessThan(HEAP_LEFT));
            assertThat(jvm.parley("People")).isEqualTo(0);
            assertThat(jvm.parley("Rooms")).isEqualTo(0);
            assertConnections(jvm, 0);
            server.assertCleanLog();
        }
    }

    private static void vanish(
            ServerProcess server, ServerJvm jvm, String room, BiConsumer<Swarm, List<SwarmMember>> how) {
        try (ChatClient ada = ChatClient.connect(server.socket());
                Swarm swarm = new Swarm(server.socket(), room)) {
            ada.login("ada " + room);
            ada.join(room);
            List<SwarmMember> crowd = swarm.enter("grace", CLIENTS, new Latencies());
            assertConnections(jvm, CLIENTS + 1);
            awaitPresent(ada, room, CLIENTS + 1);
            how.accept(swarm, crowd);
            await(room + " clients to be gone")
                    .atMost(DEAD_AFTER.plus(GRACE).plusSeconds(Load.size(0, 10)))
                    .until(() -> (Integer) jvm.parley("People") == 1);
            assertThat(jvm.parley("Connections")).isEqualTo(1);
            awaitPresent(ada, room, 1);
            assertThat(swarm.faults()).isEmpty();
            ada.leave(room);
        }
        await("the last to be gone").atMost(GRACE.plusSeconds(10)).until(() -> (Integer) jvm.parley("People") == 0);
    }

    /** So many take part; of those that no longer do, nothing is left when the container has closed them. */
    private static void assertConnections(ServerJvm jvm, int count) {
        assertThat(jvm.parley("Connections")).isEqualTo(count);
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(jvm.instancesOf(CONNECTION)).isEqualTo(count));
    }

    /** Somebody in the room is told, after what they know already, that so many are there. */
    private static void awaitPresent(ChatClient member, String room, int count) {
        int told;
        do {
            told = member.await("presence", room).getInt("count");
        } while (told != count);
    }
}
