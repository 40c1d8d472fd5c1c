package chat.parley.room;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.User;
import chat.parley.model.User.Kind;
import chat.parley.model.UserName;
import chat.parley.room.Presence.Diff;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PresenceTest {

    private static final User ADA = user("ada");
    private static final User BOB = user("bob");
    private static final User EVE = user("eve");

    private final Presence presence = new Presence();

    @Test
    void nobody_is_present_at_first() {
        assertThat(presence.count()).isZero();
        assertThat(presence.members()).isEmpty();
        assertThat(presence.takeChanges()).isEqualTo(new Diff(List.of(), List.of(), 0));
    }

    @Test
    void whoever_came_and_whoever_went_is_told_once() {
        assertThat(presence.arrive(ADA)).isTrue();
        assertThat(presence.arrive(BOB)).isTrue();
        assertThat(presence.takeChanges()).isEqualTo(new Diff(List.of(ADA, BOB), List.of(), 2));

        assertThat(presence.depart(ADA)).isTrue();
        assertThat(presence.takeChanges()).isEqualTo(new Diff(List.of(), List.of(ADA), 1));
        assertThat(presence.takeChanges()).isEqualTo(new Diff(List.of(), List.of(), 1));
        assertThat(presence.members()).containsExactly(BOB);
    }

    @Test
    void two_connections_are_one_user_present_while_either_is() {
        presence.arrive(ADA);
        presence.takeChanges();

        assertThat(presence.arrive(ADA)).isFalse();
        assertThat(presence.count()).isOne();
        assertThat(presence.depart(ADA)).isFalse();
        assertThat(presence.takeChanges()).isEqualTo(new Diff(List.of(), List.of(), 1));
        assertThat(presence.depart(ADA)).isTrue();
        assertThat(presence.takeChanges()).isEqualTo(new Diff(List.of(), List.of(ADA), 0));
    }

    @Nested
    class Between_two_diffs {

        @Test
        void whoever_comes_and_goes_is_worth_no_word() {
            presence.arrive(ADA);
            presence.depart(ADA);

            assertThat(presence.takeChanges()).isEqualTo(new Diff(List.of(), List.of(), 0));
        }

        @Test
        void whoever_goes_and_comes_back_is_worth_no_word() {
            presence.arrive(ADA);
            presence.takeChanges();

            presence.depart(ADA);
            presence.arrive(ADA);

            assertThat(presence.takeChanges()).isEqualTo(new Diff(List.of(), List.of(), 1));
        }

        @Test
        void whoever_enters_while_somebody_is_away_for_a_moment_hears_of_the_return() {
            presence.arrive(ADA);
            presence.takeChanges();

            presence.depart(ADA);
            presence.arrive(BOB);
            Set<User> seenByBob = new HashSet<>(presence.members());
            presence.arrive(ADA);

            assertThat(apply(presence.takeChanges(), seenByBob)).containsExactlyInAnyOrder(ADA, BOB);
        }

        @Test
        void whoever_enters_while_somebody_looks_in_hears_that_they_left() {
            presence.arrive(ADA);
            presence.arrive(BOB);
            Set<User> seenByBob = new HashSet<>(presence.members());
            presence.depart(ADA);

            assertThat(apply(presence.takeChanges(), seenByBob)).containsExactly(BOB);
        }
    }

    @Nested
    class Above_500_people {

        private final List<User> crowd =
                IntStream.range(0, 500).mapToObj(i -> user("user" + i)).toList();

        @BeforeEach
        void fill() {
            crowd.forEach(presence::arrive);
        }

        @Test
        void names_are_told_up_to_500() {
            assertThat(presence.members()).hasSize(500);
            assertThat(presence.takeChanges().joined()).hasSize(500);
        }

        @Test
        void only_the_count_is_told() {
            presence.takeChanges();
            presence.arrive(ADA);

            assertThat(presence.members()).isEmpty();
            assertThat(presence.takeChanges()).isEqualTo(new Diff(List.of(), List.of(), 501));
            presence.arrive(BOB);
            presence.depart(ADA);
            assertThat(presence.takeChanges()).isEqualTo(new Diff(List.of(), List.of(), 501));
        }

        @Test
        void names_come_again_at_450_and_then_of_everybody() {
            presence.arrive(ADA);
            presence.takeChanges();

            crowd.subList(0, 50).forEach(presence::depart);
            assertThat(presence.members()).isEmpty();
            assertThat(presence.takeChanges()).isEqualTo(new Diff(List.of(), List.of(), 451));

            presence.depart(ADA);
            Diff again = presence.takeChanges();
            assertThat(again.count()).isEqualTo(450);
            assertThat(again.joined()).containsExactlyElementsOf(crowd.subList(50, 500));
            assertThat(again.left()).isEmpty();
            assertThat(presence.members()).hasSize(450);

            presence.arrive(ADA);
            assertThat(presence.takeChanges()).isEqualTo(new Diff(List.of(ADA), List.of(), 451));
        }

        @Test
        void whoever_was_shown_no_names_is_told_them_later_even_if_the_crowd_was_there_for_a_moment_only() {
            presence.takeChanges();
            presence.arrive(ADA);
            assertThat(presence.members()).isEmpty();
            presence.depart(crowd.get(0));
            Diff first = presence.takeChanges();

            crowd.subList(1, 60).forEach(presence::depart);
            Diff second = presence.takeChanges();

            assertThat(first.joined()).isEmpty();
            assertThat(second.joined()).hasSize(441).contains(ADA);
        }
    }

    @Test
    void state_plus_diffs_is_the_state_for_everybody_who_ever_entered() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<User> users = List.of(ADA, BOB, EVE, user("joe"));
        User watcher = user("watcher");
        presence.arrive(watcher);
        Map<User, Set<User>> views = new HashMap<>();
        views.put(watcher, new HashSet<>(presence.members()));
        for (int step = 0; step < 5_000; step++) {
            User user = users.get(random.nextInt(users.size()));
            if (views.remove(user) != null) {
                presence.depart(user);
            } else {
                presence.arrive(user);
                views.put(user, new HashSet<>(presence.members()));
            }
            if (random.nextInt(5) == 0) {
                Diff diff = presence.takeChanges();
                views.values().forEach(view -> apply(diff, view));
                assertThat(views.values()).as("seed %s, step %s", seed, step).allMatch(views.keySet()::equals);
            }
        }
    }

    private static Set<User> apply(Diff diff, Set<User> view) {
        diff.left().forEach(view::remove);
        view.addAll(diff.joined());
        return view;
    }

    private static User user(String name) {
        return new User(UserName.parse(name), Kind.GUEST);
    }
}
