package chat.parley.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.model.Role;
import chat.parley.testing.ChatClient;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** PROTOCOL.md, presence: who is there, by person and not by connection. Wants a grace of {@link #GRACE}. */
interface PresenceContract extends Scenario {

    Duration GRACE = Duration.ofMillis(1500);

    @Test
    default void the_others_are_told_who_came_and_who_left() {
        ChatClient ada = stage().guest("ada");
        ChatClient grace = stage().guest("grace");
        String room = stage().room();
        ada.join(room);
        grace.join(room);
        JsonObject came = ada.await("arrival", change -> joined(change, room).contains(grace.name()));
        assertThat(came.getInt("count")).isEqualTo(2);
        assertThat(came.getJsonArray("joined").getValuesAs(JsonValue::asJsonObject))
                .filteredOn(person -> person.getString("name").equals(grace.name()))
                .allMatch(person -> person.getString("kind").equals("guest"));
        grace.leave(room);
        JsonObject went = ada.await("departure", change -> left(change, room).contains(grace.name()));
        assertThat(went.getInt("count")).isOne();
    }

    @Test
    default void who_moderates_and_who_administers_is_told_and_nothing_of_who_does_neither() {
        ChatClient ada = stage().guest("ada");
        String room = stage().room();
        ada.join(room);
        ChatClient warden = stage().connected(stage().makeBot("warden", Role.MODERATOR));
        ChatClient keeper = stage().connected(stage().makeBot("keeper", Role.MODERATOR, Role.ADMIN));
        ChatClient news = stage().connected(stage().makeBot("news"));
        for (ChatClient bot : List.of(warden, keeper, news)) {
            bot.login();
            bot.join(room);
        }
        JsonObject came = ada.await("arrival", change -> joined(change, room).contains(warden.name()));
        assertThat(roles(came.getJsonArray("joined"))).containsEntry(warden.name(), "moderator");

        JsonObject found = stage().guest("grace").join(room);
        assertThat(roles(found.getJsonArray("members")))
                .containsEntry(warden.name(), "moderator")
                .containsEntry(keeper.name(), "admin")
                .doesNotContainKeys(ada.name(), news.name());
    }

    private static Map<String, String> roles(JsonArray people) {
        return people.getValuesAs(JsonValue::asJsonObject).stream()
                .filter(person -> person.containsKey("role"))
                .collect(Collectors.toMap(person -> person.getString("name"), person -> person.getString("role")));
    }

    @Test
    default void whoever_leaves_is_gone_at_once_and_whoever_is_lost_after_the_grace() {
        untilTold((ada, grace, lost, room) -> {
            long before = System.nanoTime();
            lost.drop();
            grace.leave(room);
            ada.await("departure", change -> left(change, room).contains(grace.name()));
            List<String> departures = departures(ada, room);
            if (isGraceOver(before)) {
                return false;
            }
            assertThat(departures).doesNotContain(lost.name());
            ada.await("loss", change -> left(change, room).contains(lost.name()));
            assertThat(since(before)).isGreaterThan(GRACE);
            return true;
        });
    }

    @Test
    default void closing_without_leave_counts_as_lost() {
        ChatClient ada = stage().guest("ada");
        ChatClient grace = stage().guest("grace");
        String room = stage().room();
        ada.join(room);
        grace.join(room);
        long before = System.nanoTime();
        grace.close();
        ada.await("departure", change -> left(change, room).contains(grace.name()));
        assertThat(since(before)).isGreaterThan(GRACE);
    }

    @Test
    default void whoever_is_back_within_the_grace_was_never_away() {
        untilTold((ada, grace, lost, room) -> {
            long before = System.nanoTime();
            grace.drop();
            ChatClient back = stage().again(grace);
            JsonObject joined = back.join(room);
            if (isGraceOver(before)) {
                return false;
            }
            assertThat(joined.getInt("memberCount")).isEqualTo(3);
            lost.drop();
            ada.await("loss", change -> left(change, room).contains(lost.name()));
            assertThat(departures(ada, room)).doesNotContain(grace.name());
            assertThat(arrivals(ada, room)).filteredOn(grace.name()::equals).hasSize(1);
            return true;
        });
    }

    /** What Ada is told of Grace and of somebody who is lost. */
    interface Trial {
        /** False when it took so long that it tells nothing. */
        boolean tells(ChatClient ada, ChatClient grace, ChatClient lost, String room);
    }

    /** Tries it with other people, in another room, until it tells something. */
    private void untilTold(Trial trial) {
        await().pollInSameThread().until(() -> {
            ChatClient ada = stage().guest("ada");
            ChatClient grace = stage().guest("grace");
            ChatClient lost = stage().guest("grace");
            String room = stage().room();
            Stream.of(ada, grace, lost).forEach(client -> client.join(room));
            ada.await("everybody", change -> change.getInt("count", 0) == 3);
            return trial.tells(ada, grace, lost, room);
        });
    }

    /** Whether it may be, for somebody who was lost after that: the server has not noticed any sooner. */
    private static boolean isGraceOver(long before) {
        return since(before).compareTo(GRACE) >= 0;
    }

    private static Duration since(long before) {
        return Duration.ofNanos(System.nanoTime() - before);
    }

    @Test
    default void two_tabs_are_one_person_present_while_either_is() {
        ChatClient ada = stage().guest("ada");
        ChatClient first = stage().guest("grace");
        ChatClient second = stage().again(first);
        String room = stage().room();
        ada.join(room);
        first.join(room);
        assertThat(second.join(room).getInt("memberCount")).isEqualTo(2);
        first.leave(room);
        first.join(room);
        second.leave(room);
        ChatClient fence = stage().guest("grace");
        fence.join(room);
        ada.await("the fence", change -> joined(change, room).contains(fence.name()));
        assertThat(departures(ada, room)).isEmpty();
        assertThat(arrivals(ada, room)).filteredOn(first.name()::equals).hasSize(1);
        first.leave(room);
        assertThat(ada.await("departure", change -> left(change, room).contains(first.name()))
                        .getInt("count"))
                .isEqualTo(2);
    }

    @Test
    default void many_arrivals_make_four_presences_a_second_at_most() {
        ChatClient ada = stage().guest("ada");
        String room = stage().room();
        ada.join(room);
        List<ChatClient> crowd = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            crowd.add(stage().guest("grace"));
        }
        int told = ada.all("presence", room).size();
        long before = System.nanoTime();
        crowd.forEach(client -> client.send("join", "room", room));
        ada.await("everybody", change -> change.getInt("count", 0) == 31);
        double seconds = (System.nanoTime() - before) / 1e9;
        assertThat(ada.all("presence", room).size() - told)
                .as("presences in %s s", seconds)
                .isLessThanOrEqualTo((int) (1 + 4 * seconds));
        Set<String> names = new HashSet<>(arrivals(ada, room));
        names.remove(ada.name());
        assertThat(names)
                .containsExactlyInAnyOrderElementsOf(
                        crowd.stream().map(ChatClient::name).toList());
    }

    private static List<String> joined(JsonObject object, String room) {
        return isPresence(object, room)
                ? object.getJsonArray("joined").getValuesAs(JsonValue::asJsonObject).stream()
                        .map(person -> person.getString("name"))
                        .toList()
                : List.of();
    }

    private static List<String> left(JsonObject object, String room) {
        return isPresence(object, room) ? object.getJsonArray("left").getValuesAs(JsonString::getString) : List.of();
    }

    private static boolean isPresence(JsonObject object, String room) {
        return object.getString("type").equals("presence")
                && object.getString("room").equals(room);
    }

    private static List<String> arrivals(ChatClient client, String room) {
        return client.all().stream()
                .flatMap(object -> joined(object, room).stream())
                .toList();
    }

    private static List<String> departures(ChatClient client, String room) {
        return client.all().stream()
                .flatMap(object -> left(object, room).stream())
                .toList();
    }
}
