package chat.parley.contract;

import static chat.parley.contract.Scenario.assertError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.testing.ChatClient;
import chat.parley.testing.Closed;
import chat.parley.testing.Frame;
import chat.parley.testing.RawSocket;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no polite library sends. Whatever becomes of the sender, the others notice nothing. */
interface HostileInputContract extends Scenario {

    @Test
    default void a_text_in_fragments_is_one_text() {
        RawSocket raw = stage().rawGuest("ada");
        byte[] request = "{\"type\":\"ping\",\"id\":\"片段\"}".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < request.length; i++) {
            int opcode = i == 0 ? Frame.TEXT : Frame.CONTINUATION;
            raw.send(new Frame(i == request.length - 1, opcode, new byte[] {request[i]}));
        }
        assertThat(raw.readObject("pong").getString("id")).isEqualTo("片段");
    }

    @Test
    default void a_ping_between_fragments_is_answered_and_disturbs_nothing() throws Exception {
        RawSocket raw = stage().rawGuest("ada");
        byte[] payload = "still there".getBytes(StandardCharsets.UTF_8);
        raw.send(new Frame(false, Frame.TEXT, "{\"type\":".getBytes(StandardCharsets.UTF_8)));
        raw.send(new Frame(true, Frame.PING, payload));
        raw.send(new Frame(true, Frame.CONTINUATION, "\"ping\"}".getBytes(StandardCharsets.UTF_8)));
        Frame pong = raw.next();
        assertThat(pong.opcode()).isEqualTo(Frame.PONG);
        assertThat(pong.payload()).isEqualTo(payload);
        assertThat(raw.readObject().getString("type")).isEqualTo("pong");
    }

    @Test
    default void an_empty_frame_is_bad_json() {
        RawSocket raw = stage().rawGuest("ada");
        raw.sendText("");
        assertError(raw.readObject("error"), "bad_json");
        raw.send("ping").readObject("pong");
    }

    /** RFC 6455 wants it closed. Undertow does so; Tyrus takes it for a masked one, and the endpoint cannot tell. */
    @Test
    default void an_unmasked_frame_ends_the_connection_or_is_taken_for_a_frame() {
        RawSocket raw = stage().rawGuest("ada");
        raw.sendBytes(Frame.text("{\"type\":\"ping\",\"id\":\"bare\"}").unmasked());
        assertThat(pongOrClosed(raw)).isIn("bare", "closed");
        assertOthersAreWell();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "opcode 3, true, 3, 5",
        "opcode 11, true, 11, 5",
        "a control frame in fragments, false, 9, 5",
        "a control frame of 200 bytes, true, 9, 200",
        "a continuation of nothing, true, 0, 5"
    })
    default void a_frame_against_the_standard_ends_the_connection(String what, boolean fin, int opcode, int size) {
        RawSocket raw = stage().rawGuest("ada");
        raw.send(new Frame(fin, opcode, new byte[size]));
        assertThat(raw.readClose().code()).as(what).isIn(1002, 1003, Closed.LOST);
        assertOthersAreWell();
    }

    @Test
    default void bad_utf_8_is_closed_with_1007() {
        RawSocket raw = stage().rawGuest("ada");
        byte[] bad = "{\"type\":\"ping\",\"id\":\"*\"}".getBytes(StandardCharsets.UTF_8);
        bad[21] = (byte) 0xC3;
        raw.send(new Frame(true, Frame.TEXT, bad));
        assertThat(raw.readClose().code()).isEqualTo(1007);
        assertOthersAreWell();
    }

    @Test
    default void a_surrogate_in_utf_8_is_closed_with_1007() {
        RawSocket raw = stage().rawGuest("ada");
        raw.send(new Frame(true, Frame.TEXT, new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0xBD, '"'}));
        assertThat(raw.readClose().code()).isEqualTo(1007);
        assertOthersAreWell();
    }

    @Test
    default void a_frame_of_the_largest_size_is_taken_and_a_larger_one_is_closed_with_1009() {
        RawSocket raw = stage().rawStranger();
        int max = raw.send("login", "name", stage().name("ada"))
                .readObject("welcome")
                .getJsonObject("limits")
                .getInt("frameBytes");
        String ping = "{\"type\":\"ping\"}";
        raw.sendText(ping + " ".repeat(max - ping.length()));
        raw.readObject("pong");
        raw.sendText(ping + " ".repeat(max - ping.length() + 1));
        assertThat(raw.readClose().code()).isEqualTo(1009);
        assertOthersAreWell();
    }

    @Test
    default void the_largest_size_counts_fragments_together_and_bytes_rather_than_characters() {
        RawSocket raw = stage().rawStranger();
        int max = raw.send("login", "name", stage().name("ada"))
                .readObject("welcome")
                .getJsonObject("limits")
                .getInt("frameBytes");
        byte[] half = "界".repeat(max / 6 + 1).getBytes(StandardCharsets.UTF_8);
        raw.send(new Frame(false, Frame.TEXT, half));
        raw.trySend(new Frame(true, Frame.CONTINUATION, half));
        assertThat(raw.readClose().code()).isEqualTo(1009);
        assertOthersAreWell();
    }

    /**
     * The server need not wait for the end of it, so that the sender may find the line cut rather than read why. Tyrus
     * runs out of its own buffer first and calls that 1011.
     */
    @Test
    default void a_frame_of_20_mb_ends_the_connection() {
        RawSocket raw = stage().rawGuest("ada");
        byte[] huge = new byte[20 << 20];
        Arrays.fill(huge, (byte) 'x');
        raw.trySend(new Frame(true, Frame.TEXT, huge));
        assertThat(raw.readClose().code()).isIn(1009, 1011, Closed.LOST);
        assertOthersAreWell();
    }

    @Test
    default void a_frame_that_claims_to_be_endless_ends_the_connection() {
        RawSocket raw = stage().rawGuest("ada");
        raw.sendBytes(java.nio.ByteBuffer.wrap(
                new byte[] {(byte) 0x81, (byte) 0xFF, 0x7F, -1, -1, -1, -1, -1, -1, -1, 1, 2, 3, 4, 'x', 'x', 'x', 'x'
                }));
        for (int i = 0; i < 100; i++) {
            if (!raw.trySend(new Frame(true, Frame.TEXT, new byte[1 << 16]))) {
                break;
            }
        }
        assertThat(raw.readClose().code()).isIn(1002, 1007, 1009, 1011, Closed.LOST);
        assertOthersAreWell();
    }

    /** Containers differ: some ignore it, some close with 1003. It is never taken for a request. */
    @Test
    default void a_binary_frame_is_no_request() {
        RawSocket raw = stage().rawGuest("ada");
        byte[] request = "{\"type\":\"ping\",\"id\":\"binary\"}".getBytes(StandardCharsets.UTF_8);
        raw.send(new Frame(true, Frame.BINARY, request));
        boolean sent = raw.trySend(Frame.text("{\"type\":\"ping\",\"id\":\"text\"}"));
        String answer = sent ? pongOrClosed(raw) : "closed";
        assertThat(answer).isIn("text", "closed");
        assertOthersAreWell();
    }

    private static String pongOrClosed(RawSocket raw) {
        try {
            JsonObject pong = raw.readObject("pong");
            return pong.getString("id");
        } catch (java.io.UncheckedIOException e) {
            return "closed";
        }
    }

    @Test
    default void a_polite_close_is_answered() {
        RawSocket raw = stage().rawGuest("ada");
        raw.send(Frame.close(1000));
        assertThat(raw.readClose().code()).isEqualTo(1000);
    }

    @Test
    default void whoever_is_cut_off_in_mid_frame_leaves_nothing() {
        RawSocket raw = stage().rawStranger();
        String name = stage().name("ada");
        raw.send("login", "name", name).readObject("welcome");
        raw.sendBytes(Frame.text("{\"type\":\"ping\"}").masked().limit(10));
        raw.reset();
        awaitFree(name);
    }

    @Test
    default void a_reset_frees_the_name() {
        RawSocket raw = stage().rawStranger();
        String name = stage().name("ada");
        raw.send("login", "name", name).readObject("welcome");
        raw.reset();
        awaitFree(name);
    }

    /** The name of somebody gone is free for others when the grace is over. */
    private void awaitFree(String name) {
        ChatClient other = stage().stranger();
        await().until(() ->
                other.request("login", "name", name).getString("type").equals("welcome"));
    }
}
