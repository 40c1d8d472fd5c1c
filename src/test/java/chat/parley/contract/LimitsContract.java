package chat.parley.contract;

import static chat.parley.contract.Scenario.assertError;
import static chat.parley.contract.Scenario.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.testing.ChatClient;
import chat.parley.testing.Closed;
import chat.parley.testing.Frame;
import chat.parley.testing.Patience;
import chat.parley.testing.RawSocket;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a server set tight refuses: too many, too fast, too late. Wants the settings of {@link ContractSuite#TIGHT}. */
interface LimitsContract extends Scenario {

    int MAX_CONNECTIONS = 20;
    int BURST = 5;
    Frame PING = Frame.text("{\"type\":\"ping\"}");

    @Test
    default void welcome_tells_the_limits_that_are_set() {
        JsonObject limits = stage().stranger().login(stage().name("ada")).getJsonObject("limits");
        assertThat(limits.getInt("frameBytes")).isEqualTo(4096);
        assertThat(limits.getInt("textLength")).isEqualTo(100);
        assertThat(limits.getInt("historyPage")).isEqualTo(10);
        assertThat(limits.getInt("ratePerSecond")).isEqualTo(5);
        assertThat(limits.getInt("rateBurst")).isEqualTo(BURST);
    }

    @Test
    default void whoever_does_not_log_in_is_closed_and_whoever_does_stays() {
        ChatClient ada = stage().guest("ada");
        ChatClient stranger = stage().stranger();
        JsonObject bye = stranger.await("bye");
        assertThat(bye.getInt("code")).isEqualTo(4501);
        assertThat(bye.getBoolean("reconnect")).isFalse();
        assertThat(stranger.awaitClose().code()).isEqualTo(4501);
        assertThat(ada.isOpen()).isTrue();
        ada.request("ping");
    }

    @Test
    default void failed_logins_do_not_put_off_the_deadline() {
        ChatClient stranger = stage().stranger();
        await().until(() -> {
            if (stranger.isOpen()) {
                stranger.send("login", "name", "/");
            }
            return !stranger.isOpen();
        });
        // Whoever writes on a connection that is being closed may be cut off before the code arrives
        assertThat(stranger.awaitClose().code()).isIn(4501, 4006, 1006);
    }

    @Test
    default void a_full_server_refuses_the_next_connection_until_one_goes() {
        List<ChatClient> house = new ArrayList<>();
        await().untilAsserted(() -> {
            while (house.size() < MAX_CONNECTIONS) {
                ChatClient next = stage().stranger();
                house.add(next);
                try {
                    next.login(stage().name("ada"));
                } catch (AssertionError leftovers) {
                    house.remove(next);
                    throw leftovers;
                }
            }
        });
        ChatClient oneTooMany = stage().stranger();
        Closed closed = oneTooMany.awaitClose();
        assertThat(closed.code()).isEqualTo(4005);
        assertThat(oneTooMany.all()).allMatch(object -> object.getString("type").equals("bye"));
        house.get(0).request("ping");
        house.remove(0).close();
        await().untilAsserted(() -> stage().stranger().login(stage().name("grace")));
    }

    @Test
    default void whoever_is_gone_within_the_handshake_takes_no_place() {
        for (int i = 0; i < 2 * MAX_CONNECTIONS; i++) {
            RawSocket.to(stage().server().socket()).openAndVanish();
        }
        await().untilAsserted(() -> stage().stranger().login(stage().name("ada")));
    }

    @Test
    default void too_many_messages_are_refused_with_the_time_to_wait() {
        ChatClient ada = stage().guest("ada");
        String room = stage().room();
        ada.join(room);
        int sent = 4 * BURST;
        for (int i = 0; i < sent; i++) {
            ada.send("say", "id", "fast-" + i, "room", room, "text", "fast " + i);
        }
        List<JsonObject> refusals = IntStream.range(0, sent)
                .mapToObj(i -> ada.reply("fast-" + i))
                .filter(reply -> !reply.getString("type").equals("ack"))
                .toList();
        int said = sent - refusals.size();
        assertThat(said).isGreaterThanOrEqualTo(BURST);
        assertThat(refusals).isNotEmpty();
        JsonObject refused = refusals.get(0);
        assertError(refused, "rate_limited");
        assertThat(refused.getInt("retryAfterMs")).isPositive().isLessThanOrEqualTo(1000);
        String id = refused.getString("id");
        await().pollDelay(Duration.ofMillis(refused.getInt("retryAfterMs")))
                .until(() -> ada.request("say", "id", id, "room", room, "text", "again")
                        .getString("type")
                        .equals("ack"));
        ada.awaitMessage(room, "again");
        assertThat(texts(ada.all("message", room))).hasSize(said + 1).endsWith("again");
    }

    @Test
    default void topics_count_as_messages() {
        ChatClient ada = stage().guest("ada");
        String room = stage().room();
        ada.join(room);
        List<String> ids =
                IntStream.range(0, 4 * BURST).mapToObj(i -> "fast-" + i).toList();
        ids.forEach(id -> ada.send("topic", "id", id, "room", room, "topic", "topic " + id));
        List<JsonObject> replies = ids.stream().map(ada::reply).toList();
        assertThat(replies).extracting(reply -> reply.getString("type")).contains("topic", "error");
        replies.stream()
                .filter(reply -> reply.getString("type").equals("error"))
                .forEach(refused -> {
                    assertError(refused, "rate_limited");
                    assertThat(refused.getInt("retryAfterMs")).isPositive();
                });
    }

    @Test
    default void the_rate_is_the_users_and_not_the_connections() {
        ChatClient first = stage().guest("ada");
        ChatClient second = stage().again(first);
        String room = stage().room();
        first.join(room);
        second.join(room);
        ChatClient other = stage().guest("grace");
        other.join(room);
        long before = System.nanoTime();
        long acks = 0;
        for (int i = 0; i < 2 * BURST; i++) {
            acks += acked(first, room) + acked(second, room);
        }
        double seconds = (System.nanoTime() - before) / 1e9;
        assertThat(acks).isLessThanOrEqualTo((long) (BURST + 5 * seconds) + 1);
        assertThat(acked(other, room)).isOne();
    }

    @Test
    default void far_too_many_requests_are_closed_with_4006() throws Exception {
        RawSocket raw = stage().rawGuest("ada");
        long begin = System.nanoTime();
        Closed closed = null;
        while (closed == null) {
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Patience.USUAL);
            closed = pingTenTimes(raw);
        }
        assertThat(closed.code()).isEqualTo(4006);
        assertOthersAreWell();
    }

    /** At once, for one after the other may be too slow to be too fast. Returns how the connection was closed, if it was. */
    private static @Nullable Closed pingTenTimes(RawSocket raw) throws IOException {
        for (int i = 0; i < 10; i++) {
            // The close may be on its way meanwhile.
            if (!raw.trySend(PING)) {
                return raw.readClose();
            }
        }
        for (int answers = 0; answers < 10; ) {
            Frame frame = raw.next();
            if (frame.opcode() == Frame.CLOSE) {
                return frame.closed();
            } else if (frame.opcode() == Frame.TEXT) {
                answers++;
            }
        }
        return null;
    }

    /** Of a client that sends on without a look, TCP may reset the connection before the code is through. */
    @Test
    default void a_flood_ends_the_connection() {
        RawSocket raw = stage().rawGuest("ada");
        raw.leavePingsUnanswered();
        int sent = 0;
        while (sent < 20_000 && raw.trySend(PING)) {
            sent++;
        }
        Closed closed = raw.readClose();
        assertThat(closed.code()).as(closed.reason()).isIn(4006, Closed.LOST);
        assertOthersAreWell();
    }

    private static int acked(ChatClient client, String room) {
        JsonObject reply =
                client.request("say", "id", java.util.UUID.randomUUID().toString(), "room", room, "text", "fast");
        return reply.getString("type").equals("ack") ? 1 : 0;
    }
}
