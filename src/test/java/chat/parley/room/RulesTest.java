package chat.parley.room;

import static chat.parley.room.Surroundings.guest;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.Caller;
import chat.parley.model.Role;
import chat.parley.model.RoomName;
import chat.parley.model.User;
import chat.parley.settings.AddressRange;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {
    private static final RoomName LOBBY = new RoomName("lobby");
    private static final RoomName ATTIC = new RoomName("attic");
    private static final Instant NOW = FakeTime.START;
    private static final Caller ADMIN = new Caller("root", "192.0.2.7", Set.of(Role.ADMIN));
    private static final Caller MODERATOR = new Caller("grace", "192.0.2.7", Set.of(Role.MODERATOR));
    private static final Caller NOBODY = new Caller("", "192.0.2.7", Set.of());

    private final User ada = guest("ada");
    private final User member = new User(ada.name(), User.Kind.MEMBER);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void what_a_moderator_decided_does_not_hold_for_an_administrator(boolean byAdmin) {
        Rules rules = new Rules(
                1,
                List.of(
                        sanction(Sanction.Kind.BAN, new Subject.Person(ada), null, null, byAdmin),
                        sanction(Sanction.Kind.MUTE, new Subject.Person(ada), null, null, byAdmin)),
                List.of(),
                List.of());
        assertThat(rules.ban(NOBODY, ada, NOW)).isNotNull();
        assertThat(rules.ban(MODERATOR, ada, NOW)).isNotNull();
        assertThat(rules.ban(ADMIN, ada, NOW) != null).isEqualTo(byAdmin);
        assertThat(rules.mute(ADMIN, ada, LOBBY, NOW) != null).isEqualTo(byAdmin);
        assertThat(rules.ban(NOBODY, member, NOW)).isNull();
        assertThat(rules.ban(NOBODY, null, NOW)).isNull();
    }

    @Test
    void an_address_is_banned_with_its_block_whoever_calls_from_it() {
        Rules rules = Rules.NONE.with(new Change.Impose(sanction(
                Sanction.Kind.BAN, new Subject.Address(AddressRange.parse("192.0.2.0/24")), null, null, false)));
        assertThat(rules.ban(NOBODY, null, NOW)).isNotNull();
        assertThat(rules.ban(NOBODY, ada, NOW)).isNotNull();
        assertThat(rules.ban(ADMIN, ada, NOW)).isNull();
        for (String other : List.of("", "somewhere", "198.51.100.7", "2001:db8::7")) {
            assertThat(rules.ban(new Caller("", other, Set.of()), ada, NOW)).isNull();
        }
    }

    @Test
    void a_mute_of_a_room_holds_there_and_one_without_everywhere() {
        Change here = new Change.Impose(sanction(Sanction.Kind.MUTE, new Subject.Person(ada), LOBBY, null, false));
        Change anywhere = new Change.Impose(sanction(Sanction.Kind.MUTE, new Subject.Person(ada), null, null, false));
        Rules rules = Rules.NONE.with(here);
        assertThat(rules.mute(NOBODY, ada, LOBBY, NOW)).isNotNull();
        assertThat(rules.mute(NOBODY, ada, ATTIC, NOW)).isNull();
        assertThat(rules.ban(NOBODY, ada, NOW)).isNull();
        assertThat(rules.with(anywhere).mute(NOBODY, ada, ATTIC, NOW)).isNotNull();
    }

    @Test
    void a_change_made_twice_is_as_made_once() {
        Sanction ban = sanction(Sanction.Kind.BAN, new Subject.Person(ada), null, null, false);
        Rules rules = Rules.NONE;
        for (Change change : List.of(
                new Change.Impose(ban),
                new Change.Closing(LOBBY, true),
                new Change.Privacy(LOBBY, true),
                new Change.Listing(LOBBY, member, true),
                new Change.Listing(LOBBY, member, false),
                new Change.Privacy(LOBBY, false),
                new Change.Closing(LOBBY, false),
                new Change.Lift(ban.kind(), ban.subject(), null))) {
            Rules once = rules.with(change);
            assertThat(once.saysSameAs(rules)).as("%s", change).isFalse();
            assertThat(once.with(change).saysSameAs(once)).as("%s", change).isTrue();
            rules = once;
        }
        assertThat(rules.saysSameAs(Rules.NONE)).isTrue();
        assertThat(rules.rooms()).isEmpty();
    }

    @Test
    void a_private_room_is_known_to_its_members_and_to_those_with_a_role() {
        Rules rules = Rules.NONE.with(new Change.Privacy(LOBBY, true)).with(new Change.Listing(LOBBY, member, true));
        assertThat(rules.mayKnow(LOBBY, member, NOBODY)).isTrue();
        assertThat(rules.mayKnow(LOBBY, ada, NOBODY)).isFalse();
        assertThat(rules.mayKnow(LOBBY, ada, MODERATOR)).isTrue();
        assertThat(rules.mayKnow(ATTIC, ada, NOBODY)).isTrue();
        Rules closed = rules.with(new Change.Closing(LOBBY, true));
        assertThat(closed.mayBeIn(LOBBY, member, NOBODY)).isFalse();
        assertThat(closed.mayKnow(LOBBY, member, NOBODY)).isTrue();
        assertThat(closed.mayBeIn(LOBBY, ada, ADMIN)).isFalse();
    }

    static Sanction sanction(
            Sanction.Kind kind, Subject subject, @Nullable RoomName room, @Nullable Instant until, boolean byAdmin) {
        return new Sanction(kind, subject, room, until, "", "grace", byAdmin, NOW);
    }

    static AuditEntry entry() {
        return new AuditEntry(0, NOW, "grace", "member", "", "close", "", "lobby", "", AuditEntry.DONE);
    }
}
