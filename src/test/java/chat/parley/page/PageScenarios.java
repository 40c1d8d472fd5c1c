package chat.parley.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What people do at the page, on one server for all. */
abstract class PageScenarios extends EntranceScenarios {
    private static final String MARKUP = "<img src=x onerror=alert(1)><b>bold</b>";

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

        assertThat(grace.said()).hasCount(1);
        grace.button("Leave room").click();
        assertThat(ada.people()).hasText(new String[] {name("ada")});
        assertThat(grace.page().locator("#room-title")).hasText("lobby");
    }

    @Test
    void a_moderator_acts_where_it_happens() {
        Visitor ada = inRoom("ada");
        ada.say("Something rude");
        ada.reads("Something rude");
        String user = room().replace("room", "grace");
        server().addUser(user, "Tester-1", "parley-moderator");
        Visitor grace = newcomer().open(server().page().resolve("signin"));
        grace.signIn(user, "Tester-1");
        grace.becomesConnected();
        grace.join(room());
        grace.reads("Something rude");
        assertThat(ada.page().locator(".moderate-person, .moderate-message")).hasCount(0);
        assertThat(ada.page().locator("#people .tag")).hasText(new String[] {"guest", "moderator"});

        Locator dialog = grace.page().getByRole(AriaRole.DIALOG);
        grace.texts().hover();
        grace.button("Moderate this message of " + name("ada")).click();
        assertThat(dialog.getByRole(AriaRole.HEADING)).hasText("Moderate " + name("ada"));
        photograph(grace, "moderate-message");
        grace.assertAccessible();
        dialog.getByRole(AriaRole.BUTTON, named("Take the message back")).click();
        assertThat(dialog).isHidden();
        assertThat(grace.page().locator(".told")).hasText("The message was taken back.");
        assertThat(grace.texts()).hasCount(0);
        assertThat(ada.texts()).hasCount(0);

        grace.button("Moderate " + name("ada")).click();
        dialog.getByLabel("Silence They can read").check();
        dialog.getByLabel("For how long").selectOption("1 hour");
        dialog.getByLabel("Why").fill("Calm down");
        photograph(grace, "moderate-person");
        grace.assertAccessible();
        dialog.getByRole(AriaRole.BUTTON, named("Silence")).click();
        assertThat(grace.page().locator(".told")).hasText(name("ada") + " was silenced.");
        ada.say("Me?");
        assertThat(ada.log().getByRole(AriaRole.ALERT)).containsText("A moderator has silenced you.");
        grace.say("/unmute " + name("ada"));
        assertThat(grace.page().locator(".told")).hasText(name("ada") + " may speak again.");
        ada.button("Try again").click();
        grace.reads("Me?");
        grace.say("You.");
        assertThat(ada.log().locator(".message-head").last()).containsText(user + " moderator");
        photograph(ada, "moderator");
        ada.assertAccessible();

        grace.say("/ban nobody");
        assertThat(grace.page().locator("#say-problem")).containsText("Nobody here is called “nobody”.");
        grace.say("/close");
        assertThat(grace.page().locator("#conversation-problem")).hasText("A moderator has closed this room.");
        assertThat(ada.page().locator("#conversation-problem")).hasText("A moderator has closed this room.");
        grace.say("/reopen");
        assertThat(grace.page().locator("#conversation-problem")).hasText("");
        grace.say("/ban " + name("ada") + " 1h enough");
        ada.stateBecomes("A moderator has banned you.");
        grace.say("/help");
        assertThat(dialog.getByText("/announce text")).isVisible();
        grace.assertAccessible();
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
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
}
