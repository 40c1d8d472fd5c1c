package chat.parley.swarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.testing.Frame;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A swarm that overlooked a lost message would prove nothing: its parts find what they are there to find. */
class SwarmPartsTest {

    @Nested
    class The_ledger {

        private final Ledger ledger = new Ledger();

        @Test
        void is_content_when_all_see_the_same() {
            ledger.note("ada", 1, 0, 0);
            ledger.note("grace", 1, 0, 0);
            ledger.note("ada", 9_000, 7, 1);
            assertThat(ledger.faults()).isEmpty();
        }

        @Test
        void finds_two_messages_at_one_place() {
            ledger.note("ada", 1, 0, 0);
            ledger.note("grace", 1, 0, 1);
            assertThat(ledger.faults()).singleElement().asString().contains("grace");
        }

        @Test
        void finds_one_message_at_two_places() {
            ledger.note("ada", 1, 0, 0);
            ledger.note("ada", 2, 0, 0);
            assertThat(ledger.faults()).hasSize(1);
        }
    }

    @Nested
    class The_fields {

        private final Fields fields = new Fields();

        @Test
        void are_those_of_the_object_itself() {
            read("{\"a\":{\"seq\":1,\"type\":\"x\"},\"b\":[{\"id\":\"no\"},\"]\\\"}\"],\"type\":\"message\",\"seq\":42,"
                    + "\"id\":\"yes\",\"more\":true,\"text\":\"007 \\\"seq\\\":3\"}");
            assertThat(fields.isType("message")).isTrue();
            assertThat(fields.isType("messages")).isFalse();
            assertThat(fields.seq()).isEqualTo(42);
            assertThat(fields.id()).isEqualTo("yes");
            assertThat(fields.numberInText(0, 3)).isEqualTo(7);
        }

        @Test
        void of_one_object_are_not_those_of_the_one_before() {
            read("{\"type\":\"ack\",\"seq\":42,\"id\":\"1\"}");
            read("{\"type\":\"pong\"}");
            assertThat(fields.seq()).isEqualTo(-1);
            assertThat(fields.id()).isEmpty();
        }

        @Test
        void of_two_objects_in_a_line_are_none() {
            assertThatThrownBy(() -> read("{\"type\":\"pong\"}{\"type\":\"pong\"}"))
                    .isInstanceOf(IllegalArgumentException.class);
        }

        private void read(String json) {
            byte[] bytes = ("  " + json + "  ").getBytes(StandardCharsets.UTF_8);
            fields.read(bytes, 2, bytes.length - 2);
        }
    }

    @Nested
    class The_frame_parser {

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3, 7, 100, 70_000, 1_000_000})
        void gives_the_same_lines_however_the_bytes_are_cut(int size) {
            ByteArrayOutputStream wire = new ByteArrayOutputStream();
            wire.writeBytes("HTTP/1.1 101 Yes\r\nUpgrade: websocket\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            append(wire, Frame.text("one"));
            append(wire, Frame.text("two\nthree\n" + "x".repeat(200)));
            append(wire, new Frame(false, Frame.TEXT, "fo".getBytes(StandardCharsets.UTF_8)));
            append(wire, new Frame(true, Frame.PING, "ping".getBytes(StandardCharsets.UTF_8)));
            append(wire, new Frame(true, Frame.CONTINUATION, "ur".getBytes(StandardCharsets.UTF_8)));
            append(wire, Frame.text("y".repeat(66_000) + "\nend"));
            append(wire, Frame.close(4001));

            List<String> lines = new ArrayList<>();
            List<Frame> controls = new ArrayList<>();
            FrameParser parser = new FrameParser(
                    (bytes, from, to) -> lines.add(new String(bytes, from, to - from, StandardCharsets.UTF_8)),
                    controls::add);
            byte[] bytes = wire.toByteArray();
            for (int at = 0; at < bytes.length; at += size) {
                parser.feed(bytes, at, Math.min(bytes.length, at + size));
            }
            assertThat(lines.remove(0)).startsWith("HTTP/1.1 101");
            assertThat(lines)
                    .containsExactly("one", "two", "three", "x".repeat(200), "four", "y".repeat(66_000), "end");
            assertThat(controls).hasSize(2);
            assertThat(controls.get(0).text()).isEqualTo("ping");
            assertThat(controls.get(1).closed().code()).isEqualTo(4001);
        }

        private static void append(ByteArrayOutputStream wire, Frame frame) {
            ByteBuffer bytes = frame.unmasked();
            wire.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
        }
    }

    @Nested
    class Latencies_of_a_thousand {

        @Test
        void are_known_to_a_sixteenth() {
            Latencies latencies = new Latencies();
            for (int i = 1; i <= 1000; i++) {
                latencies.record(i * 1_000_000L);
            }
            assertThat(latencies.count()).isEqualTo(1000);
            assertWithin(latencies.percentile(0.5), Duration.ofMillis(500));
            assertWithin(latencies.percentile(0.99), Duration.ofMillis(990));
            assertWithin(latencies.max(), Duration.ofSeconds(1));
        }

        private static void assertWithin(Duration actual, Duration expected) {
            assertThat(actual).isBetween(expected, expected.plus(expected.dividedBy(16)));
        }
    }
}
