package chat.parley.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.model.Actor;
import chat.parley.model.Role;
import chat.parley.model.RoomName;
import chat.parley.protocol.ErrorCode;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ProceedingsTest {
    private static final Actor GRACE = new Actor("grace", Actor.Kind.MEMBER, "192.0.2.7", Set.of(Role.MODERATOR));
    private static final Actor NOBODY = new Actor("", Actor.Kind.GUEST, "192.0.2.7", Set.of());

    private final FakeModerationStore store = new FakeModerationStore();
    private final Proceedings proceedings = new Proceedings(store, new FakeTime());
    private final AtomicInteger effects = new AtomicInteger();

    @Test
    void an_act_takes_effect_when_its_entry_is_stored() {
        CompletableFuture<AuditEntry> storing = new CompletableFuture<>();
        CompletionStage<Void> done =
                proceedings.carryOut(deed(GRACE, "why"), () -> {}, entry -> storing, effects::incrementAndGet);
        assertThat(effects).hasValue(0);
        assertThat(done.toCompletableFuture()).isNotDone();
        storing.complete(RulesTest.entry());
        assertThat(effects).hasValue(1);
        assertThat(done.toCompletableFuture()).isCompleted();
    }

    @Test
    void its_entry_says_who_did_what_on_whom_where_why_and_until_when() {
        join(carryOut(deed(GRACE, "why")));
        assertThat(store.entries)
                .containsExactly(new AuditEntry(
                        0,
                        FakeTime.START,
                        "grace",
                        "member",
                        "192.0.2.7",
                        "mute",
                        "guest ada",
                        "lobby",
                        "why (until 2999-01-01T00:00:00Z)",
                        "done"));
    }

    @Test
    void without_an_entry_nothing_is_done() {
        store.fails = true;
        assertFailed(carryOut(deed(GRACE, "why")), LogException.class);
        assertThat(effects).hasValue(0);
    }

    @Test
    void what_is_refused_to_a_moderator_has_an_entry_that_says_so() {
        assertRefused(
                proceedings.carryOut(
                        deed(GRACE, ""),
                        () -> Proceedings.require(false, ErrorCode.NOT_FOUND, "nobody"),
                        store::append,
                        effects::incrementAndGet),
                ErrorCode.NOT_FOUND);
        assertRefused(carryOut(deed(GRACE, "two\nlines")), ErrorCode.BAD_MESSAGE);
        assertRefused(carryOut(deed(GRACE, "x".repeat(251))), ErrorCode.TOO_LONG);
        assertRefused(
                proceedings.carryOut(
                        deed(GRACE, ""),
                        () -> {},
                        entry -> CompletableFuture.failedStage(
                                new LogException(LogException.Reason.NO_SUCH_MESSAGE, "no such message")),
                        effects::incrementAndGet),
                ErrorCode.NOT_FOUND);
        assertThat(store.outcomes())
                .containsExactly("mute not_found", "mute bad_message", "mute too_long", "mute not_found");
        assertThat(effects).hasValue(0);
    }

    @Test
    void a_refusal_is_told_also_where_it_cannot_be_written_down() {
        store.fails = true;
        assertRefused(carryOut(deed(GRACE, "x".repeat(251))), ErrorCode.TOO_LONG);
    }

    @Test
    void nobody_without_a_role_fills_the_audit_log() {
        assertRefused(carryOut(deed(NOBODY, "why")), ErrorCode.FORBIDDEN);
        assertThat(store.entries).isEmpty();
        assertThat(effects).hasValue(0);
    }

    @Test
    void a_tool_of_the_server_acts_as_an_administrator() {
        join(carryOut(deed(Actor.tool("JMX"), "why")));
        assertThat(store.entries.get(0).actorKind()).isEqualTo("tool");
        assertThat(effects).hasValue(1);
    }

    private CompletionStage<Void> carryOut(Deed deed) {
        return proceedings.carryOut(deed, () -> {}, store::append, effects::incrementAndGet);
    }

    private static Deed deed(Actor actor, String reason) {
        Instant until = reason.equals("why") ? Instant.parse("2999-01-01T00:00:00Z") : null;
        return new Deed(actor, "mute", "guest ada", new RoomName("lobby"), until, reason);
    }

    private static void join(CompletionStage<?> stage) {
        stage.toCompletableFuture().join();
    }

    private static void assertFailed(CompletionStage<?> stage, Class<?> cause) {
        assertThatThrownBy(() -> join(stage))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOf(cause);
    }

    private static void assertRefused(CompletionStage<?> stage, ErrorCode code) {
        assertThatThrownBy(() -> join(stage))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        ModerationException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
