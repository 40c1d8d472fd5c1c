package chat.parley.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.testing.ChatClient;
import chat.parley.testing.SignedIn;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** PROTOCOL.md, 4503: how long a sign-in lasts. On real servers, with {@code parley.session-timeout} as here. */
interface SessionContract extends Scenario {

    /** Longer than a busy machine stalls. */
    Duration TIMEOUT = Duration.ofSeconds(8);

    @Test
    default void whoever_does_nothing_is_signed_out_and_whoever_does_something_stays() {
        // Making users takes longer than a session lasts, on a busy machine
        List.of("ada", "alan", "grace").forEach(stage()::signedIn);
        SignedIn hers = stage().signedIn("ada");
        SignedIn his = stage().signedIn("alan");
        SignedIn looking = stage().signedIn("grace");
        ChatClient ada = stage().member(hers);
        ChatClient grace = stage().member(looking);
        // Pings and polls tell of the client alone; else a page that nobody looks at would last for good.
        ChatClient alan = stage().member(his);
        String room = stage().room();
        ada.join(room);
        await().pollInterval(Duration.ofMillis(500)).until(() -> {
            ada.send("typing", "room", room);
            looking.get("session");
            if (alan.isOpen()) {
                alan.send("ping");
                his.poll("api/figures");
            }
            return !alan.isOpen();
        });
        assertThat(alan.awaitClose().code()).isEqualTo(4503);
        assertThat(alan.await("bye").getBoolean("reconnect")).isFalse();
        assertThat(his.get("").body()).doesNotContain("data-member=\"alan\"");
        assertThat(hers.get("").body()).contains("data-member=\"ada\"");
        ada.request("ping");
        grace.request("ping");

        assertThat(ada.awaitClose().code()).isEqualTo(4503);
        assertThat(grace.awaitClose().code()).isEqualTo(4503);
    }
}
