package chat.parley.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.swarm.Crowd;
import chat.parley.swarm.Tally;
import chat.parley.testing.Alone;
import chat.parley.testing.ChatClient;
import chat.parley.testing.RestClient;
import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the page needs of the server it comes from. */
abstract class PageOnEachServer extends PageTest {
    /** Fewer than {@code parley.rate-burst}. */
    private static final int SAID_BY_EACH = 10;

    @Test
    void two_windows_chat_with_each_other() {
        Visitor ada = inRoom("ada");
        Visitor grace = inRoom("grace");

        ada.say("Good morning");
        grace.reads("Good morning");
        grace.box().fill("Good morning, Ada.");
        grace.box().press("Shift+Enter");
        grace.box().pressSequentially("How are you?");
        grace.button("Send").click();

        ada.reads("Good morning", "Good morning, Ada.\nHow are you?");
        grace.reads("Good morning", "Good morning, Ada.\nHow are you?");
        assertThat(ada.log().locator(".author")).hasText(new String[] {name("ada"), name("grace")});
        Locator time = ada.log().locator("time").first();
        assertThat(time).hasAttribute("datetime", Pattern.compile("\\d{4}-\\d\\d-\\d\\dT.*Z"));
        assertThat(time).hasAttribute("title", Pattern.compile(".*\\d{4}.*"));
        assertThat(ada.log().getByText("Sending…")).hasCount(0);
        assertThat(grace.box()).hasValue("");
    }

    @Test
    void a_user_of_the_servers_signs_in_is_shown_as_a_member_and_signs_out() {
        String user = room().replace("room", "ada");
        server().addUser(user, "Tester-1");
        Visitor grace = inRoom("grace");
        grace.say("Before");
        BrowserContext hers = context(new NewContextOptions());
        Visitor ada = visitor(hers).open(server().page());
        ada.page().getByRole(AriaRole.LINK).getByText("Sign in").click();
        ada.assertAccessible();
        ada.signIn(user, "not hers");
        assertThat(ada.page().getByRole(AriaRole.ALERT)).containsText("No user has this name and this password.");
        photograph(ada, "sign-in");
        ada.assertAccessible();

        ada.signIn(user, "Tester-1");
        ada.becomesConnected();
        assertThat(ada.page().locator("#me-name")).hasText(user);
        ada.join(room());
        ada.say("Good morning");
        grace.reads("Before", "Good morning");
        assertThat(grace.log().locator(".message-head")).containsText(new String[] {name("grace"), user + " member"});
        assertThat(grace.page().locator("#people .tag")).hasText(new String[] {"member", "guest"});
        photograph(grace, "member");
        grace.assertAccessible();
        ada.say("/nick somebody");
        assertThat(ada.page().locator("#say-problem")).containsText("You have the name you signed in with.");
        Visitor tab = visitor(hers).open(server().page());
        tab.becomesConnected();

        ada.button("Sign out").click();
        assertThat(ada.page().getByLabel("Your name")).isVisible();
        tab.stateBecomes("Connection closed. You are signed out");
        photograph(tab, "signed-out");
        tab.assertAccessible();
        tab.button("Sign in").click();
        tab.signIn(user, "Tester-1");
        tab.becomesConnected();
        tab.look(room());
        tab.reads("Before", "Good morning");
    }

    @Test
    void a_server_restarted_under_the_windows_loses_nothing_and_doubles_nothing() {
        BrowserContext hers = context(new NewContextOptions());
        Visitor ada = visitor(hers).enter(server().page(), name("ada"));
        ada.join(room());
        Visitor tab = visitor(hers).open(server().page());
        tab.becomesConnected();
        tab.look(room());
        Visitor grace = inRoom("grace");
        ada.say("One");
        grace.reads("One");
        grace.say("Two");
        ada.reads("One", "Two");

        server().stop();
        ada.stateBecomes("Connection lost. You can go on writing. Trying again");
        grace.stateBecomes("Connection lost. You can go on writing. Trying again");
        ada.say("Said by Ada while the server was away");
        assertThat(ada.log().getByText("Not sent yet: waiting for the connection."))
                .hasCount(1);
        photograph(ada, "connection-lost");
        ada.assertAccessible();
        server().start();
        ada.becomesConnected();
        grace.reads("One", "Two", "Said by Ada while the server was away");
        grace.say("Said by Grace afterwards");

        String[] all = {"One", "Two", "Said by Ada while the server was away", "Said by Grace afterwards"};
        ada.reads(all);
        tab.reads(all);
        grace.reads(all);
        assertThat(ada.log().getByText("Not sent yet")).hasCount(0);
        assertThat(ada.people()).hasText(new String[] {name("ada"), name("grace")});
        photograph(grace, "after-a-restart");
    }

    @Test
    void an_administrator_watches_the_server_and_acts_on_the_admin_page() {
        server().addUser("grace", "not-told-1", "parley-admin");
        Visitor ada = inRoom("ada");
        ada.say("Counted");
        ada.reads("Counted");
        Visitor grace = newcomer().open(server().page().resolve("admin"));
        grace.signIn("grace", "not-told-1");
        Page page = grace.page();

        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Administration")))
                .isVisible();
        assertThat(page.locator("[data-figure=messagesIn]")).not().hasText("0");
        assertThat(page.locator("[data-chart=people]")).not().hasText("0");
        assertThat(page.getByLabel(Pattern.compile("People: [1-9][0-9]* now, .*")))
                .isVisible();
        assertThat(page.locator("#connections")).containsText(name("ada"));
        assertThat(page.locator("#connections")).containsText("127.0.0.1");
        assertThat(page.locator("#people")).containsText(room());
        page.getByLabel("Show only what contains").fill("nobody of that name");
        assertThat(page.locator("#connections")).not().containsText(name("ada"));
        page.getByLabel("Show only what contains").fill(room());
        assertThat(page.locator("#rooms")).containsText(room());

        page.getByLabel("What to tell").fill("Back in five minutes");
        page.getByLabel("In this room").fill(room());
        grace.button("Announce").click();
        assertThat(page.locator("#done")).hasText("It has been announced.");
        grace.button("Export " + room()).click();
        assertThat(page.locator("#done")).containsText("exports");

        page.getByLabel("Show only what contains").fill("");
        grace.button("Mute " + name("ada")).click();
        page.getByLabel("Reason, which they are told").fill("Too loud");
        press(page.getByRole(AriaRole.DIALOG), "Mute");
        assertThat(page.locator("#sanctions")).containsText("Too loud");
        assertThat(page.locator("#audit-log")).containsText("Too loud");
        grace.button("End what holds for guest " + name("ada")).click();
        assertThat(page.locator("#sanctions")).not().containsText("Too loud");

        grace.button("Who may enter " + room()).click();
        Locator doors = page.getByRole(AriaRole.DIALOG);
        press(doors, "Make it private");
        Locator sure = page.getByRole(AriaRole.ALERTDIALOG);
        assertThat(sure.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Cancel")))
                .isFocused();
        page.keyboard().press("Enter");
        assertThat(doors).containsText("This room is open and public.");
        press(doors, "Make it private");
        grace.assertAccessible();
        photograph(grace, "admin-sure");
        press(sure, "Make it private");
        assertThat(doors).containsText("This room is open and private.");
        doors.getByLabel("Name").fill("alan");
        press(doors, "Put on the list");
        assertThat(doors.getByRole(AriaRole.LISTITEM)).containsText("alan");
        grace.assertAccessible();
        photograph(grace, "admin-doors");
        press(doors, "Take alan off the list");
        press(sure, "Take off");
        assertThat(doors.getByRole(AriaRole.LISTITEM)).hasCount(0);
        assertThat(doors.getByLabel("Name")).isFocused();
        press(doors, "Close the room");
        press(sure, "Close the room");
        assertThat(doors).containsText("This room is closed and private.");
        press(doors, "Done");
        assertThat(page.locator("#doors-table")).containsText(room());

        page.getByLabel("Name of the bot").fill("news of " + room());
        page.getByLabel("Role", new Page.GetByLabelOptions().setExact(true)).selectOption("parley-moderator");
        grace.button("Make a token").click();
        Locator secret = page.getByRole(AriaRole.DIALOG)
                .getByLabel("Token of news of " + room(), new Locator.GetByLabelOptions().setExact(true));
        assertThat(secret).hasValue(Pattern.compile("parley_bot_[A-Za-z0-9_-]{43}"));
        assertThat(page.getByText("It is shown this once.")).isVisible();
        grace.assertAccessible();
        grace.button("Copy").click();
        assertThat(page.locator("#secret-copied")).hasText("Copied.");
        photograph(grace, "admin-token");
        String told = secret.inputValue();
        try (ChatClient bot = ChatClient.connectWithToken(server().socket(), told)) {
            bot.login();
            page.keyboard().press("Escape");
            assertThat(page.locator("#tokens")).containsText("parley-moderator");
            assertThat(page.content()).doesNotContain(told);
            grace.button("Revoke the token of news of " + room()).click();
            page.keyboard().press("Escape");
            assertThat(sure).isHidden();
            assertThat(grace.button("Revoke the token of news of " + room())).isFocused();
            page.keyboard().press("Enter");
            assertThat(sure).containsText("this token never works again");
            press(sure, "Revoke");
            assertThat(page.locator("#tokens")).not().containsText("news of");
            assertThat(bot.awaitClose().code()).isEqualTo(4503);
        }

        page.getByLabel("parley.history-page", new Page.GetByLabelOptions().setExact(true))
                .fill("20");
        grace.button("Set parley.history-page").click();
        assertThat(page.locator("#done")).hasText("parley.history-page is now 20");
        assertThat(page.locator("[data-setting='parley.history-page']")).containsText("system property");
        grace.button("Reset parley.history-page").click();
        assertThat(page.locator("[data-setting='parley.history-page']")).containsText("default");

        photograph(grace, "admin");
        grace.assertAccessible();
        page.setViewportSize(PHONE_WIDTH, 640);
        assertFitsPhone(grace);
        photograph(grace, "admin-phone");
    }

    @Test
    void the_admin_page_shows_what_those_who_chat_have_counted_themselves() {
        String user = room().replace("room", "grace");
        server().addUser(user, "not-told-1", "parley-admin");
        RestClient api = RestClient.of(server().page(), user, "not-told-1");
        Visitor grace = newcomer().open(server().page().resolve("admin"));
        grace.signIn(user, "not-told-1");
        JsonObject before = await("everybody of before to be gone")
                .until(() -> api.get("api/figures"), figures -> figures.getInt("connections") == 0);

        // Whoever vanishes counts no longer than need be
        api.act("PUT", "api/settings/parley.presence-grace", "{\"value\":\"0s\"}");
        try (Crowd crowd = new Crowd(server().socket(), room(), SAID_BY_EACH, Tally.of(before))) {
            crowd.chat().join();
            // Who is told who came and went is told a moment later, and the page asks every other second
            await().pollInSameThread()
                    .untilAsserted(() -> crowd.exactly()
                            .forEach((figure, count) -> assertThat(
                                            grace.page().locator(shown(figure)).allTextContents())
                                    .as(figure)
                                    .containsExactly(String.format(Locale.ENGLISH, "%,d", count))));
        } finally {
            api.act("DELETE", "api/settings/parley.presence-grace", null);
        }
    }

    /** Where on the admin page a figure is. */
    private static String shown(String figure) {
        String kind = List.of("connections", "people", "rooms").contains(figure) ? "chart" : "figure";
        return "[data-%s='%s']".formatted(kind, figure.replace("sByCode.", " "));
    }

    static void press(Locator dialog, String button) {
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button))
                .click();
    }

    @Test
    @Alone
    void it_is_small_stands_at_once_and_is_kept_by_the_browser() {
        Visitor ada = newcomer().open(server().page());
        Number first = transferred(ada, "");
        assertThat(first.intValue()).as("bytes of the first visit").isBetween(10_000, 150_000);
        // A server that has just started is slower than it will be for all its life
        long fastest = Long.MAX_VALUE;
        for (int visit = 0; visit < 20 && fastest >= 1_000; visit++) {
            fastest = Math.min(fastest, millisUntilUsable(newcomer()));
        }
        assertThat(fastest).as("ms until a fresh browser can be used").isLessThan(1_000);

        ada.page().reload();
        assertThat(ada.button("Start chatting")).isVisible();
        assertThat(transferred(ada, "/assets/").intValue())
                .as("bytes of assets at the second visit")
                .isZero();
    }

    @Test
    void only_the_files_of_the_page_are_served_with_it() {
        Visitor ada = newcomer().open(server().page());
        String script = (String) ada.page().evaluate("document.querySelector('script[src$=\"/page.js\"]').src");
        APIRequestContext requests = ada.page().context().request();

        APIResponse found = requests.get(script);
        assertThat(found.status()).isEqualTo(200);
        assertThat(found.headers())
                .containsEntry("cache-control", "public, max-age=31536000, immutable")
                .containsEntry("content-encoding", "gzip")
                .containsEntry("x-content-type-options", "nosniff");
        String old = script.replaceFirst("/assets/\\w+/", "/assets/0123456789ab/");
        assertThat(requests.get(old).headers()).containsEntry("cache-control", "no-store");
        for (String path : List.of(
                "/WEB-INF/web.xml",
                "/js/../WEB-INF/web.xml",
                "/js/..%2fWEB-INF/web.xml",
                "/js/%2e%2e/WEB-INF/web.xml",
                "/js;x=/page.js/..;/WEB-INF/web.xml",
                "/index.jsp",
                "/js/",
                "/js/nosuch.js",
                "/_static/lit-html/",
                "")) {
            int status = requests.get(script.replace("/js/page.js", path)).status();
            assertThat(status).as(path).isBetween(400, 404);
        }
    }

    @Test
    void the_page_answers_at_its_address_with_and_without_a_slash_and_makes_no_session() {
        Visitor ada = newcomer();
        String address = server().page().toString();
        Response response = ada.page().navigate(address.substring(0, address.length() - 1));

        assertThat(response.headerValue("content-security-policy")).contains("default-src 'none'");
        assertThat(response.headerValue("content-type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
        ada.choose(name("ada"));
        ada.becomesConnected();
        assertThat(ada.page().context().cookies()).isEmpty();
    }

    /** Leaves no page open behind it, which would keep the browser busy. */
    private long millisUntilUsable(Visitor visitor) {
        Page page = visitor.open(server().page()).page();
        Number millis =
                (Number) page.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd");
        page.close();
        return millis.longValue();
    }

    /** How many bytes the network carried for what the page shows: none for what the browser had. */
    private static Number transferred(Visitor visitor, String path) {
        return (Number) visitor.page().evaluate("""
                (path) => performance.getEntriesByType('resource')
                    .concat(performance.getEntriesByType('navigation'))
                    .filter(({ name }) => name.includes(path))
                    .reduce((sum, { transferSize }) => sum + transferSize, 0)""", path);
    }
}
