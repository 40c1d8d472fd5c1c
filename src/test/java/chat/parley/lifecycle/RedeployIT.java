package chat.parley.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.testing.ChatClient;
import chat.parley.testing.ServerJvm;
import chat.parley.testing.ServerKind;
import chat.parley.testing.ServerProcess;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Redeployed under its clients again and again, Parley tells them to come back and leaves nothing behind. */
class RedeployIT {
    private static final String CHAT_ROOM = "chat.parley.room.ChatRoom";
    private static final int REDEPLOYS = 20;
    /** The first few fill the server's own pools and caches. */
    private static final int WARM_UP = 5;

    private static final int CLIENTS = 5;

    /** Ours, and those that the server made for us. Not the readers, which come with work and go without. */
    private static final Pattern OURS = Pattern.compile("parley-(?!reader).*|.*ManagedThreadFactory-.*");

    /** A deployment left behind weighs about 5 MB, on either server, and there would be fifteen. */
    private static final long BYTES_TOLERATED = 16L << 20;

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void twenty_redeploys_under_clients_leave_no_thread_and_no_heap_behind(ServerKind kind) {
        try (ServerProcess server = kind.start(Map.of());
                ServerJvm jvm = server.jvm()) {
            redeployUnderClients(server, WARM_UP);
            awaitOneDeployment(jvm);
            Map<String, Long> threads = threadsByKind(jvm);
            long heap = jvm.liveHeap();

            redeployUnderClients(server, REDEPLOYS - WARM_UP);
            awaitOneDeployment(jvm);

            assertNoThreadLeft(threads, threadsByKind(jvm));
            assertThat(jvm.liveHeap()).isLessThan(heap + BYTES_TOLERATED);
            server.assertCleanLog();
        }
    }

    /** How many there are of each kind: named alike but for numbers. */
    private static Map<String, Long> threadsByKind(ServerJvm jvm) {
        return jvm.threads().stream()
                .map(name -> name.replaceAll("[0-9]+", "#"))
                .collect(Collectors.groupingBy(kind -> kind, TreeMap::new, Collectors.counting()));
    }

    /** Pools breathe, but no kind of thread may come with each redeploy; of ours none may come at all. */
    private static void assertNoThreadLeft(Map<String, Long> before, Map<String, Long> after) {
        after.forEach((kind, count) -> {
            long came = count - before.getOrDefault(kind, 0L);
            if (OURS.matcher(kind).matches()) {
                assertThat(came).as("more threads %s, of %s", kind, after).isLessThanOrEqualTo(0);
            } else {
                assertThat(came).as("more threads %s, of %s", kind, after).isLessThan(REDEPLOYS - WARM_UP);
            }
        });
    }

    private static void redeployUnderClients(ServerProcess server, int times) {
        for (int i = 0; i < times; i++) {
            List<ChatClient> clients = IntStream.range(0, CLIENTS)
                    .mapToObj(client -> chatting(server, "member" + client))
                    .toList();
            server.redeploy();
            for (ChatClient client : clients) {
                assertThat(client.awaitClose().code())
                        .as("a close code after which clients come back")
                        .isIn(1001, 4000);
                client.close();
            }
        }
    }

    private static ChatClient chatting(ServerProcess server, String name) {
        ChatClient client = ChatClient.connect(server.socket(), ChatClient.LINES);
        client.login(name);
        client.join("lobby");
        client.say("lobby", "hello from " + name);
        return client;
    }

    /** The class loader of a deployment that has ended goes when the server's caches let it: soon, not at once. */
    private static void awaitOneDeployment(ServerJvm jvm) {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(jvm.instancesOf(CHAT_ROOM)).isBetween(1, 2));
    }
}
