package chat.parley.room;

import chat.parley.protocol.Subprotocol;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Parley's own part of a fan-out: an event is delivered to a room, and every member's outbox sends it to a session that takes it at once. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
public class FlushBenchmark {
    /** After which the next flush may begin, whatever the one before was like. */
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Surroundings surroundings = new Surroundings();
    private long seq;

    @Param({"10", "500"})
    public int members;

    private Room room;

    @Setup
    public void fillRoom() {
        room = surroundings.retain("lobby");
        for (int i = 0; i < members; i++) {
            Connection connection = surroundings.connect(sink(), Subprotocol.LINES);
            connection.logIn(surroundings.people.claim(Surroundings.guest("ada" + i), true));
            surroundings.join(connection, "lobby");
        }
        surroundings.workers.run(Duration.ofSeconds(1));
    }

    @Benchmark
    public boolean deliver() {
        boolean gap = room.deliver(Surroundings.event("lobby", ++seq));
        surroundings.workers.run(PAUSE);
        return gap;
    }

    private static Session sink() {
        SendResult sent = new SendResult();
        RemoteEndpoint.Async remote = fake(RemoteEndpoint.Async.class, (self, method, arguments) -> {
            ((SendHandler) arguments[1]).onResult(sent);
            return null;
        });
        return fake(Session.class, (self, method, arguments) -> switch (method.getName()) {
            case "getId" -> "session";
            case "getAsyncRemote" -> remote;
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(FlushBenchmark.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
