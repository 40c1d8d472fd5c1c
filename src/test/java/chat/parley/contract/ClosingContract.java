package chat.parley.contract;

import static chat.parley.contract.Scenario.events;
import static chat.parley.contract.Scenario.seq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.testing.ChatClient;
import chat.parley.testing.Closed;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** PROTOCOL.md, bye and 4000: when the server goes, its clients know that they may come back, and they can. */
interface ClosingContract extends Scenario {

    /** What a client reconnects after. Where the container is faster than Parley it is not 4000. */
    Set<Integer> COME_BACK = Set.of(4000, 1001, 1012);

    @Test
    default void a_server_that_stops_sends_its_clients_away_to_come_back() {
        ChatClient ada = stage().guest("ada");
        ChatClient lines = stage().guest("grace", ChatClient.LINES);
        ChatClient stranger = stage().stranger();
        String room = stage().room();
        JsonObject first = ada.join(room);
        lines.join(room);
        ada.say(room, "before");
        ada.request("topic", "room", room, "topic", "lasting");
        lines.awaitMessage(room, "before");
        try {
            stage().server().stop();
            for (ChatClient client : List.of(ada, lines, stranger)) {
                assertSentAway(client);
            }
        } finally {
            stage().server().start();
        }
        assertBackAndWell(ada, room, first.getString("epoch"));
    }

    static void assertSentAway(ChatClient client) {
        Closed closed = client.awaitClose();
        assertThat(closed.code()).as("close code, reason '%s'", closed.reason()).isIn(COME_BACK);
        List<JsonObject> all = client.all();
        if (closed.code() == 4000) {
            assertThat(all).isNotEmpty();
            assertThat(all.get(all.size() - 1).getString("type")).isEqualTo("bye");
        }
        all.stream().filter(object -> object.getString("type").equals("bye")).forEach(bye -> {
            assertThat(bye.getInt("code")).isEqualTo(4000);
            assertThat(bye.getBoolean("reconnect")).isTrue();
            assertThat(bye.getInt("afterMs")).isNotNegative();
        });
    }

    /** The same person, and the log as it was, or by another epoch plainly another one. */
    default void assertBackAndWell(ChatClient ada, String room, String epoch) {
        ChatClient back = await().ignoreExceptions().until(() -> stage().stranger(), ChatClient::isOpen);
        boolean durable = back.login(ada.name(), ada.token())
                .getJsonObject("server")
                .getString("history")
                .equals("durable");
        JsonObject joined = back.join(room, epoch, 1);
        if (durable) {
            assertThat(joined.getBoolean("recovered")).isTrue();
            assertThat(joined.getString("epoch")).isEqualTo(epoch);
            assertThat(seq(joined)).isOne();
            assertThat(joined.getString("topic")).isEqualTo("lasting");
        } else {
            assertThat(joined.getBoolean("recovered")).isFalse();
            assertThat(joined.getString("epoch")).isNotEqualTo(epoch);
            assertThat(events(joined)).isEmpty();
            assertThat(joined.getString("topic")).isEmpty();
        }
        assertThat(back.say(room, "after").getString("type")).isEqualTo("ack");
    }
}
