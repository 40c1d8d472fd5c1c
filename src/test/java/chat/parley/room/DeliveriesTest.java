package chat.parley.room;

import static chat.parley.room.Surroundings.guest;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.RoomName;
import chat.parley.model.RoomTopic;
import chat.parley.model.User;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class DeliveriesTest {

    private final Surroundings surroundings = new Surroundings();
    private final Deliveries deliveries = new Deliveries(surroundings.rooms, surroundings.log, surroundings.workers);
    private final RoomName lobby = new RoomName("lobby");
    private final User ada = guest("ada");

    @Test
    void a_room_whose_topic_was_stored_after_its_head_was_read_is_told_of_it() {
        Room room = surroundings.retain("lobby");
        FakeSession session = new FakeSession();
        surroundings.join(surroundings.connect(session, ada), "lobby");
        CompletionStage<RoomTopic> unused = surroundings.log.setTopic(lobby, "News", ada);
        deliveries.catchUp(room);
        deliveries.catchUp(room);
        surroundings.workers.run(Duration.ofSeconds(1));

        assertThat(session.objects("topic"))
                .extracting(told -> told.getString("topic"))
                .containsExactly("News");
        assertThat(room.enter(surroundings.connect(new FakeSession(), guest("grace")), guest("grace"))
                        .topic()
                        .text())
                .isEqualTo("News");
    }

    @Test
    void a_topic_of_a_room_that_all_have_left_is_told_to_nobody() {
        deliveries.deliver(lobby, new RoomTopic("News", "ada", FakeTime.START));

        assertThat(surroundings.rooms.count()).isZero();
        assertThat(surroundings.workers.waiting()).isEmpty();
    }
}
