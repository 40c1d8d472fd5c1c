package chat.parley.room;

import static chat.parley.room.Surroundings.event;
import static chat.parley.room.Surroundings.guest;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.protocol.ServerMessage.Pong;
import chat.parley.protocol.Subprotocol;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A reply that was there before an event goes before it, however the outbox's look for replies and its look into rooms meet. */
class OutboxOrderTest {

    private final Surroundings surroundings = new Surroundings(Map.of("parley.ring-events", "50"));
    private final Connection connection = surroundings.connect(new FakeSession(), Subprotocol.LINES);

    /** Happens between the outbox's look for replies and its look into the rooms. */
    private Runnable meanwhile = () -> {};

    private final Memberships memberships = new Memberships();
    private final FakeSession raced = new FakeSession();
    private final Outbox outbox =
            new Outbox(raced.session(), Subprotocol.LINES, owner(), surroundings.time, new Figures());
    private final Room lobby = surroundings.retain("lobby");

    @Test
    void the_answer_to_a_join_goes_before_the_events_after_it() {
        Membership membership = lobby.enter(connection, guest("ada")).membership();
        memberships.add(membership);
        deliver(lobby, 1, 1);
        meanwhile = () -> {
            outbox.reply(new Pong("joined"));
            membership.goLive();
        };
        outbox.wake();

        assertThat(raced.types()).startsWith("pong").contains("message");
    }

    @Test
    void it_goes_before_a_resync_too() {
        Membership membership = lobby.enter(connection, guest("ada")).membership();
        memberships.add(membership);
        deliver(lobby, 1, 100);
        meanwhile = () -> {
            outbox.reply(new Pong("joined"));
            membership.goLive();
        };
        outbox.wake();

        assertThat(raced.types()).containsExactly("pong", "resync");
    }

    @Test
    void a_reply_that_comes_when_the_outbox_has_found_nothing_to_send_is_not_forgotten() {
        meanwhile = () -> outbox.reply(new Pong("1"));
        outbox.wake();

        assertThat(raced.types()).containsExactly("pong");
    }

    private Outbox.Owner owner() {
        return new Outbox.Owner() {
            @Override
            public Memberships memberships() {
                Runnable once = meanwhile;
                meanwhile = () -> {};
                once.run();
                return memberships;
            }

            @Override
            public void lost() {
                throw new AssertionError("lost");
            }

            @Override
            public void tooSlow() {
                throw new AssertionError("too slow");
            }
        };
    }

    private void deliver(Room room, long first, long last) {
        for (long seq = first; seq <= last; seq++) {
            room.deliver(event(room.name().value(), seq));
            surroundings.workers.run(ofMillis(50));
        }
    }
}
