package chat.parley.room;

import static chat.parley.room.Surroundings.guest;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.Caller;
import chat.parley.model.RoomName;
import chat.parley.model.User;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class RulebookTest {
    private static final RoomName LOBBY = new RoomName("lobby");
    private static final Change CLOSING = new Change.Closing(LOBBY, true);

    private final FakeTime time = new FakeTime();
    private final FakeModerationStore store = new FakeModerationStore();
    private final Rulebook rulebook = new Rulebook(store, time);
    private final User ada = guest("ada");

    @Test
    void nothing_is_known_until_it_has_been_read() {
        store.fails = true;
        rulebook.start();
        assertThat(rulebook.isKnown()).isFalse();
        store.fails = false;
        assertThat(now(rulebook.refresh())).isFalse();
        assertThat(rulebook.isKnown()).isTrue();
    }

    @Test
    void what_is_stored_here_holds_at_once_and_what_is_not_does_not() {
        rulebook.start();
        store.fails = true;
        assertThat(rulebook.apply(CLOSING, RulesTest.entry()).toCompletableFuture())
                .isCompletedExceptionally();
        assertThat(rulebook.now().of(LOBBY).closed()).isFalse();
        store.fails = false;
        now(rulebook.apply(CLOSING, RulesTest.entry()));
        assertThat(rulebook.now().of(LOBBY).closed()).isTrue();
    }

    @Test
    void what_another_server_stored_holds_when_it_has_been_read() {
        rulebook.start();
        now(store.apply(CLOSING, RulesTest.entry()));
        assertThat(rulebook.now().of(LOBBY).closed()).isFalse();
        assertThat(now(rulebook.refresh())).isTrue();
        assertThat(rulebook.now().of(LOBBY).closed()).isTrue();
        assertThat(now(rulebook.refresh())).isFalse();
    }

    @Test
    void what_is_changed_here_is_no_news_when_it_is_read() {
        rulebook.start();
        now(rulebook.apply(CLOSING, RulesTest.entry()));
        assertThat(now(rulebook.refresh())).isFalse();
        assertThat(rulebook.now().of(LOBBY).closed()).isTrue();
    }

    @Test
    void a_change_that_comes_while_they_are_read_is_not_lost() {
        rulebook.start();
        now(store.apply(new Change.Closing(new RoomName("attic"), true), RulesTest.entry()));
        store.whileReading = () -> now(rulebook.apply(CLOSING, RulesTest.entry()));
        assertThat(now(rulebook.refresh())).isFalse();
        assertThat(rulebook.now().of(LOBBY).closed()).isTrue();
        store.whileReading = () -> {};
        assertThat(now(rulebook.refresh())).isTrue();
        assertThat(rulebook.now().of(LOBBY).closed()).isTrue();
        assertThat(rulebook.now().of(new RoomName("attic")).closed()).isTrue();
    }

    @Test
    void a_ban_and_a_mute_end_when_their_time_is_over() {
        rulebook.start();
        for (Sanction.Kind kind : Sanction.Kind.values()) {
            now(rulebook.apply(
                    new Change.Impose(RulesTest.sanction(
                            kind, new Subject.Person(ada), null, time.now().plusSeconds(60), false)),
                    RulesTest.entry()));
        }
        assertThat(rulebook.ban(Caller.UNKNOWN, ada)).isNotNull();
        assertThat(rulebook.mute(Caller.UNKNOWN, ada, LOBBY)).isNotNull();
        time.pass(Duration.ofSeconds(60));
        assertThat(rulebook.ban(Caller.UNKNOWN, ada)).isNull();
        assertThat(rulebook.mute(Caller.UNKNOWN, ada, LOBBY)).isNull();
    }

    private static <T> T now(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }
}
