package chat.parley.protocol;

import chat.parley.protocol.ServerMessage.Ack;
import chat.parley.protocol.ServerMessage.Message;
import chat.parley.settings.Settings;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What a say costs in JSON: once read, once written for the room, once acknowledged. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
public class JsonBenchmark {
    private static final String ROOM = "lobby";
    private static final String ID = "019a4c5e-7d3a-7cc1-8b1e-4f2a90c6d7e8";
    private static final String TEXT =
            "Has anybody looked at the build? It has been red since noon, and the tests of the \"history\" module say why.";
    private static final String AT = "2026-03-01T08:15:30.123Z";

    private final ClientMessageDecoder decoder = new ClientMessageDecoder(Settings.defaults());
    private final ServerMessageEncoder encoder = new ServerMessageEncoder();
    private final String say = "{\"type\":\"say\",\"id\":\"" + ID + "\",\"room\":\"" + ROOM + "\",\"text\":\""
            + TEXT.replace("\"", "\\\"") + "\"}";

    @Benchmark
    public Object decodeSay() {
        return decoder.decode(say);
    }

    @Benchmark
    public String encodeMessage() {
        return encoder.encode(new Message(ROOM, 417, ID, "ada", null, TEXT, AT, null));
    }

    @Benchmark
    public String encodeAck() {
        return encoder.encode(new Ack(ID, ROOM, 417, AT, null));
    }
}
