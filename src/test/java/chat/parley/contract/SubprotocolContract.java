package chat.parley.contract;

import static chat.parley.contract.Scenario.range;
import static chat.parley.contract.Scenario.seqs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.testing.ChatClient;
import chat.parley.testing.RawSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PROTOCOL.md, Connecting: what a server frame may hold is negotiated. */
interface SubprotocolContract extends Scenario {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "parley.v1 | parley.v1",
                "parley.v1.ndjson | parley.v1.ndjson",
                "parley.v1.ndjson.binary | parley.v1.ndjson.binary",
                "'chat, parley.v1' | parley.v1",
                "'parley.v2, parley.v1.ndjson' | parley.v1.ndjson"
            })
    default void the_server_takes_what_it_speaks(String offered, String taken) {
        RawSocket raw = stage().opened(RawSocket.to(stage().server().socket())
                .subprotocol(offered)
                .open());
        assertThat(raw.status()).isEqualTo(101);
        assertThat(raw.subprotocol()).isEqualTo(taken);
        raw.send("login", "name", stage().name("ada"));
        raw.readObject("welcome");
    }

    @Test
    default void binary_frames_carry_the_same_in_utf_8() {
        ChatClient binary = stage().guest("ada", ChatClient.BINARY);
        ChatClient lines = stage().guest("grace", ChatClient.LINES);
        String room = stage().room();
        binary.join(room);
        lines.join(room);
        binary.say(room, "héllo 世界 👋");
        binary.awaitMessage(room, "héllo 世界 👋");
        lines.awaitMessage(room, "héllo 世界 👋");
        assertThat(binary.all("message", room)).isEqualTo(lines.all("message", room));
        // One that comes just now is counted before it is kept
        await().untilAsserted(() -> assertThat(binary.binaryFrames())
                .isEqualTo(binary.frames().size())
                .isPositive());
        assertThat(lines.binaryFrames()).isZero();
    }

    @Test
    default void without_a_subprotocol_it_answers_without() {
        RawSocket raw = stage().rawStranger();
        assertThat(raw.subprotocol()).isEmpty();
    }

    @Test
    default void all_subprotocols_see_the_same_room() {
        ChatClient single = stage().guest("ada", ChatClient.SINGLE);
        ChatClient lines = stage().guest("grace", ChatClient.LINES);
        ChatClient binary = stage().guest("grace", ChatClient.BINARY);
        ChatClient none = stage().guest("grace");
        String room = stage().room();
        single.join(room);
        lines.join(room);
        binary.join(room);
        none.join(room);
        for (int i = 1; i <= 300; i++) {
            none.send("say", "id", "burst-" + i, "room", room, "text", "message " + i);
        }
        for (ChatClient client : new ChatClient[] {single, lines, binary, none}) {
            client.awaitMessage(room, "message 300");
            assertThat(seqs(client.all("message", room))).isEqualTo(range(1, 300));
        }
        assertThat(lines.all("message", room)).isEqualTo(single.all("message", room));
        assertThat(binary.all("message", room)).isEqualTo(single.all("message", room));
        for (ChatClient client : new ChatClient[] {single, none}) {
            // The last acks may come after the last message
            await().untilAsserted(() -> assertThat(client.frames()).hasSameSizeAs(client.all()));
            assertThat(client.frames()).noneMatch(frame -> frame.contains("\n"));
        }
        assertThat(lines.frames())
                .noneMatch(frame -> frame.contains("\n\n") || frame.contains("\r") || frame.startsWith("\n"));
    }

    @Test
    default void unknown_fields_are_ignored() {
        ChatClient ada = stage().stranger();
        ada.sendText("""
                {"type":"login","id":"1","name":"%s","colour":"teal","client":{"os":["any",1,null,true]},"x":null}""".formatted(stage().name("ada")));
        assertThat(ada.reply("1").getString("type")).isEqualTo("welcome");
        ada.sendText("""
                \t{ "id" : "2", "room" : "%s", "reason" : [[1, 2], {}],\r\n"type" : "join", "after" : null } \n""".formatted(stage().room()));
        assertThat(ada.reply("2").getString("type")).isEqualTo("joined");
    }
}
