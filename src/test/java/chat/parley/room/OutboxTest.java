package chat.parley.room;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.protocol.ServerMessage;
import chat.parley.protocol.ServerMessage.Bye;
import chat.parley.protocol.ServerMessage.Left;
import chat.parley.protocol.ServerMessage.Pong;
import chat.parley.protocol.Subprotocol;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Sending as such, and replies. OutboxAndRoomsTest has what rooms add. */
class OutboxTest {

    private final FakeTime time = new FakeTime();
    private final FakeSession session = new FakeSession();
    private final LonelyOwner owner = new LonelyOwner();
    private final Outbox outbox = new Outbox(session.session(), Subprotocol.SINGLE, owner, time, new Figures());

    @Test
    void a_reply_is_sent_at_once_when_nothing_is_in_flight() {
        outbox.reply(pong(1));

        assertThat(session.frames()).containsExactly("{\"type\":\"pong\",\"id\":\"1\"}");
    }

    @Test
    void one_send_is_in_flight_at_a_time_and_replies_keep_their_order() {
        session.hold();
        outbox.reply(pong(1));
        outbox.reply(pong(2));
        outbox.reply(pong(3));
        assertThat(ids()).containsExactly("1");

        session.endSend();
        assertThat(ids()).containsExactly("1", "2");
        session.endSend();
        session.endSend();
        assertThat(ids()).containsExactly("1", "2", "3");
        assertThat(session.overlaps()).isZero();
        assertThat(session.isSending()).isFalse();
    }

    @Test
    void replies_that_waited_share_a_frame_where_lines_were_negotiated() {
        Outbox lines = new Outbox(session.session(), Subprotocol.LINES, owner, time, new Figures());
        session.hold();
        lines.reply(pong(1));
        lines.reply(pong(2));
        lines.reply(pong(3));
        session.endSend();

        assertThat(session.frames()).hasSize(2);
        assertThat(session.frames().get(1).lines()).hasSize(2);
        assertThat(ids()).containsExactly("1", "2", "3");
    }

    @Nested
    class The_stack_never_grows {

        private final List<Integer> depths = new ArrayList<>();

        @Test
        void when_sends_end_within_their_own_call() {
            session.hold();
            outbox.reply(pong(0));
            for (int i = 1; i <= 1_000; i++) {
                outbox.reply(pong(i));
            }
            session.network(handler -> {
                depths.add(new Throwable().getStackTrace().length);
                session.succeed(handler);
            });
            session.endSend();

            assertThat(ids()).hasSize(1_001);
            IntSummaryStatistics depth =
                    depths.stream().mapToInt(Integer::intValue).summaryStatistics();
            assertThat(depth.getMax() - depth.getMin()).isLessThan(10);
        }

        @Test
        void when_sends_end_on_another_thread_before_their_call_returns() throws Exception {
            ExecutorService container = Executors.newSingleThreadExecutor();
            try {
                session.network(handler -> {
                    depths.add(new Throwable().getStackTrace().length);
                    container.submit(() -> session.succeed(handler)).get();
                });
                for (int i = 0; i < 200; i++) {
                    outbox.reply(pong(i));
                }
            } finally {
                container.shutdown();
            }

            assertThat(container.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
            assertThat(ids()).hasSize(200);
            assertThat(session.overlaps()).isZero();
        }
    }

    @Nested
    class A_last_message {

        private final List<Integer> closedAfter = new ArrayList<>();

        @Test
        void is_sent_before_the_task_that_closes() {
            outbox.finish(bye(), this::close);

            assertThat(session.types()).containsExactly("bye");
            assertThat(closedAfter).containsExactly(1);
        }

        @Test
        void comes_after_the_replies_before_it_and_is_taken_before_the_close() {
            session.hold();
            outbox.reply(pong(1));
            outbox.reply(pong(2));
            outbox.finish(bye(), this::close);
            session.endSend();
            session.endSend();
            assertThat(session.types()).containsExactly("pong", "pong", "bye");
            assertThat(closedAfter).isEmpty();

            session.endSend();
            assertThat(closedAfter).containsExactly(3);
        }

        private void close() {
            closedAfter.add(session.frames().size());
        }
    }

    @Nested
    class A_ping {

        @Test
        void goes_out_at_once_when_nothing_is_in_flight() {
            outbox.ping();

            assertThat(session.pings()).isOne();
            assertThat(session.frames()).isEmpty();
        }

        @Test
        void waits_for_the_end_of_the_send_in_flight_and_goes_before_the_next() {
            session.hold();
            outbox.reply(pong(1));
            outbox.reply(pong(2));
            outbox.ping();
            outbox.ping();
            assertThat(session.pings()).isZero();

            session.network(handler -> assertThat(session.pings()).isOne());
            session.endSend();
            assertThat(ids()).containsExactly("1", "2");
            assertThat(session.pings()).isOne();
        }
    }

    @Test
    void a_client_that_asks_on_and_never_reads_is_too_slow_at_a_million_characters() {
        session.hold();
        ServerMessage large = new Left("1", "r".repeat(100_000));
        for (int i = 0; i < 11; i++) {
            outbox.reply(large);
        }
        assertThat(owner.tooSlow).isZero();
        outbox.reply(large);
        assertThat(owner.tooSlow).isOne();
    }

    @Test
    void a_client_that_reads_may_ask_for_as_much_as_it_likes() {
        session.hold();
        for (int i = 0; i < 100; i++) {
            outbox.reply(new Left("1", "r".repeat(100_000)));
            session.endSend();
        }
        assertThat(owner.tooSlow).isZero();
    }

    @Test
    void it_tells_since_when_a_send_has_been_under_way() {
        session.hold();
        long before = time.nanos();
        assertThat(outbox.isSendingSince(before + 1)).isFalse();
        time.pass(Duration.ofSeconds(1));
        outbox.reply(pong(1));
        assertThat(outbox.isSendingSince(before)).isFalse();
        assertThat(outbox.isSendingSince(time.nanos())).isFalse();
        assertThat(outbox.isSendingSince(time.nanos() + 1)).isTrue();
        session.endSend();
        assertThat(outbox.isSendingSince(time.nanos() + 1)).isFalse();
    }

    private static Pong pong(int id) {
        return new Pong(String.valueOf(id));
    }

    private static Bye bye() {
        return new Bye(4000, "the server is shutting down", true, 500);
    }

    private List<String> ids() {
        return session.objects().stream().map(object -> object.getString("id")).toList();
    }
}
