package chat.parley.contract;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.ChatClient;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;

/** What all scenarios share. They are interfaces, so that one class can run those that fit its server's settings. */
interface Scenario {

    Stage stage();

    @AfterEach
    default void everybodyLeaves() throws Exception {
        stage().clear();
    }

    static void assertError(JsonObject reply, String code) {
        assertThat(reply.getString("type")).as("type of %s", reply).isEqualTo("error");
        assertThat(reply.getString("code")).as("code of %s", reply).isEqualTo(code);
        assertThat(reply.getString("message")).as("message of %s", reply).isNotBlank();
    }

    static List<JsonObject> events(JsonObject page) {
        return page.getJsonArray("events").getValuesAs(JsonValue::asJsonObject);
    }

    static List<String> texts(Collection<JsonObject> messages) {
        return messages.stream().map(message -> message.getString("text")).toList();
    }

    static List<Long> seqs(Collection<JsonObject> messages) {
        return messages.stream().map(Scenario::seq).toList();
    }

    static long seq(JsonObject object) {
        return object.getJsonNumber("seq").longValueExact();
    }

    /** {@code first} to {@code last}, every one once. */
    static List<Long> range(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    /** Somebody else comes in, says something and hears it. */
    default void assertOthersAreWell() {
        ChatClient grace = stage().guest("grace");
        String room = stage().room();
        grace.join(room);
        assertThat(seq(grace.say(room, "all is well"))).isOne();
        grace.awaitMessage(room, "all is well");
    }
}
