package chat.parley.room;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.RoomName;
import chat.parley.model.RoomTopic;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class RoomsTest {

    private final Surroundings surroundings = new Surroundings();
    private final Rooms rooms = surroundings.rooms;
    private final RoomName lobby = new RoomName("lobby");

    @Test
    void there_are_no_rooms_at_first() {
        assertThat(rooms.count()).isZero();
        assertThat(rooms.find(lobby)).isNull();
    }

    @Test
    void all_tenants_of_a_name_share_one_room() {
        Room first = surroundings.retain("lobby");

        assertThat(surroundings.retain("lobby")).isSameAs(first);
        assertThat(rooms.find(lobby)).isSameAs(first);
        assertThat(surroundings.retain("attic")).isNotSameAs(first);
        assertThat(rooms.count()).isEqualTo(2);
    }

    @Test
    void a_room_begins_where_its_log_ends() {
        Room room = rooms.retain(lobby, new MessageLog.Head("k3vq", 41, RoomTopic.NONE));

        assertThat(room.name()).isEqualTo(lobby);
        assertThat(room.epoch()).isEqualTo("k3vq");
        assertThat(room.seq()).isEqualTo(41);
    }

    @Test
    void an_empty_room_leaves_no_trace() {
        Room room = surroundings.retain("lobby");
        surroundings.retain("lobby");

        rooms.release(room);
        assertThat(rooms.find(lobby)).isSameAs(room);
        assertThat(surroundings.log.opened(lobby)).isOne();

        rooms.release(room);
        assertThat(rooms.find(lobby)).isNull();
        assertThat(rooms.count()).isZero();
        assertThat(surroundings.log.opened(lobby)).isZero();
    }

    @Test
    void whoever_comes_after_that_finds_a_new_room() {
        Room before = surroundings.retain("lobby");
        rooms.release(before);

        assertThat(surroundings.retain("lobby")).isNotSameAs(before);
    }

    @Test
    void a_tenant_keeps_the_room_whatever_others_do_at_the_same_time() throws Exception {
        int threads = 4;
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Integer>> tenants = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                tenants.add(executor.submit(() -> {
                    int lost = 0;
                    for (int round = 0; round < 5_000; round++) {
                        Room room = surroundings.retain("lobby");
                        lost += rooms.find(lobby) == room ? 0 : 1;
                        rooms.release(room);
                    }
                    return lost;
                }));
            }
            for (Future<Integer> tenant : tenants) {
                assertThat(tenant.get()).isZero();
            }
        } finally {
            executor.shutdownNow();
        }
        assertThat(rooms.count()).isZero();
        assertThat(surroundings.log.opened(lobby)).isZero();
    }
}
