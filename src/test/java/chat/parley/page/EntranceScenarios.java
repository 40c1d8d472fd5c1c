package chat.parley.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.testing.RestClient;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** How people get in and out, and how long they stay, on one server for all. */
abstract class EntranceScenarios extends PageOnEachServer {
    private static final String PASSWORD = "not-told-1";

    @Test
    void the_page_that_signs_in_fits_a_phone_and_needs_no_script() {
        Visitor ada = visitor(context(new NewContextOptions()
                .setLocale("zh-TW")
                .setViewportSize(PHONE_WIDTH, 640)
                .setHasTouch(true)
                .setJavaScriptEnabled(false)));
        String user = room().replace("room", "ada");
        server().addUser(user, "Tester-1");
        ada.open(server().page().resolve("signin"));
        assertThat(ada.page().locator("html")).hasAttribute("lang", "zh-Hant");
        assertThat(ada.page()).hasTitle("登入 Parley");
        photograph(ada, "phone-sign-in");
        ada.page().getByLabel("使用者名稱").fill(user);
        ada.page().getByLabel("密碼").fill("not hers");
        ada.button("登入").click();
        assertThat(ada.page().getByRole(AriaRole.ALERT)).hasText("使用者名稱或密碼不正確。請檢查後再試一次。");
        assertFitsPhone(ada);
        ada.page().getByLabel("使用者名稱").fill(user);
        ada.page().getByLabel("密碼").fill("Tester-1");
        ada.button("登入").click();
        assertThat(ada.page().locator("body")).hasAttribute("data-member", user);
    }

    @Test
    void where_nobody_is_a_guest_strangers_sign_in_and_chat() {
        Visitor ada = inRoom("ada");
        String user = newUser("grace");
        withSetting("parley.guests", "false", () -> {
            Visitor grace = newcomer().open(server().page());
            assertThat(grace.page().getByLabel("Your name")).hasCount(0);
            assertThat(grace.page().locator("#login"))
                    .containsText("Here chat those who have a user name in this organisation.");
            grace.assertAccessible();
            photograph(grace, "members-only");
            grace.page().getByRole(AriaRole.LINK).getByText("Sign in").click();
            grace.signIn(user, PASSWORD);
            grace.becomesConnected();
            grace.join(room());
            grace.say("Let in");
            ada.reads("Let in");

            // Who was a guest before is told what has changed, and signs in too
            ada.page().reload();
            assertThat(ada.page().getByRole(AriaRole.ALERT)).containsText("You have to sign in here first.");
            ada.page().getByRole(AriaRole.LINK).getByText("Sign in").click();
            ada.signIn(user, PASSWORD);
            ada.becomesConnected();
            ada.look(room());
            ada.reads("Let in");
        });
    }

    @Test
    void an_admin_page_that_nobody_touches_signs_out_and_one_that_is_used_does_not() {
        URI address = server().page().resolve("admin");
        String alan = newUser("alan", "parley-admin");
        String grace = newUser("grace", "parley-admin");
        withSetting("parley.session-timeout", "12s", () -> {
            // No visitor, who would complain of what is refused in the end
            Page untouched = context(new NewContextOptions()).newPage();
            untouched.navigate(address.toString());
            untouched.getByLabel("User name").fill(alan);
            untouched.getByLabel("Password").fill(PASSWORD);
            untouched.getByRole(AriaRole.BUTTON).click();
            Visitor used = newcomer().open(address);
            used.signIn(grace, PASSWORD);
            await().pollInSameThread().until(() -> {
                used.page().keyboard().press("Shift");
                return untouched.locator("#trouble").textContent().contains("You are signed in no more.");
            });
            used.page().getByLabel("Show only what contains").fill("nobody of that name");
            assertThat(used.page().locator("#people")).containsText("Nobody and nothing.");
            assertThat(used.page().locator("#trouble")).isEmpty();
        });
    }

    @Test
    void a_guest_changes_their_name_or_not_and_keeps_room_and_draft() {
        Visitor ada = inRoom("ada");
        Visitor grace = inRoom("grace");
        ada.box().fill("Half written");
        Locator dialog = ada.page().getByRole(AriaRole.DIALOG);
        ada.button("Change name").click();
        assertThat(dialog.getByLabel("Your name")).isFocused();
        assertThat(dialog.getByLabel("Your name")).hasValue(name("ada"));
        dialog.getByLabel("Your name").fill(name("grace"));
        dialog.getByLabel("Your name").press("Enter");
        assertThat(dialog.getByRole(AriaRole.ALERT)).containsText("Somebody else is called");
        photograph(ada, "change-name");
        ada.assertAccessible();
        ada.page().keyboard().press("Escape");
        assertThat(dialog).isHidden();
        assertThat(ada.button("Change name")).isFocused();
        assertThat(ada.box()).hasValue("Half written");

        ada.page().keyboard().press("Enter");
        dialog.getByLabel("Your name").fill(name("alan"));
        dialog.getByLabel("Your name").press("Enter");
        assertThat(dialog).isHidden();
        assertThat(ada.page().locator("#me-name")).hasText(name("alan"));
        assertThat(grace.people()).hasText(new String[] {name("alan"), name("grace")});
        assertThat(ada.box()).hasValue("Half written");
        ada.box().press("Enter");
        grace.reads("Half written");

        ada.button("Change name").click();
        press(dialog, "Leave the chat");
        assertThat(ada.page().locator("#login").getByLabel("Your name")).isFocused();
        assertThat(grace.people()).hasText(new String[] {name("grace")});
    }

    @Test
    void leaving_a_room_asks_where_something_is_left_behind() {
        Visitor ada = inRoom("ada");
        ada.box().fill("Half written");
        ada.button("Leave room").click();
        Locator dialog = ada.page().getByRole(AriaRole.DIALOG);
        assertThat(dialog.getByRole(AriaRole.BUTTON).getByText("Cancel")).isFocused();
        assertThat(dialog).containsText("What you have begun to write here waits for you");
        photograph(ada, "leave");
        ada.assertAccessible();
        ada.page().keyboard().press("Enter");
        assertThat(dialog).isHidden();
        assertThat(ada.page().locator("#room-title")).hasText(room());

        ada.button("Leave room").click();
        press(dialog, "Leave room");
        assertThat(ada.page().locator("#room-title")).hasText("lobby");
        assertThat(ada.page().locator(".told")).containsText("You have left " + room());
        assertThat(ada.page().locator("#rooms-left option")).hasAttribute("value", room());
        ada.join(room());
        assertThat(ada.box()).hasValue("Half written");
        assertThat(ada.page().locator("#rooms-left option")).hasCount(0);

        ada.box().fill("");
        ada.button("Leave room").click();
        assertThat(ada.page().locator("#room-title")).hasText("lobby");
    }

    @Test
    void rooms_to_enter_are_found_with_how_many_are_there_and_what_they_are_about() {
        Visitor grace = inRoom("grace");
        grace.say("/topic The summer party");
        assertThat(grace.page().locator("#topic")).hasText("The summer party");
        Visitor ada = newcomer().enter(server().page(), name("ada"));
        ada.button("Find a room").click();
        Locator dialog = ada.page().getByRole(AriaRole.DIALOG);
        Locator found = dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(room()));
        assertThat(found).containsText("1 person");
        assertThat(found).containsText("The summer party");
        assertThat(dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("lobby")))
                .containsText("joined");
        photograph(ada, "find-room");
        ada.assertAccessible();
        ada.page().setViewportSize(PHONE_WIDTH, 640);
        assertFitsPhone(ada);
        photograph(ada, "find-room-phone");
        ada.page().keyboard().press("Escape");
        assertThat(ada.page().locator("#show-rooms")).isFocused();

        ada.page().keyboard().press("Enter");
        ada.button("Find a room").click();
        found.focus();
        ada.page().keyboard().press("Enter");
        assertThat(dialog).isHidden();
        assertThat(ada.page().locator("#room-title")).hasText(room());
        assertThat(ada.box()).isFocused();
    }

    /** A user of the server's with a name like this, who signs in with {@link #PASSWORD}. */
    private String newUser(String like, String... groups) {
        String user = room().replace("room", like);
        server().addUser(user, PASSWORD, groups);
        return user;
    }

    /** Does this while an administrator has a setting changed. */
    private void withSetting(String setting, String value, Runnable act) {
        RestClient api = RestClient.of(server().page(), newUser("operator", "parley-admin"), PASSWORD);
        api.act("PUT", "api/settings/" + setting, "{\"value\":\"" + value + "\"}");
        try {
            act.run();
        } finally {
            api.act("DELETE", "api/settings/" + setting, null);
        }
    }
}
