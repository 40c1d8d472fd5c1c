package chat.parley.contract;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.swarm.Latencies;
import chat.parley.swarm.Swarm;
import chat.parley.testing.RawSocket;
import java.time.Duration;

/** More than anybody takes who does not read. */
interface Flooding extends Scenario {

    /** As long as a text may be, so that few fill all the buffers on the way. */
    int TEXT_LENGTH = 4000;

    /** More than kernels and containers hold for one connection, and the room's own backlog. */
    int MESSAGES = (14 << 20) / TEXT_LENGTH;

    /** Somebody in the room who reads nothing unless told to. */
    default RawSocket neverReads(String room) {
        RawSocket stuck = stage().opened(RawSocket.to(stage().server().socket())
                .receiveBuffer(4096)
                .open());
        stuck.send("login", "name", stage().name("grace")).readObject("welcome");
        stuck.send("join", "room", room).readObject("joined");
        return stuck;
    }

    /** Somebody says much and hears it all again. */
    default void flood(String room) {
        try (Swarm swarm = new Swarm(stage().server().socket(), room)) {
            var talkers = swarm.enter("talker", 1, new Latencies());
            swarm.talk(talkers, MESSAGES, 50, TEXT_LENGTH);
            swarm.awaitDelivered(talkers, MESSAGES, Duration.ofMinutes(2));
            assertThat(swarm.faults()).isEmpty();
        }
    }
}
