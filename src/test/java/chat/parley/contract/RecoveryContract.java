package chat.parley.contract;

import static chat.parley.contract.Scenario.assertError;
import static chat.parley.contract.Scenario.events;
import static chat.parley.contract.Scenario.range;
import static chat.parley.contract.Scenario.seq;
import static chat.parley.contract.Scenario.seqs;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.ChatClient;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** PROTOCOL.md, Losing nothing: what {@code after} brings back, and when it cannot. */
interface RecoveryContract extends Scenario {

    /** What a JavaScript client can count to. */
    long LARGEST = (1L << 53) - 1;

    @Test
    default void after_a_lost_connection_exactly_what_was_missed_comes() {
        ChatClient ada = stage().guest("ada");
        ChatClient grace = stage().guest("grace");
        String room = stage().room();
        String epoch = ada.join(room).getString("epoch");
        grace.join(room);
        grace.say(room, "seen");
        long last = seq(ada.awaitMessage(room, "seen"));
        ada.drop();
        for (int i = 1; i <= 3; i++) {
            grace.say(room, "missed " + i);
        }
        grace.awaitMessage(room, "missed 3");

        ChatClient back = stage().again(ada);
        JsonObject joined = back.join(room, epoch, last);
        assertThat(joined.getBoolean("recovered")).isTrue();
        assertThat(joined.getString("epoch")).isEqualTo(epoch);
        assertThat(seq(joined)).isEqualTo(4);
        assertThat(events(joined))
                .isEqualTo(grace.all("message", room).subList(1, 4))
                .hasSize(3);
        grace.say(room, "live");
        assertThat(seq(back.awaitMessage(room, "live"))).isEqualTo(5);
        assertThat(back.all("message", room)).hasSize(1);
    }

    @Test
    default void nothing_missed_is_recovered_too() {
        ChatClient ada = stage().guest("ada");
        String room = stage().room();
        String epoch = ada.join(room).getString("epoch");
        long last = seq(ada.say(room, "the last"));
        ada.drop();
        JsonObject joined = stage().again(ada).join(room, epoch, last);
        assertThat(joined.getBoolean("recovered")).isTrue();
        assertThat(events(joined)).isEmpty();
        assertThat(seq(joined)).isEqualTo(last);
    }

    @Test
    default void a_room_where_nothing_was_said_is_recovered_from_seq_0() {
        ChatClient ada = stage().guest("ada");
        ChatClient grace = stage().guest("grace");
        String room = stage().room();
        String epoch = ada.join(room).getString("epoch");
        grace.join(room);
        ada.drop();
        grace.say(room, "the first");
        JsonObject joined = stage().again(ada).join(room, epoch, 0);
        assertThat(joined.getBoolean("recovered")).isTrue();
        assertThat(seqs(events(joined))).containsExactly(1L);
    }

    @Test
    default void leave_and_join_again_recovers_as_well() {
        ChatClient ada = stage().guest("ada");
        ChatClient grace = stage().guest("grace");
        String room = stage().room();
        String epoch = ada.join(room).getString("epoch");
        grace.join(room);
        ada.leave(room);
        grace.say(room, "meanwhile");
        JsonObject joined = ada.join(room, epoch, 0);
        assertThat(joined.getBoolean("recovered")).isTrue();
        assertThat(seqs(events(joined))).containsExactly(1L);
    }

    @Test
    default void the_limit_does_not_cut_what_was_missed() {
        ChatClient ada = stage().guest("ada");
        String room = stage().room();
        String epoch = ada.join(room).getString("epoch");
        for (int i = 0; i < 5; i++) {
            ada.say(room, "message");
        }
        ada.leave(room);
        JsonObject after =
                Json.createObjectBuilder().add("epoch", epoch).add("seq", 1).build();
        JsonObject joined = ada.request("join", "room", room, "after", after, "limit", 2);
        assertThat(joined.getBoolean("recovered")).isTrue();
        assertThat(seqs(events(joined))).isEqualTo(range(2, 5));
    }

    @Test
    default void another_epoch_is_not_recovered() {
        ChatClient ada = stage().guest("ada");
        String room = stage().room();
        String epoch = ada.join(room).getString("epoch");
        ada.say(room, "said");
        ada.leave(room);
        JsonObject joined = ada.join(room, "x" + epoch, 0);
        assertThat(joined.getBoolean("recovered")).isFalse();
        assertThat(joined.getString("epoch")).isEqualTo(epoch);
        assertThat(seqs(events(joined))).containsExactly(1L);
        assertThat(joined.getBoolean("more")).isFalse();
    }

    @Test
    default void a_seq_ahead_of_the_log_is_not_recovered() {
        ChatClient ada = stage().guest("ada");
        String room = stage().room();
        String epoch = ada.join(room).getString("epoch");
        ada.say(room, "said");
        ada.leave(room);
        JsonObject joined = ada.join(room, epoch, 2);
        assertThat(joined.getBoolean("recovered")).isFalse();
        assertThat(seqs(events(joined))).containsExactly(1L);
        ada.leave(room);
        assertThat(ada.join(room, epoch, LARGEST).getBoolean("recovered")).isFalse();
    }

    @Test
    default void a_thousand_missed_are_recovered_and_one_more_is_not() {
        ChatClient ada = stage().guest("ada", ChatClient.LINES);
        String room = stage().room();
        String epoch = ada.join(room).getString("epoch");
        for (int i = 1; i <= 1001; i++) {
            ada.send("say", "id", "many-" + i, "room", room, "text", "message " + i);
        }
        assertThat(seq(ada.reply("many-1001"))).isEqualTo(1001);
        ada.leave(room);

        JsonObject thousand = ada.join(room, epoch, 1);
        assertThat(thousand.getBoolean("recovered")).isTrue();
        assertThat(seqs(events(thousand))).isEqualTo(range(2, 1001));
        ada.leave(room);
        JsonObject page = ada.join(room, epoch, 0);
        assertThat(page.getBoolean("recovered")).isFalse();
        assertThat(page.getBoolean("more")).isTrue();
        List<Long> latest = seqs(events(page));
        assertThat(latest).isNotEmpty().isEqualTo(range(1002 - latest.size(), 1001));
        assertThat(latest.size()).isLessThanOrEqualTo(100);
    }

    @Test
    default void a_position_of_the_wrong_shape_is_refused() {
        ChatClient ada = stage().guest("ada");
        String room = stage().room();
        JsonObject noSeq = Json.createObjectBuilder().add("epoch", "x").build();
        JsonObject noEpoch = Json.createObjectBuilder().add("seq", 1).build();
        JsonObject negative =
                Json.createObjectBuilder().add("epoch", "x").add("seq", -1).build();
        JsonObject half =
                Json.createObjectBuilder().add("epoch", "x").add("seq", 0.5).build();
        for (JsonObject after : List.of(noSeq, noEpoch, negative, half)) {
            assertError(ada.request("join", "room", room, "after", after), "bad_message");
        }
        assertError(ada.request("join", "room", room, "after", "7"), "bad_message");
        ada.join(room);
    }
}
