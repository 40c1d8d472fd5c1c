package chat.parley.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What people do at the page, on one server for all. */
abstract class PageScenarios extends PageTest {
    private static final String MARKUP = "<img src=x onerror=alert(1)><b>bold</b>";

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
    void everybody_sees_who_comes_goes_and_types() {
        Visitor ada = inRoom("ada");
        assertThat(ada.people()).hasText(new String[] {name("ada")});
        Visitor grace = inRoom("grace");
        assertThat(ada.people()).hasText(new String[] {name("ada"), name("grace")});
        assertThat(grace.people()).hasText(new String[] {name("ada"), name("grace")});

        awaitTyping(grace, ada);
        grace.box().press("Enter");
        assertThat(ada.typing()).hasText("");

        grace.button("Leave room").click();
        assertThat(ada.people()).hasText(new String[] {name("ada")});
        assertThat(grace.page().locator("#room-title")).hasText("lobby");
    }

    @Test
    void a_reload_and_a_second_tab_are_the_same_person() {
        BrowserContext hers = context(new NewContextOptions());
        Visitor ada = visitor(hers).enter(server().page(), name("ada"));
        ada.join(room());
        ada.say("Before the reload");
        assertThat(ada.said()).hasCount(1);

        ada.page().reload();
        ada.becomesConnected();
        ada.reads("Before the reload");
        Visitor tab = visitor(hers).open(server().page());
        tab.becomesConnected();
        tab.look(room());
        tab.say("From the second tab");

        ada.reads("Before the reload", "From the second tab");
        assertThat(ada.people()).hasText(new String[] {name("ada")});
        assertThat(ada.log().locator(".author")).hasText(new String[] {name("ada"), name("ada")});
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
        ada.stateBecomes("Connection lost, trying again");
        grace.stateBecomes("Connection lost, trying again");
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
    void what_was_missed_while_away_is_there_afterwards() {
        Visitor ada = newcomer();
        Wire wire = Wire.of(ada.page());
        ada.enter(server().page(), name("ada")).join(room());
        Visitor grace = inRoom("grace");
        grace.say("Seen");
        ada.reads("Seen");

        wire.close(4001, "too slow");
        grace.say("Missed");
        grace.say("Missed too");

        ada.reads("Seen", "Missed", "Missed too");
        assertThat(wire.connections()).isGreaterThanOrEqualTo(2);
        ada.becomesConnected();
    }

    @Test
    void a_text_whose_acknowledgement_was_lost_is_delivered_once() {
        Visitor ada = newcomer();
        Wire wire = Wire.of(ada.page());
        ada.enter(server().page(), name("ada")).join(room());
        Visitor grace = inRoom("grace");
        assertThat(ada.people()).hasCount(2);

        wire.breakAtNext(frame -> frame.contains("\"ack\""));
        ada.say("Once");
        ada.say("And then");

        grace.reads("Once", "And then");
        ada.reads("Once", "And then");
        assertThat(ada.said()).hasCount(2);
    }

    @Test
    void a_hole_in_what_arrives_is_found_and_filled() {
        Visitor ada = newcomer();
        Wire wire = Wire.of(ada.page());
        ada.enter(server().page(), name("ada")).join(room());
        Visitor grace = inRoom("grace");
        assertThat(ada.people()).hasCount(2);

        wire.swallowNext(frame -> frame.contains("\"Swallowed\""));
        grace.say("Swallowed");
        // Else one frame may hold both, and leaves no hole
        ada.page().waitForCondition(wire::hasSwallowed);
        grace.say("Arrived");

        ada.reads("Swallowed", "Arrived");
        assertThat(wire.connections()).isEqualTo(1);
    }

    @Test
    void what_is_said_too_fast_arrives_all_the_same_and_in_order() {
        Visitor ada = inRoom("ada");
        String[] texts =
                IntStream.rangeClosed(1, 60).mapToObj(i -> "Number " + i).toArray(String[]::new);
        for (String text : texts) {
            ada.say(text);
        }
        ada.reads(texts);
        assertThat(ada.said()).hasCount(texts.length);

        // So tall that nothing scrolls: only the button loads more. In a usual window scrolling to the top does.
        Visitor grace = inRoom("grace", new NewContextOptions().setViewportSize(1280, 4000));
        assertThat(grace.texts()).hasCount(50);
        grace.button("Load older messages").click();
        grace.reads(texts);
        assertThat(grace.button("Load older messages")).isHidden();
        Visitor alan = inRoom("alan");
        assertThat(alan.texts()).hasCount(50);
        // A log that is drawn before it hears that it was scrolled goes back to its end
        await().pollInSameThread().until(() -> {
            alan.log().evaluate("log => log.scrollTo(0, 0)");
            return alan.texts().count() == texts.length;
        });
        alan.reads(texts);
    }

    @Test
    void a_final_close_is_said_plainly_and_can_be_undone_by_hand() {
        Visitor ada = newcomer();
        Wire wire = Wire.of(ada.page());
        ada.enter(server().page(), name("ada")).join(room());
        ada.say("Before");
        ada.reads("Before");

        wire.close(4504, "kicked");
        ada.stateBecomes("Connection closed. A moderator has removed you.");
        ada.say("After");
        assertThat(ada.page().getByText("Not sent: the connection is closed.")).isVisible();
        assertThat(ada.box()).hasValue("After");
        photograph(ada, "closed");
        ada.assertAccessible();
        assertThat(wire.connections()).isEqualTo(1);

        ada.button("Connect again").click();
        ada.becomesConnected();
        ada.box().press("Enter");
        ada.reads("Before", "After");
    }

    @Test
    void markup_is_shown_as_the_text_it_is() {
        Visitor ada = newcomer().open(server().page());
        ada.choose(MARKUP);
        assertThat(ada.page().locator("#name-problem")).containsText("“" + MARKUP + "” can’t be a name here.");
        ada.choose(name("ada"));
        ada.becomesConnected();
        ada.join(MARKUP);
        assertThat(ada.page().locator("#room-problem"))
                .containsText("“" + MARKUP.toLowerCase(Locale.ROOT) + "” can’t be the name of a room.");
        ada.join(room());
        Visitor grace = inRoom("grace");
        ada.say(MARKUP);

        ada.reads(MARKUP);
        grace.reads(MARKUP);
        assertThat(ada.page().locator("img, #chat b")).hasCount(0);
        assertThat(grace.page().locator("img, #chat b")).hasCount(0);
    }

    @Test
    void a_name_somebody_else_holds_is_refused_beside_the_field() {
        inRoom("ada");
        Visitor other = newcomer().open(server().page());
        other.choose(name("ada"));

        assertThat(other.page().locator("#name-problem")).containsText("Somebody else is called “" + name("ada") + "”");
        assertThat(other.page().getByLabel("Your name")).hasValue(name("ada"));
        other.choose(name("grace"));
        other.becomesConnected();
    }

    @Test
    void an_input_method_that_composes_a_character_sends_nothing() {
        Visitor ada = inRoom("ada");
        ada.box().fill("にほん");
        ada.box()
                .evaluate("box => box.dispatchEvent(new KeyboardEvent('keydown',"
                        + " { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }))");
        ada.box()
                .evaluate("box => box.dispatchEvent(new KeyboardEvent('keydown',"
                        + " { key: 'Enter', keyCode: 229, bubbles: true, cancelable: true }))");
        assertThat(ada.box()).hasValue("にほん");

        ada.box().press("Enter");
        ada.reads("にほん");
    }

    @Test
    void it_all_works_on_a_phone_in_the_dark() {
        NewContextOptions phone = new NewContextOptions()
                .setViewportSize(PHONE_WIDTH, 640)
                .setHasTouch(true)
                .setColorScheme(ColorScheme.DARK);
        Visitor ada = visitor(context(phone)).open(server().page());
        photograph(ada, "phone-dark-name");
        ada.assertAccessible();
        ada.choose(name("ada"));
        ada.becomesConnected();
        ada.join(room());
        Visitor grace = inRoom("grace");
        grace.say("AVeryLongWordThatNobodyCanBreak".repeat(8));
        ada.say("On the way");
        assertThat(ada.texts()).hasCount(2);

        assertFitsPhone(ada);
        photograph(ada, "phone-dark");
        ada.assertAccessible();
        ada.button("People").click();
        assertThat(ada.people()).hasText(new String[] {name("ada"), name("grace")});
        photograph(ada, "phone-dark-people");
        ada.page().keyboard().press("Escape");
        assertThat(ada.people().first()).isHidden();
        ada.showRooms();
        photograph(ada, "phone-dark-rooms");
        ada.assertAccessible();
        assertFitsPhone(ada);
    }

    @Test
    void everybody_can_use_it() {
        Visitor ada = newcomer().open(server().page());
        assertThat(ada.button("Start chatting")).isVisible();
        photograph(ada, "name");
        ada.assertAccessible();
        ada.choose("");
        assertThat(ada.page().getByText("Type a name first.")).isVisible();
        ada.assertAccessible();
        ada.choose(name("ada"));
        ada.becomesConnected();
        ada.join(room());
        assertThat(ada.page().getByText("Nobody has said anything here yet.")).isVisible();
        photograph(ada, "empty-room");
        ada.assertAccessible();

        Visitor grace = inRoom("grace");
        ada.say("Has anybody looked at the build?");
        ada.say("It has been red since noon.");
        grace.reads("Has anybody looked at the build?", "It has been red since noon.");
        grace.say("Yes: the tests of the history module. I am at it.\nGive me ten minutes.");
        grace.say("https://build.example.org/parley/417/tests?failed=true#chat.parley.history");
        ada.reads(
                "Has anybody looked at the build?",
                "It has been red since noon.",
                "Yes: the tests of the history module. I am at it.\nGive me ten minutes.",
                "https://build.example.org/parley/417/tests?failed=true#chat.parley.history");
        ada.look("lobby");
        grace.say("Done, it is green again.");
        assertThat(ada.rooms().getByText("1 new message")).isAttached();
        photograph(ada, "unread");
        ada.assertAccessible();
        ada.look(room());
        awaitTyping(grace, ada);
        photograph(ada, "busy-room");
        ada.assertAccessible();
        ada.page()
                .emulateMedia(new com.microsoft.playwright.Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        photograph(ada, "busy-room-dark");
        ada.assertAccessible();
    }

    @Test
    void the_keyboard_is_enough() {
        Visitor ada = newcomer().open(server().page());
        assertThat(ada.page().getByLabel("Your name")).isFocused();
        ada.page().keyboard().type(name("ada"));
        ada.page().keyboard().press("Enter");
        ada.becomesConnected();
        assertThat(ada.box()).isFocused();
        String text = "By keyboard alone, in " + room();
        ada.page().keyboard().type(text);
        ada.page().keyboard().press("Enter");
        assertThat(ada.texts().last()).hasText(text);
        ada.page().keyboard().press("Shift+Tab");
        assertThat(ada.log()).isFocused();
    }

    @Test
    void it_is_small_stands_at_once_and_is_kept_by_the_browser() {
        Visitor ada = newcomer().open(server().page());
        Number first = transferred(ada, "");
        assertThat(first.intValue()).as("bytes of the first visit").isBetween(10_000, 150_000);
        long fastest = IntStream.range(0, 3)
                .mapToLong(visit -> ((Number) newcomer()
                                .open(server().page())
                                .page()
                                .evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"))
                        .longValue())
                .min()
                .orElseThrow();
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

    /** How many bytes the network carried for what the page shows: none for what the browser had. */
    private static Number transferred(Visitor visitor, String path) {
        return (Number) visitor.page().evaluate("""
                (path) => performance.getEntriesByType('resource')
                    .concat(performance.getEntriesByType('navigation'))
                    .filter(({ name }) => name.includes(path))
                    .reduce((sum, { transferSize }) => sum + transferSize, 0)""", path);
    }
}
