package chat.parley.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.ServerKind;
import chat.parley.testing.ServerProcess;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What people do where they write. */
class ComposerOnWildFlyIT extends PageTest {

    @Override
    ServerProcess startServer() {
        return ServerKind.WILDFLY.start(Map.of("parley.max-text-length", "200", "parley.rate-per-second", "0"));
    }

    @Test
    void a_name_is_completed_by_keyboard() {
        Visitor grace = inRoom("grace");
        Visitor ada = inRoom("ada");
        assertThat(ada.people()).hasCount(2);

        ada.box().pressSequentially("Morning @gr");
        assertThat(offers(ada)).hasText(new String[] {"@" + name("grace")});
        assertThat(offers(ada).first()).hasAttribute("aria-selected", "true");
        assertThat(ada.box()).hasAttribute("aria-activedescendant", "offer-0");
        photograph(ada, "offers-people");
        ada.assertAccessible();
        ada.box().press("Enter");
        assertThat(ada.box()).hasValue("Morning @" + name("grace") + " ");
        assertThat(offers(ada)).hasCount(0);
        ada.box().press("Enter");

        grace.reads("Morning @" + name("grace"));
    }

    @Test
    void an_emoji_is_completed_by_name_and_chosen_with_arrows_or_the_mouse() {
        Visitor ada = inRoom("ada");
        ada.box().pressSequentially("done :tad");
        assertThat(offers(ada).first()).containsText(":tada:");
        photograph(ada, "offers-emoji");
        ada.box().press("Tab");
        assertThat(ada.box()).hasValue("done 🎉 ");

        ada.box().pressSequentially(":smil");
        assertThat(offers(ada)).not().hasCount(0);
        String second = offers(ada).nth(1).locator("span").textContent();
        ada.box().press("ArrowDown");
        assertThat(offers(ada).nth(1)).hasAttribute("aria-selected", "true");
        ada.box().press("Enter");
        assertThat(ada.box()).hasValue("done 🎉 " + second + " ");

        ada.box().pressSequentially(":hear");
        String first = offers(ada).first().locator("span").textContent();
        offers(ada).first().click();
        assertThat(ada.box()).hasValue("done 🎉 " + second + " " + first + " ");
        assertThat(ada.box()).isFocused();
    }

    @Test
    void what_is_offered_goes_away_by_escape_and_leaves_what_was_written() {
        Visitor ada = inRoom("ada");
        ada.box().pressSequentially("/he");
        assertThat(offers(ada)).hasText(new String[] {"//help"});
        ada.box().press("Escape");
        assertThat(offers(ada)).hasCount(0);
        assertThat(ada.box()).hasValue("/he");
    }

    @Test
    void commands_do_what_they_say() {
        Visitor ada = inRoom("ada");
        ada.say("/join " + room().replace("room", "garden"));
        assertThat(ada.page().locator("#room-title")).hasText(room().replace("room", "garden"));
        ada.say("/leave");
        assertThat(ada.page().locator("#room-title")).not().hasText(room().replace("room", "garden"));
        ada.look(room());

        ada.say("/nosuch thing");
        assertThat(ada.page().locator("#say-problem"))
                .hasText("There is no command /nosuch. To begin a message with a slash, type two.");
        assertThat(ada.box()).hasValue("/nosuch thing");
        ada.assertAccessible();
        ada.box().fill("");
        ada.say("//etc/hosts");
        ada.reads("/etc/hosts");

        ada.say("/join !!!");
        assertThat(ada.page().locator("#say-problem")).containsText("“!!!” can’t be the name of a room.");
        ada.say("/help");
        assertThat(ada.page().getByRole(AriaRole.DIALOG)).isVisible();
        ada.page().keyboard().press("Escape");
        assertThat(ada.page().getByRole(AriaRole.DIALOG)).isHidden();
    }

    @Test
    void a_guest_takes_another_name_and_keeps_the_rooms() {
        Visitor grace = inRoom("grace");
        Visitor ada = inRoom("ada");
        ada.say("Before");
        ada.say("/nick " + name("augusta"));
        assertThat(ada.page().locator("#me-name")).hasText(name("augusta"));
        assertThat(ada.page().locator("#room-title")).hasText(room());
        ada.say("After");
        ada.reads("Before", "After");
        grace.reads("Before", "After");
        assertThat(grace.log().locator(".author")).hasText(new String[] {name("ada"), name("augusta")});

        ada.say("/nick " + name("grace"));
        assertThat(ada.page().locator("#say-problem"))
                .containsText("Somebody else is called “" + name("grace") + "” now.");
        ada.becomesConnected();
        assertThat(ada.page().locator("#me-name")).hasText(name("augusta"));
        ada.box().fill("");
        ada.say("Still here");
        grace.reads("Before", "After", "Still here");
    }

    @Test
    void drafts_are_kept_by_room_and_over_a_reload() {
        Visitor ada = inRoom("ada");
        ada.join(room().replace("room", "garden"));
        ada.box().pressSequentially("for the garden");
        ada.look(room());
        assertThat(ada.box()).hasValue("");
        ada.box().pressSequentially("for the room");
        ada.page().reload();
        ada.becomesConnected();
        assertThat(ada.box()).hasValue("for the room");
        ada.look(room().replace("room", "garden"));
        assertThat(ada.box()).hasValue("for the garden");
        ada.box().press("Enter");
        ada.reads("for the garden");
        ada.page().reload();
        ada.becomesConnected();
        assertThat(ada.box()).hasValue("");
    }

    @Test
    void arrows_recall_what_one_said() {
        Visitor ada = inRoom("ada");
        ada.say("One");
        ada.say("Two");
        ada.reads("One", "Two");
        ada.box().press("ArrowUp");
        assertThat(ada.box()).hasValue("Two");
        ada.box().press("ArrowUp");
        assertThat(ada.box()).hasValue("One");
        ada.box().press("ArrowDown");
        assertThat(ada.box()).hasValue("Two");
        ada.box().press("Enter");
        ada.reads("One", "Two", "Two");
    }

    @Test
    void the_limit_is_told_before_it_is_reached_and_what_is_longer_goes_in_parts() {
        Visitor grace = inRoom("grace");
        Visitor ada = inRoom("ada");
        Locator count = ada.page().locator("#say-count");
        ada.box().fill("a".repeat(179));
        assertThat(count).hasText("");
        ada.box().fill("a".repeat(185));
        assertThat(count).hasText("15 characters left");

        String paragraph = "word ".repeat(30).trim();
        ada.box().fill(String.join("\n\n", paragraph, paragraph, paragraph));
        assertThat(count).hasText(Pattern.compile("\\d+ characters too many"));
        assertThat(ada.page().locator("#say-problem")).containsText("It is too long.");
        photograph(ada, "too-long");
        ada.assertAccessible();
        ada.box().press("Enter");
        assertThat(ada.texts()).hasCount(0);
        ada.button("Send in 3 parts").click();
        assertThat(ada.box()).hasValue("");
        grace.reads(paragraph, paragraph, paragraph);
    }

    @Test
    void it_fits_a_small_phone() {
        Visitor ada =
                inRoom("ada", new NewContextOptions().setViewportSize(320, 568).setHasTouch(true));
        ada.box().pressSequentially(":sm");
        assertThat(offers(ada)).not().hasCount(0);
        photograph(ada, "phone-offers");
        assertThat(ada.page().evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
        ada.assertAccessible();
    }

    private static Locator offers(Visitor visitor) {
        return visitor.page().getByRole(AriaRole.OPTION);
    }
}
