package chat.parley.contract;

import static chat.parley.contract.Scenario.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.Role;
import chat.parley.testing.ChatClient;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** PROTOCOL.md, Bots: programs that come in by a token. */
interface BotContract extends Scenario {

    @Test
    default void a_bot_is_a_member_by_the_name_of_its_token() {
        Bot news = stage().makeBot("News Bot");
        ChatClient ada = stage().guest("ada");
        String room = stage().room();
        ada.join(room);
        ChatClient bot = stage().connected(news);
        JsonObject welcome = bot.request("login", "name", "somebody else");
        assertThat(welcome.getJsonObject("user").getString("name")).isEqualTo(news.name());
        assertThat(welcome.getJsonObject("user").getString("kind")).isEqualTo("member");
        assertThat(welcome.getJsonArray("roles")).isEmpty();
        bot.join(room);
        bot.say(room, "all the news");
        JsonObject message = ada.awaitMessage(room, "all the news");
        assertThat(message.getString("from")).isEqualTo(news.name());
        assertThat(message.getBoolean("member")).isTrue();
        assertError(bot.request("moderate", "act", "close", "room", room), "forbidden");
    }

    @Test
    default void a_bot_has_the_roles_of_its_token() {
        ChatClient bot = stage().connected(stage().makeBot("warden", Role.MODERATOR));
        JsonObject welcome = bot.login();
        assertThat(welcome.getJsonArray("roles").getString(0)).isEqualTo("moderator");
        ChatClient ada = stage().guest("ada");
        ModerationContract.act(bot, "kick", "user", ModerationContract.guest(ada));
        assertThat(ada.awaitClose().code()).isEqualTo(4504);
    }

    @Test
    default void no_guest_has_a_bots_name_or_one_that_looks_like_it_from_when_the_token_is_made() {
        String name = stage().name("tolk");
        ChatClient squatter = stage().stranger();
        squatter.login(name.replace('o', '\u043e'));
        ChatClient bystander = stage().guest("ada");
        Bot bot = stage().makeBotNamed(name);
        assertThat(squatter.awaitClose().code()).isEqualTo(4502);
        bystander.request("ping");
        stage().revoke(bot);
        for (String taken : List.of(name, name.toUpperCase(Locale.ROOT), name.replace('l', 'I'))) {
            assertError(stage().stranger().request("login", "name", taken), "name_taken");
        }
    }

    @Test
    default void a_token_that_is_revoked_ends_its_connections_and_no_others() {
        Bot old = stage().makeBot("news");
        Bot successor = stage().makeBotNamed(old.name());
        ChatClient ending = stage().connected(old);
        ending.login();
        ChatClient silent = stage().connected(old);
        ChatClient staying = stage().connected(successor);
        staying.login();
        stage().revoke(old);
        JsonObject bye = ending.await("bye");
        assertThat(bye.getInt("code")).isEqualTo(4503);
        assertThat(bye.getBoolean("reconnect")).isFalse();
        assertThat(ending.awaitClose().code()).isEqualTo(4503);
        assertThat(silent.awaitClose().code()).isEqualTo(4503);
        staying.request("ping");
        stage().assertRefused(old);
    }

    @Test
    default void a_ban_keeps_a_bot_out_as_anybody_else() {
        Bot news = stage().makeBot("news");
        ChatClient bot = stage().connected(news);
        bot.login();
        ChatClient warden = stage().connected(stage().makeBot("warden", Role.ADMIN));
        warden.login();
        ModerationContract.act(warden, "ban", "user", ModerationContract.member(news.name()));
        assertThat(bot.awaitClose().code()).isEqualTo(4505);
        assertThat(stage().connected(news).awaitClose().code()).isEqualTo(4505);
    }
}
