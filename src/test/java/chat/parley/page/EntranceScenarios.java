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
        Visitor grace = newcomer().open(address);
        grace.signIn(newUser("grace", "parley-admin"), PASSWORD);
        // No visitor, who would complain of what is refused in the end
        Page untouched = context(new NewContextOptions()).newPage();
        untouched.navigate(address.toString());
        untouched.getByLabel("User name").fill(newUser("alan", "parley-admin"));
        untouched.getByLabel("Password").fill(PASSWORD);
        untouched.getByRole(AriaRole.BUTTON).click();
        Locator connections = untouched.locator("[data-chart=connections]");
        assertThat(connections).not().isEmpty();

        withSetting("parley.session-timeout", "8s", () -> {
            await().pollInSameThread().until(() -> {
                grace.page().keyboard().press("Shift");
                return untouched.locator("#trouble").textContent().contains("You are signed in no more.");
            });
            grace.page().getByLabel("Show only what contains").fill("nobody of that name");
            assertThat(grace.page().locator("#people")).containsText("Nobody and nothing.");
            assertThat(grace.page().locator("#trouble")).isEmpty();
        });
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
