package chat.parley.room;

import static chat.parley.room.Surroundings.event;
import static chat.parley.room.Surroundings.guest;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofNanos;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.RoomName;
import chat.parley.model.RoomTopic;
import chat.parley.model.User;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RoomTest {

    private static final long HEAD = 7;

    private final Surroundings surroundings = new Surroundings();
    private final Room room =
            surroundings.rooms.retain(new RoomName("lobby"), new MessageLog.Head("epoch", HEAD, topic("first", 0)));
    private final User ada = guest("ada");
    private final User grace = guest("grace");

    @Nested
    class Events {

        private final FakeSession session = enter(ada);

        @Test
        void go_to_everybody_in_order_as_the_protocol_writes_them() {
            FakeSession other = enter(grace);
            deliver(8, 9);

            assertThat(session.seqs()).containsExactly(8L, 9L);
            assertThat(other.objects("message")).isEqualTo(session.objects("message"));
            assertThat(session.objects("message").get(0))
                    .hasToString("{\"type\":\"message\",\"at\":\"2026-03-01T08:15:30.123Z\",\"from\":\"ada\","
                            + "\"id\":\"id-8\",\"room\":\"lobby\",\"seq\":8,\"text\":\"text 8\"}");
        }

        @Test
        void go_to_everybody_once_in_a_room_so_large_that_workers_share_it() {
            List<FakeSession> crowd = IntStream.range(0, 201)
                    .mapToObj(i -> enter(Surroundings.guest("grace" + i)))
                    .toList();
            deliver(8);
            deliver(9);

            assertThat(crowd).allSatisfy(member -> assertThat(member.seqs()).containsExactly(8L, 9L));
        }

        @Test
        void wait_for_those_before_them() {
            deliver(10, 9);
            assertThat(session.seqs()).isEmpty();
            assertThat(room.seq()).isEqualTo(HEAD);

            deliver(8);
            assertThat(session.seqs()).containsExactly(8L, 9L, 10L);
            assertThat(room.seq()).isEqualTo(10);
        }

        @Test
        void come_once_however_often_they_are_delivered() {
            deliver(10, 10, 8, 8, 9, 9, 8, 10, HEAD, 1, 11);

            assertThat(session.seqs()).containsExactly(8L, 9L, 10L, 11L);
        }

        @Test
        void that_are_old_news_wake_nobody() {
            deliver(8);
            surroundings.workers.run(ofSeconds(1));
            room.deliver(event("lobby", 8));

            assertThat(surroundings.workers.waiting()).isEmpty();
        }

        @Test
        void come_in_order_in_whatever_order_they_are_delivered() {
            long seed = new Random().nextLong();
            Random random = new Random(seed);
            List<Long> order = new ArrayList<>();
            LongStream.rangeClosed(HEAD + 1, HEAD + 200).forEach(seq -> order.addAll(Collections.nCopies(2, seq)));
            Collections.shuffle(order, random);
            order.forEach(seq -> {
                room.deliver(event("lobby", seq));
                surroundings.workers.run(ofMillis(random.nextInt(3)));
            });
            surroundings.workers.run(ofSeconds(1));

            assertThat(session.seqs())
                    .as("seed %s", seed)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(HEAD + 1, HEAD + 200).boxed().toList());
        }
    }

    @Nested
    class Entering {

        @Test
        void shows_who_is_present_oneself_included() {
            enter(ada);
            Room.Entrance entrance = room.enter(surroundings.connect(new FakeSession(), grace), grace);

            assertThat(entrance.members()).containsExactly(ada, grace);
            assertThat(entrance.memberCount()).isEqualTo(2);
        }

        @Test
        void divides_the_events_into_those_before_and_those_after() {
            deliver(8);
            FakeSession session = new FakeSession();
            Connection connection = surroundings.connect(session, ada);
            Room.Entrance entrance = room.enter(connection, ada);
            connection.memberships().add(entrance.membership());
            deliver(9);

            assertThat(entrance.seq()).isEqualTo(8);
            assertThat(session.seqs()).isEmpty();

            entrance.membership().goLive();
            assertThat(session.seqs()).containsExactly(9L);
            deliver(10);
            assertThat(session.seqs()).containsExactly(9L, 10L);
        }

        @Test
        void leaves_out_what_was_delivered_before_and_not_yet_sent() {
            FakeSession first = enter(ada);
            room.deliver(event("lobby", 8));
            FakeSession session = enter(grace);
            room.deliver(event("lobby", 9));
            surroundings.workers.run(ofSeconds(1));

            assertThat(first.seqs()).containsExactly(8L, 9L);
            assertThat(session.seqs()).containsExactly(9L);
        }
    }

    @Test
    void a_member_that_was_removed_is_not_woken_any_more() {
        FakeSession session = new FakeSession();
        Connection connection = surroundings.connect(session, ada);
        Membership membership = surroundings.join(connection, "lobby");
        deliver(8);
        room.remove(membership);
        deliver(9);

        assertThat(session.seqs()).containsExactly(8L);
    }

    @Nested
    class A_topic {

        private final FakeSession session = enter(ada);

        @Test
        void is_told_to_everybody_as_the_protocol_writes_it() {
            FakeSession other = enter(grace);
            tell(topic("second", 1));

            assertThat(session.objects("topic")).hasSize(1).isEqualTo(other.objects("topic"));
            assertThat(session.objects("topic").get(0))
                    .hasToString("{\"type\":\"topic\",\"at\":\"2026-03-01T08:15:31.123Z\",\"by\":\"grace\","
                            + "\"room\":\"lobby\",\"topic\":\"second\"}");
        }

        @Test
        void that_is_older_than_the_one_there_is_or_the_same_is_passed_over() {
            tell(topic("third", 2));
            tell(topic("second", 1));
            tell(topic("third", 2));

            assertThat(session.objects("topic"))
                    .extracting(told -> told.getString("topic"))
                    .containsExactly("third");
            assertThat(topicFound()).isEqualTo(topic("third", 2));
        }

        @Test
        void is_found_on_entering_or_told_after_it() {
            assertThat(topicFound()).isEqualTo(topic("first", 0));
            room.tell(topic("second", 1));
            FakeSession late = enter(grace);
            surroundings.workers.run(ofSeconds(1));

            assertThat(topicFound()).isEqualTo(topic("second", 1));
            assertThat(late.objects("topic")).isEmpty();
            assertThat(session.objects("topic")).hasSize(1);
        }

        private RoomTopic topicFound() {
            return room.enter(surroundings.connect(new FakeSession(), grace), grace)
                    .topic();
        }

        private void tell(RoomTopic topic) {
            room.tell(topic);
            surroundings.workers.run(ofSeconds(1));
        }
    }

    private static RoomTopic topic(String text, int seconds) {
        return new RoomTopic(text, "grace", FakeTime.START.plusSeconds(seconds));
    }

    @Nested
    class Presence_is_told {

        private final FakeSession witness = enter(ada);

        @Test
        void at_once_after_a_silence() {
            surroundings.workers.run(ofMillis(1));
            assertPresence(witness.objects("presence").get(0), List.of("ada"), List.of(), 1);
        }

        @Test
        void at_most_four_times_a_second() {
            surroundings.workers.run(ofMillis(1));
            for (int i = 0; i < 100; i++) {
                enter(guest("user" + i));
                surroundings.workers.run(ofMillis(10));
            }
            assertThat(witness.objects("presence")).hasSizeBetween(4, 5);
            surroundings.workers.run(ofMillis(250));
            List<JsonObject> told = witness.objects("presence");
            assertThat(told).hasSizeBetween(5, 6);
            assertThat(told.stream()
                            .mapToInt(object -> object.getJsonArray("joined").size())
                            .sum())
                    .isEqualTo(101);
            assertThat(told.get(told.size() - 1).getInt("count")).isEqualTo(101);
        }

        @Test
        void with_those_who_left() {
            enter(grace);
            surroundings.workers.run(ofSeconds(1));
            room.depart(grace);
            surroundings.workers.run(ofSeconds(1));

            assertPresence(witness.objects("presence").get(1), List.of(), List.of("grace"), 1);
        }

        private void assertPresence(JsonObject presence, List<String> joined, List<String> left, int count) {
            assertThat(presence.getJsonArray("joined").stream()
                            .map(p -> p.asJsonObject().getString("name")))
                    .containsExactlyElementsOf(joined);
            assertThat(presence.getJsonArray("left"))
                    .hasToString(left.stream().map(n -> '"' + n + '"').toList().toString());
            assertThat(presence.getInt("count")).isEqualTo(count);
        }
    }

    @Nested
    class Typing_is_told {

        private final FakeSession witness = enter(ada);

        @Test
        void once_in_three_seconds_for_each_user() {
            type(ada);
            type(ada);
            type(grace);
            assertThat(names()).containsExactly("ada", "grace");

            surroundings.workers.run(ofSeconds(3).minus(ofMillis(200)).minus(ofNanos(1)));
            type(ada);
            assertThat(names()).hasSize(2);

            surroundings.workers.run(ofMillis(100));
            type(ada);
            assertThat(names()).containsExactly("ada", "grace", "ada");
        }

        @Test
        void again_of_somebody_who_left_and_came_back() {
            enter(grace);
            type(grace);
            room.depart(grace);
            enter(grace);
            type(grace);

            assertThat(names()).containsExactly("grace", "grace");
        }

        private void type(User user) {
            room.typing(user);
            surroundings.workers.run(ofMillis(50));
        }

        private List<String> names() {
            return witness.objects("typing").stream()
                    .map(object -> object.getString("name"))
                    .toList();
        }
    }

    private FakeSession enter(User user) {
        FakeSession session = new FakeSession();
        surroundings.join(surroundings.connect(session, user), "lobby");
        return session;
    }

    private void deliver(long... seqs) {
        for (long seq : seqs) {
            room.deliver(event("lobby", seq));
        }
        surroundings.workers.run(ofMillis(100));
    }
}
