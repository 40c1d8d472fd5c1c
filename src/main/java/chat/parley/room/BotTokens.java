package chat.parley.room;

import chat.parley.model.Actor;
import chat.parley.model.Caller;
import chat.parley.model.Role;
import chat.parley.model.UserName;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Tokens, by which bots come in as members. For any thread, and none is blocked.
 *
 * <p>Only administrators make and revoke them. A stage that completes means: done, stored, and in the audit log. It fails with a
 * {@link ModerationException} where it is refused, and with a {@link LogException} where it cannot be stored.
 */
public interface BotTokens {
    /**
     * A new token, and its secret, which nobody can be told again.
     *
     * @param secret what the bot sends
     */
    record Made(BotToken token, String secret) {
        /** Without the secret, which belongs into no log. */
        @Override
        public String toString() {
            return token.shown();
        }
    }

    /**
     * A token, and its use.
     *
     * @param usedAt when a bot last came in or did something with it, to the minute; null: never
     */
    record Known(BotToken token, @Nullable Instant usedAt) {}

    /**
     * Makes a token. From then on no guest has the name, or one that looks like it. A bot may have several tokens, so that one can
     * take another's place.
     *
     * @param until when it ends; null: never
     * @param note one line of at most {@value Moderation#MAX_REASON} characters; may be empty
     */
    CompletionStage<Made> make(Actor actor, UserName name, Set<Role> roles, @Nullable Instant until, String note);

    /** Makes a token worth nothing. The connections it let in are closed with 4503 within a moment. */
    CompletionStage<Void> revoke(Actor actor, String id);

    /** All tokens but those that were revoked, newest first. Those that have ended are among them. */
    CompletionStage<List<Known>> list();

    /**
     * The bot with that secret, from nowhere in particular; its sign-in lasts as long as its token. Null when there is none.
     *
     * @throws LogException when nobody knows, because the history has not been read yet
     */
    @Nullable
    Caller admit(String secret);
}
