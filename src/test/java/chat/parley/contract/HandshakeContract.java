package chat.parley.contract;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.RawSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * PROTOCOL.md, Connecting: who may knock, by origin and by address. Only where Parley runs with its servlet filter.
 * Wants the settings of {@link ContractSuite#GUARDED}.
 */
interface HandshakeContract extends Scenario {

    int PER_ADDRESS = 3;
    String FRIEND = "https://chat.example.org";
    String PROXY = "127.0.0.8";

    @Test
    default void the_own_origin_a_listed_one_and_none_are_let_in() {
        String own = "http://" + stage().server().socket().getAuthority();
        assertThat(open(door().from("127.0.1.1").origin(own)).status()).isEqualTo(101);
        assertThat(open(door().from("127.0.1.1").origin(FRIEND)).status()).isEqualTo(101);
        assertThat(open(door().from("127.0.1.1")).status()).isEqualTo(101);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "http://chat.example.org",
                "https://chat.example.org:8443",
                "https://chat.example.org.evil.example",
                "http://127.0.0.1:1",
                "null",
                "file://"
            })
    default void any_other_origin_is_refused(String origin) {
        assertThat(open(door().from("127.0.1.2").origin(origin)).status()).isEqualTo(403);
    }

    @Test
    default void one_address_has_so_many_connections_and_no_more() {
        List<RawSocket> taken = new ArrayList<>();
        for (int i = 0; i < PER_ADDRESS; i++) {
            taken.add(open(door().from("127.0.1.3")));
            taken.get(i).send("ping").readObject("pong");
        }
        assertThat(open(door().from("127.0.1.3")).readClose().code()).isEqualTo(4506);
        RawSocket elsewhere = open(door().from("127.0.1.4"));
        elsewhere.send("ping").readObject("pong");
        taken.get(0).send("ping").readObject("pong");
    }

    @Test
    default void behind_a_trusted_proxy_the_address_is_the_clients() {
        for (int i = 0; i < PER_ADDRESS; i++) {
            forwarded(PROXY, "203.0.113.7").send("ping").readObject("pong");
        }
        assertThat(forwarded(PROXY, "203.0.113.7").readClose().code()).isEqualTo(4506);
        forwarded(PROXY, "203.0.113.8").send("ping").readObject("pong");
    }

    @Test
    default void what_anybody_else_forwards_is_not_believed() {
        for (int i = 0; i < PER_ADDRESS; i++) {
            forwarded("127.0.1.5", "203.0.113." + (20 + i)).send("ping").readObject("pong");
        }
        assertThat(forwarded("127.0.1.5", "203.0.113.30").readClose().code()).isEqualTo(4506);
    }

    private RawSocket.Door door() {
        return RawSocket.to(stage().server().socket());
    }

    private RawSocket forwarded(String from, String client) {
        return open(door().from(from).header("X-Forwarded-For", client));
    }

    private RawSocket open(RawSocket.Door door) {
        return stage().opened(door.open());
    }
}
