package chat.parley.room;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.User;
import chat.parley.model.User.Kind;
import chat.parley.model.UserName;
import chat.parley.settings.LiveSettings;
import chat.parley.settings.Settings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PeopleTest {

    private final FakeMemberNames names = new FakeMemberNames();
    private final People people = new People(
            LiveSettings.fixed(Settings.defaults()), new KnownMembers(names, text -> text.replace('0', 'o')));
    private final User guest = user("ada", Kind.GUEST);
    private final User member = user("ada", Kind.MEMBER);

    @Test
    void a_free_name_is_anybodys() {
        assertThat(people.claim(guest, false).user()).isEqualTo(guest);
        assertThat(people.claim(user("grace", Kind.MEMBER), true).user().kind()).isEqualTo(Kind.MEMBER);
        assertThat(people.count()).isEqualTo(2);
    }

    @Nested
    class A_name_that_a_guest_holds {

        private final People.Person holder = people.claim(guest, false);

        @Test
        void is_taken_for_whoever_cannot_prove_it() {
            assertThat(people.claim(guest, false)).isNull();
            assertThat(people.claim(user("ADA", Kind.GUEST), false)).isNull();
            assertThat(people.count()).isOne();
        }

        @Test
        void is_the_same_persons_with_a_proof_and_all_connections_share_one_rate() {
            People.Person second = people.claim(user("ADA", Kind.GUEST), true);

            assertThat(second.connections()).isEqualTo(2);
            assertThat(second.messages()).isSameAs(holder.messages());
            assertThat(people.count()).isOne();
        }

        @Test
        void is_free_again_when_the_last_connection_has_gone() {
            people.claim(guest, true);
            people.release(guest);
            assertThat(people.claim(guest, false)).isNull();
            people.release(guest);
            assertThat(people.count()).isZero();
            assertThat(people.claim(guest, false)).isNotNull();
        }

        @Test
        void goes_to_the_member_of_that_name_with_a_rate_of_their_own() {
            People.Person taken = people.claim(member, true);

            assertThat(taken.user()).isEqualTo(member);
            assertThat(taken.connections()).isOne();
            assertThat(taken.messages()).isNotSameAs(holder.messages());
        }

        @Test
        void is_not_freed_by_the_guest_once_the_member_has_it() {
            people.claim(guest, true);
            people.claim(member, true);
            people.release(guest);
            people.release(guest);

            assertThat(people.claim(guest, true)).isNull();
            assertThat(people.claim(member, true).connections()).isEqualTo(2);
        }
    }

    @Nested
    class A_name_that_a_member_holds {

        @Test
        void is_no_guests_whatever_they_prove() {
            people.claim(member, true);

            assertThat(people.claim(guest, false)).isNull();
            assertThat(people.claim(guest, true)).isNull();
        }

        @Test
        void is_no_guests_either_when_the_member_has_gone() {
            people.claim(member, true);
            people.release(member);

            assertThat(people.claim(guest, true)).isNull();
            assertThat(people.count()).isZero();
        }
    }

    @Nested
    class A_name_that_looks_like_another {
        private final User zero = user("b0b", Kind.GUEST);
        private final User letter = user("bob", Kind.GUEST);

        @Test
        void is_no_guests_while_the_other_is_here() {
            people.claim(letter, false);

            assertThat(people.claim(zero, true)).isNull();
            assertThat(people.claim(letter, true).connections()).isEqualTo(2);
            people.release(letter);
            assertThat(people.claim(zero, false)).isNull();
            people.release(letter);
            assertThat(people.claim(zero, false)).isNotNull();
        }

        @Test
        void is_no_guests_when_a_member_has_the_other_name_here_or_not() {
            User member = user("bob", Kind.MEMBER);
            people.claim(member, true);
            assertThat(people.claim(zero, true)).isNull();
            people.release(member);
            assertThat(people.claim(zero, true)).isNull();
        }

        @Test
        void is_a_members_all_the_same() {
            people.claim(user("bob", Kind.MEMBER), true);

            assertThat(people.claim(user("b0b", Kind.MEMBER), true)).isNotNull();
        }

        @Test
        void is_that_of_a_guest_whom_the_member_sends_away() {
            assertThat(people.isGuestLike(zero, letter.name())).isTrue();
            assertThat(people.isGuestLike(user("B0B", Kind.GUEST), letter.name()))
                    .isTrue();
            assertThat(people.isGuestLike(letter, letter.name())).isTrue();
            assertThat(people.isGuestLike(user("bob", Kind.MEMBER), letter.name()))
                    .isFalse();
            assertThat(people.isGuestLike(guest, letter.name())).isFalse();
        }
    }

    @Nested
    class Names_of_members {

        @Test
        void are_kept_once_and_known_after_a_restart() {
            people.claim(member, true);
            people.claim(member, true);
            assertThat(names.kept).containsExactly(member.name());

            People restarted =
                    new People(LiveSettings.fixed(Settings.defaults()), new KnownMembers(names, text -> text));
            assertThat(restarted.claim(guest, true)).isNull();
            restarted.claim(member, true);
            assertThat(names.kept).containsExactly(member.name());
        }

        @Test
        void are_kept_later_when_they_cannot_be_at_once() {
            names.away = true;
            people.claim(member, true);
            assertThat(people.claim(guest, true)).isNull();
            assertThat(names.kept).isEmpty();

            names.away = false;
            people.claim(member, true);
            assertThat(names.kept).containsExactly(member.name());
        }

        @Test
        void are_asked_for_again_when_they_were_not_there_at_first() {
            names.kept.add(member.name());
            names.away = true;
            assertThat(people.claim(user("grace", Kind.GUEST), false)).isNotNull();
            names.away = false;

            assertThat(people.claim(guest, false)).isNull();
        }
    }

    @Test
    void releasing_a_name_that_nobody_holds_changes_nothing() {
        people.release(guest);

        assertThat(people.count()).isZero();
        assertThat(people.claim(guest, false).connections()).isOne();
    }

    @Test
    void of_many_who_want_a_name_at_once_one_gets_it() throws Exception {
        int rivals = 8;
        ExecutorService threads = Executors.newFixedThreadPool(rivals);
        try {
            CyclicBarrier start = new CyclicBarrier(rivals);
            for (int round = 0; round < 200; round++) {
                User wanted = user("ada" + round, Kind.GUEST);
                Callable<People.Person> claim = () -> {
                    start.await();
                    return people.claim(wanted, false);
                };
                List<People.Person> winners = new ArrayList<>();
                for (Future<People.Person> outcome : threads.invokeAll(Collections.nCopies(rivals, claim))) {
                    winners.add(outcome.get());
                }
                assertThat(winners).filteredOn(Objects::nonNull).hasSize(1);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static User user(String name, Kind kind) {
        return new User(UserName.parse(name), kind);
    }
}
