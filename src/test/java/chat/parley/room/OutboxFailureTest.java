package chat.parley.room;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.protocol.ServerMessage.Pong;
import chat.parley.protocol.Subprotocol;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboxFailureTest {

    private final FakeTime time = new FakeTime();
    private final FakeSession session = new FakeSession();
    private final LonelyOwner owner = new LonelyOwner();
    private final Outbox outbox = new Outbox(session.session(), Subprotocol.SINGLE, owner, time, new Figures());

    @Test
    void a_failure_reported_later_loses_the_connection_and_nothing_more_is_sent() {
        session.hold();
        outbox.reply(pong(1));
        outbox.reply(pong(2));
        session.failSend();
        outbox.reply(pong(3));

        assertThat(owner.lost).isOne();
        assertThat(ids()).containsExactly("1");
        assertThat(outbox.isSendingSince(time.nanos() + 1)).isFalse();
    }

    @Test
    void a_failure_reported_within_the_call_loses_the_connection() {
        session.network(session::fail);
        outbox.reply(pong(1));
        outbox.reply(pong(2));

        assertThat(owner.lost).isOne();
        assertThat(ids()).containsExactly("1");
    }

    @Test
    void a_failure_thrown_by_the_call_loses_the_connection() {
        session.network(handler -> {
            throw new IllegalStateException("closed");
        });
        outbox.reply(pong(1));
        outbox.reply(pong(2));

        assertThat(owner.lost).isOne();
        assertThat(ids()).containsExactly("1");
        assertThat(outbox.isSendingSince(time.nanos() + 1)).isFalse();
    }

    private static Pong pong(int id) {
        return new Pong(String.valueOf(id));
    }

    private List<String> ids() {
        return session.objects().stream().map(object -> object.getString("id")).toList();
    }
}
