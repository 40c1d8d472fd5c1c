package chat.parley.contract;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.swarm.Latencies;
import chat.parley.swarm.Swarm;
import chat.parley.swarm.SwarmMember;
import chat.parley.testing.ChatClient;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import org.junit.jupiter.api.Test;

/** PROTOCOL.md, presence: above 500 people a room tells how many, and no longer who. */
interface CrowdContract extends Scenario {

    int CROWD = 510;

    @Test
    default void above_500_people_only_their_number_is_told_until_there_are_fewer_again() {
        ChatClient ada = stage().guest("ada");
        ChatClient grace = stage().guest("grace");
        String room = stage().room();
        ada.join(room);
        try (Swarm swarm = new Swarm(stage().server().socket(), room)) {
            List<SwarmMember> crowd = swarm.enter("crowd", CROWD, new Latencies());
            JsonObject full = ada.await("the crowd", change -> change.getInt("count", 0) == CROWD + 1);
            assertThat(full.getJsonArray("joined")).isEmpty();
            assertThat(full.getJsonArray("left")).isEmpty();
            JsonObject joined = grace.join(room);
            assertThat(joined.getJsonArray("members")).isEmpty();
            assertThat(joined.getInt("memberCount")).isEqualTo(CROWD + 2);

            swarm.reset(crowd);
            JsonObject named = grace.await(
                    "names",
                    change -> change.getString("type").equals("presence")
                            && !change.getJsonArray("joined").isEmpty());
            assertThat(named.getJsonArray("joined").getValuesAs(JsonValue::asJsonObject))
                    .hasSize(named.getInt("count"))
                    .extracting(person -> person.getString("name"))
                    .contains(ada.name(), grace.name());
            if (named.getInt("count") > 2) {
                grace.await("the last departure", change -> change.getInt("count", 0) == 2);
            }
            assertThat(swarm.faults()).isEmpty();
        }
        assertThat(ada.isOpen()).isTrue();
    }
}
