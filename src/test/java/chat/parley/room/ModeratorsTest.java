package chat.parley.room;

import static chat.parley.room.Surroundings.guest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.model.Actor;
import chat.parley.model.Role;
import chat.parley.model.RoomName;
import chat.parley.model.User;
import chat.parley.protocol.ErrorCode;
import chat.parley.settings.AddressRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** What those find who act from outside; what the acts do to people is the contract's. */
class ModeratorsTest {
    private static final RoomName LOBBY = new RoomName("lobby");
    private static final RoomName ATTIC = new RoomName("attic");
    private static final Actor TOOL = Actor.tool("JMX");

    private final Surroundings surroundings = new Surroundings();
    private final Moderation moderation = new Moderators(
            surroundings.rulebook,
            surroundings.moderation,
            surroundings.expulsion,
            surroundings.connections,
            surroundings.rooms,
            surroundings.log,
            new Deliveries(surroundings.rooms, surroundings.log, surroundings.workers),
            surroundings.time);
    private final User ada = guest("ada");
    private final User member = new User(ada.name(), User.Kind.MEMBER);

    @Test
    void bans_and_mutes_are_listed_newest_first_until_they_end() {
        Instant soon = surroundings.time.now().plusSeconds(60);
        join(moderation.ban(TOOL, new Subject.Person(ada), soon, "first"));
        surroundings.time.pass(Duration.ofSeconds(1));
        join(moderation.mute(TOOL, ada, LOBBY, null, "second"));
        surroundings.time.pass(Duration.ofSeconds(1));
        join(moderation.ban(TOOL, new Subject.Address(AddressRange.parse("192.0.2.0/24")), null, "third"));
        assertThat(moderation.sanctions()).extracting(Sanction::reason).containsExactly("third", "second", "first");
        surroundings.time.pass(Duration.ofMinutes(1));
        assertThat(moderation.sanctions()).extracting(Sanction::reason).containsExactly("third", "second");
        join(moderation.unmute(TOOL, ada, LOBBY, ""));
        assertThat(moderation.sanctions()).extracting(Sanction::reason).containsExactly("third");
    }

    @Test
    void rooms_with_rules_are_listed_by_name() {
        join(moderation.close(TOOL, LOBBY, ""));
        join(moderation.addMember(TOOL, ATTIC, member, ""));
        assertThat(moderation.rooms())
                .containsExactly(
                        new RoomRule(ATTIC, false, false, Set.of(member)), new RoomRule(LOBBY, true, false, Set.of()));
        join(moderation.reopen(TOOL, LOBBY, ""));
        join(moderation.removeMember(TOOL, ATTIC, member, ""));
        assertThat(moderation.rooms()).isEmpty();
    }

    @Test
    void no_ban_ends_in_a_year_that_databases_do_not_know() {
        assertRefused(moderation.ban(TOOL, new Subject.Person(ada), Instant.MAX, ""), ErrorCode.BAD_MESSAGE);
        assertRefused(
                moderation.ban(TOOL, new Subject.Person(ada), surroundings.time.now(), ""), ErrorCode.BAD_MESSAGE);
        assertThat(moderation.sanctions()).isEmpty();
    }

    @Test
    void whoever_has_a_name_that_nobody_can_show_takes_nothing_back_and_leaves_no_room_open() {
        Actor nameless = new Actor("a\tb", Actor.Kind.MEMBER, "", Set.of(Role.ADMIN));
        assertRefused(moderation.delete(nameless, LOBBY, 1, ""), ErrorCode.NAME_INVALID);
        assertThat(surroundings.log.opened(LOBBY)).isZero();
    }

    @Test
    void what_is_refused_is_written_down_and_what_cannot_be_stored_is_not_done() {
        assertRefused(moderation.unban(TOOL, new Subject.Person(ada), ""), ErrorCode.NOT_FOUND);
        assertThat(surroundings.moderation.outcomes()).containsExactly("unban not_found");
        surroundings.moderation.fails = true;
        assertThatThrownBy(() -> join(moderation.close(TOOL, LOBBY, ""))).hasCauseInstanceOf(LogException.class);
        assertThat(moderation.rooms()).isEmpty();
    }

    private static void join(CompletionStage<?> stage) {
        stage.toCompletableFuture().join();
    }

    private static void assertRefused(CompletionStage<?> stage, ErrorCode code) {
        assertThatThrownBy(() -> join(stage))
                .cause()
                .isInstanceOfSatisfying(
                        ModerationException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
