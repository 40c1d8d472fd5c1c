package chat.parley.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.model.Actor;
import chat.parley.model.Caller;
import chat.parley.model.Role;
import chat.parley.model.UserName;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Tokens over time, and as another server decides. */
class BotsTest {
    private static final Actor ADMIN = Actor.tool("test");
    private static final UserName NEWS = UserName.ofMember("news");

    private final Surroundings surroundings = new Surroundings();
    private final Bots bots = bots(surroundings.rulebook);

    private Bots bots(Rulebook rulebook) {
        return new Bots(rulebook, surroundings.moderation, surroundings.claims, surroundings.time);
    }

    @Test
    void a_token_lasts_until_its_end_and_not_longer() {
        BotTokens.Made made = make(surroundings.time.now().plus(Duration.ofHours(1)));
        Caller bot = bots.admit(made.secret());
        assertThat(bot.name()).isEqualTo("news");
        assertThat(bot.roles()).containsExactly(Role.MODERATOR);
        surroundings.time.pass(Duration.ofHours(1).minusMillis(1));
        assertThat(bot.signIn().lasts()).isTrue();
        surroundings.time.pass(Duration.ofMillis(1));
        assertThat(bot.signIn().lasts()).isFalse();
        assertThat(bots.admit(made.secret())).isNull();
        assertThat(now(bots.list())).hasSize(1);
    }

    @Test
    void a_secret_is_kept_nowhere_but_with_its_bot() {
        BotTokens.Made made = make(null);
        assertThat(made.toString()).doesNotContain(made.secret());
        assertThat(made.token().toString()).doesNotContain(made.secret());
        assertThat(surroundings.moderation.entries.toString()).doesNotContain(made.secret());
        assertThat(bots.admit(made.token().hash())).isNull();
        assertThat(bots.admit(made.secret() + "A")).isNull();
    }

    @Test
    void what_another_server_revokes_ends_here_with_the_next_look_at_the_store() {
        BotTokens.Made made = make(null);
        Rulebook elsewhere = new Rulebook(surroundings.moderation, surroundings.time);
        elsewhere.start();
        Caller bot = bots(elsewhere).admit(made.secret());
        assertThat(bot.signIn().lasts()).isTrue();
        now(bots.revoke(ADMIN, made.token().id()));
        assertThat(now(elsewhere.refresh())).isTrue();
        assertThat(bot.signIn().lasts()).isFalse();
    }

    @Test
    void only_administrators_make_and_revoke_and_what_was_refused_is_noted() {
        Actor moderator = new Actor("grace", Actor.Kind.MEMBER, "", Set.of(Role.MODERATOR));
        assertThatThrownBy(() -> now(bots.make(moderator, NEWS, Set.of(), null, "")))
                .hasCauseInstanceOf(ModerationException.class);
        BotTokens.Made made = make(null);
        assertThatThrownBy(() -> now(bots.revoke(moderator, made.token().id())))
                .hasCauseInstanceOf(ModerationException.class);
        assertThat(surroundings.moderation.outcomes())
                .containsExactly("make_token forbidden", "make_token done", "revoke_token forbidden");
        assertThat(bots.admit(made.secret())).isNotNull();
    }

    @Test
    void a_token_that_cannot_be_stored_is_none() {
        surroundings.moderation.fails = true;
        assertThatThrownBy(() -> make(null)).isInstanceOf(CompletionException.class);
        assertThat(surroundings.rulebook.now().tokens()).isEmpty();
    }

    @Test
    void nobody_is_told_that_a_token_is_none_before_tokens_have_been_read() {
        Bots early = bots(new Rulebook(surroundings.moderation, surroundings.time));
        assertThatThrownBy(() -> early.admit("parley_bot_x")).isInstanceOf(LogException.class);
    }

    @Test
    void a_use_is_noted_once_a_minute() {
        BotTokens.Made made = make(null);
        String id = made.token().id();
        assertThat(now(bots.list()).get(0).usedAt()).isNull();
        Instant first = surroundings.time.now();
        Caller bot = bots.admit(made.secret());
        surroundings.time.pass(Duration.ofSeconds(59));
        bot.signIn().active();
        assertThat(surroundings.moderation.uses).containsEntry(id, first);
        surroundings.time.pass(Duration.ofSeconds(2));
        bot.signIn().active();
        assertThat(surroundings.moderation.uses).containsEntry(id, first.plusSeconds(61));
        assertThat(now(bots.list()).get(0).usedAt()).isEqualTo(first.plusSeconds(61));
    }

    private BotTokens.Made make(Instant until) {
        return now(bots.make(ADMIN, NEWS, Set.of(Role.MODERATOR), until, ""));
    }

    private static <T> T now(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }
}
