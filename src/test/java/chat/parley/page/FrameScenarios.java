package chat.parley.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands around the conversation: rooms and people, settings, help, the browser's tab, the desktop. */
abstract class FrameScenarios extends PageTest {

    /** A desktop that keeps what it is told, and answers a request for permission as the test says. */
    private static final String DESKTOP = """
            window.told = [];
            window.Notification = class {
              static permission = 'default';
              static answer = 'granted';
              static async requestPermission() {
                return (this.permission = this.answer);
              }
              constructor(title, options) {
                Object.assign(this, { title, ...options, closed: false });
                window.told.push(this);
              }
              close() {
                this.closed = true;
              }
            };
            """;

    /** The browser's word on whether anybody sees the page. */
    private static final String VISIBILITY = """
            (visibility) => {
              Object.defineProperty(document, 'visibilityState', { value: visibility, configurable: true });
              Object.defineProperty(document, 'hidden', { value: visibility === 'hidden', configurable: true });
              document.dispatchEvent(new Event('visibilitychange'));
            }
            """;

    @Test
    void what_is_unread_stands_behind_the_room_and_in_the_tab() {
        Visitor ada = inRoom("ada");
        Visitor grace = inRoom("grace");
        ada.look("lobby");
        assertThat(ada.page()).hasTitle("lobby · Parley");

        grace.say("Has anybody seen the build?");
        assertThat(room(ada, room() + " 1 new message")).isVisible();
        assertThat(ada.page()).hasTitle("(1) lobby · Parley");
        assertThat(icon(ada)).hasAttribute("href", "favicon.svg");
        grace.say("@" + name("ada") + " maybe?");
        assertThat(room(ada, room() + " 1 mention of you 2 new messages")).isVisible();
        assertThat(ada.rooms().locator(".badge-mention")).containsText("@1");
        assertThat(ada.page()).hasTitle("(2) lobby · Parley");
        assertThat(icon(ada)).hasAttribute("href", "favicon-mention.svg");
        photograph(ada, "frame-mention");
        ada.assertAccessible();
        Object status = ada.page().evaluate("fetch(document.querySelector('#icon').href).then(({ status }) => status)");
        assertThat(status).isEqualTo(200);

        ada.look(room());
        assertThat(ada.rooms().locator(".badge")).hasCount(0);
        assertThat(ada.page()).hasTitle(room() + " · Parley");
        assertThat(icon(ada)).hasAttribute("href", "favicon.svg");
    }

    @Test
    void a_long_topic_is_cut_and_whole_when_focused() {
        Visitor ada = newcomer();
        Wire wire = Wire.of(ada.page());
        ada.enter(server().page(), name("ada")).join(room());
        assertThat(ada.page().locator("#room-title")).hasText(room());
        assertThat(ada.people()).hasCount(1);
        Locator topic = ada.page().locator("#topic");
        assertThat(topic).isHidden();

        String words = "Everything about the release: what is in it, who tests what, and when. "
                .repeat(5)
                .trim();
        wire.tell("{\"type\":\"topic\",\"room\":\"%s\",\"topic\":\"%s\"}".formatted(room(), words));
        assertThat(topic).hasText(words);
        assertThat(topic).hasAttribute("title", words);
        double cut = topic.boundingBox().height;
        photograph(ada, "frame-topic");
        ada.assertAccessible();
        topic.focus();
        assertThat(topic.boundingBox().height).isGreaterThan(2 * cut);
        assertThat(topic.evaluate("topic => topic.scrollWidth <= topic.clientWidth"))
                .isEqualTo(true);
        photograph(ada, "frame-topic-focused");
        ada.assertAccessible();
    }

    @Test
    void choosing_a_person_begins_a_mention() {
        Visitor ada = inRoom("ada");
        Visitor grace = inRoom("grace");
        assertThat(ada.people()).hasText(new String[] {name("ada"), name("grace")});
        assertThat(ada.page().locator("#people-count")).hasText("2");

        ada.box().fill("Thanks,");
        person(ada, name("grace")).click();
        assertThat(ada.box()).hasValue("Thanks, @" + name("grace") + " ");
        assertThat(ada.box()).isFocused();
        assertThat(person(ada, name("ada"))).hasCount(0);
        ada.box().press("Enter");
        grace.reads("Thanks, @" + name("grace"));
    }

    @Test
    void guests_are_told_apart_where_others_are_no_guests() {
        Visitor ada = newcomer();
        Wire wire = Wire.of(ada.page());
        ada.enter(server().page(), name("ada")).join(room());
        assertThat(ada.people()).hasCount(1);
        assertThat(ada.page().locator("#people .tag")).hasCount(0);

        wire.tell("""
                {"type":"presence","room":"%s","joined":[{"name":"Linus","kind":"member"},{"name":"Bert","kind":"guest"}],"left":[],"count":3}""".formatted(room()));
        assertThat(ada.people()).hasText(new String[] {name("ada"), "Bert", "Linus"});
        assertThat(ada.page().locator("#people .tag")).hasText(new String[] {"guest", "guest", "member"});
        photograph(ada, "frame-guests");
        ada.assertAccessible();
    }

    @Test
    void drawers_work_by_keyboard_on_a_small_screen() {
        Visitor ada = inRoom("ada", phone(360, 640));
        inRoom("grace");
        Locator words = ada.page().getByText("Connected", new Page.GetByTextOptions().setExact(true));
        assertThat(words.boundingBox().width)
                .as("The state is seen in words, in px")
                .isGreaterThan(40);
        Locator rooms = ada.button("Rooms");
        assertThat(rooms).hasAttribute("aria-expanded", "false");
        assertThat(ada.rooms()).isHidden();

        rooms.press("Enter");
        assertThat(rooms).hasAttribute("aria-expanded", "true");
        assertThat(room(ada, room())).isFocused();
        ada.page().keyboard().press("Escape");
        assertThat(ada.rooms()).isHidden();
        assertThat(rooms).hasAttribute("aria-expanded", "false");
        assertThat(rooms).isFocused();

        rooms.press("Enter");
        room(ada, "lobby").press("Enter");
        assertThat(ada.rooms()).isHidden();
        assertThat(ada.page().locator("#room-title")).hasText("lobby");
        assertThat(rooms).isFocused();
        ada.look(room());

        Locator people = ada.button("People");
        people.press("Enter");
        assertThat(person(ada, name("grace"))).isFocused();
        person(ada, name("grace")).press("Enter");
        assertThat(ada.page().locator("#people")).isHidden();
        assertThat(ada.box()).hasValue("@" + name("grace") + " ");
        assertThat(ada.box()).isFocused();
    }

    @Test
    void drawers_work_by_touch_on_the_smallest_screen() {
        Visitor ada = inRoom("ada", phone(320, 568));
        Visitor grace = inRoom("grace");
        ada.look("lobby");
        grace.say("@" + name("ada") + ": are you there?");
        Locator rooms = ada.page().locator("#show-rooms");
        assertThat(rooms).hasAccessibleName("Rooms 1 mention of you 1 new message");
        assertThat(rooms.locator(".badge-mention")).isVisible();
        photograph(ada, "frame-phone");
        ada.assertAccessible();
        assertFits(ada);

        rooms.tap();
        assertThat(ada.rooms()).isVisible();
        photograph(ada, "frame-phone-rooms");
        ada.assertAccessible();
        assertFits(ada);
        ada.page().touchscreen().tap(310, 300);
        assertThat(ada.rooms()).isHidden();
        rooms.tap();
        ada.rooms()
                .getByRole(AriaRole.BUTTON, named(Pattern.compile("^" + room())))
                .tap();
        assertThat(ada.rooms()).isHidden();
        ada.reads("@" + name("ada") + ": are you there?");

        ada.button("People").tap();
        assertThat(ada.people()).hasText(new String[] {name("ada"), name("grace")});
        photograph(ada, "frame-phone-people");
        ada.assertAccessible();
        person(ada, name("grace")).tap();
        assertThat(ada.page().locator("#people")).isHidden();
        assertThat(ada.box()).hasValue("@" + name("grace") + " ");

        ada.button("Settings").tap();
        photograph(ada, "frame-phone-settings");
        ada.assertAccessible();
        assertFits(ada);
        close(ada, "settings");
        ada.button("Help").tap();
        photograph(ada, "frame-phone-help");
        ada.assertAccessible();
        assertFits(ada);
    }

    @Test
    void a_room_that_is_refused_is_told_in_the_drawer() {
        Visitor ada = inRoom("ada", phone(360, 640));
        ada.join("no room");
        assertThat(ada.page().getByText("“no room” can’t be the name of a room."))
                .isVisible();
        assertThat(ada.rooms()).isVisible();
        ada.page().getByLabel("Join another room").fill(room() + "-annex");
        ada.button("Join").click();
        assertThat(ada.rooms()).isHidden();
        assertThat(ada.page().locator("#room-title")).hasText(room() + "-annex");
    }

    @Test
    void nothing_is_lost_when_text_is_twice_as_large() {
        for (int width : new int[] {1600, 1280, 360}) {
            Visitor ada = visitor(context(new NewContextOptions().setViewportSize(width, 720)));
            enlargeText(ada.page());
            ada.enter(server().page(), name("ada " + width)).join(room());
            assertThat(ada.page().locator("#room-title")).hasText(room());
            ada.say("As large as that, " + width);
            assertThat(ada.said().last()).containsText("As large as that, " + width);
            for (String button : List.of("Send", "Leave room", "Settings", "Help")) {
                ada.button(button).click(new Locator.ClickOptions().setTrial(true));
            }
            ada.box().click(new Locator.ClickOptions().setTrial(true));
            assertFits(ada);
            photograph(ada, "frame-large-text-" + width);
            ada.assertAccessible();
        }
    }

    @Test
    void a_theme_is_kept_shared_and_never_flashes() {
        BrowserContext hers = context(new NewContextOptions().setColorScheme(ColorScheme.LIGHT));
        Visitor ada = inRoom("ada", hers);
        ada.say("By day and by night");
        Visitor tab = visitor(hers).open(server().page());
        tab.becomesConnected();
        assertThat(background(ada)).isEqualTo("rgb(243, 245, 247)");

        ada.button("Settings").click();
        photograph(ada, "frame-settings");
        ada.assertAccessible();
        ada.page().getByLabel("Dark", exactly()).check();
        assertThat(ada.page().locator("html")).hasAttribute("data-theme", "dark");
        assertThat(tab.page().locator("html")).hasAttribute("data-theme", "dark");
        assertThat(background(ada)).isEqualTo("rgb(20, 24, 28)");
        assertThat(background(tab)).isEqualTo("rgb(20, 24, 28)");
        photograph(ada, "frame-settings-dark");
        ada.assertAccessible();
        close(ada, "settings");
        photograph(ada, "frame-dark");
        ada.assertAccessible();

        ada.page()
                .addInitScript("new MutationObserver(() => (window.themedAt ??= performance.now()))"
                        + ".observe(document, { subtree: true, attributeFilter: ['data-theme'] })");
        ada.page().reload();
        until(ada, "performance.getEntriesByName('first-paint').length > 0 && window.themedAt");
        assertThat(ada.page().evaluate("performance.getEntriesByName('first-paint')[0].startTime >= themedAt"))
                .isEqualTo(true);
        assertThat(background(ada)).isEqualTo("rgb(20, 24, 28)");

        // Light when the system is dark, too
        ada.button("Settings").click();
        ada.page().emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        ada.page().getByLabel("Light", exactly()).check();
        assertThat(tab.page().locator("html")).hasAttribute("data-theme", "light");
        assertThat(background(ada)).isEqualTo("rgb(243, 245, 247)");
        ada.page().getByLabel("As the system", exactly()).check();
        assertThat(tab.page().locator("html")).hasAttribute("data-theme", "system");
        assertThat(background(ada)).isEqualTo("rgb(20, 24, 28)");
    }

    @Test
    void the_whole_page_changes_its_language_at_once_and_in_all_tabs() {
        BrowserContext hers = context(new NewContextOptions().setTimezoneId("UTC"));
        Visitor ada = inRoom("ada", hers);
        ada.say("Selamat pagi, 早上好");
        assertThat(ada.said()).hasCount(1);
        Visitor tab = visitor(hers).open(server().page());
        tab.becomesConnected();
        Locator box = tab.page().locator("#say");
        box.fill("Begun in the other tab");

        ada.box().fill("/dance");
        ada.box().press("Enter");

        // Tag, what the button that sends says, the state, a word of today's date, what of help, what of an unknown
        // command
        String[][] languages = {
            {"zh-Hans", "发送", "已连接", "年", "帮助", "没有 /dance 这个命令"},
            {"zh-Hant", "傳送", "已連線", "年", "說明", "沒有 /dance 這個指令"},
            {"ms", "Hantar", "Bersambung", "20", "Bantuan", "Tiada perintah /dance"},
            {"en", "Send", "Connected", "20", "Help", "There is no command /dance"},
        };
        for (String[] language : languages) {
            ada.page().locator("#show-settings").click();
            ada.page().locator("#language").selectOption(language[0]);
            assertThat(ada.page().locator("html")).hasAttribute("lang", language[0]);
            photograph(ada, "frame-settings-" + language[0]);
            ada.assertAccessible();
            ada.page().keyboard().press("Escape");
            assertThat(ada.page().locator("#composer button.primary")).hasText(language[1]);
            assertThat(ada.page().locator("#say-problem")).containsText(language[5]);
            ada.stateBecomes(language[2]);
            assertThat(ada.log().locator("time").first()).hasAttribute("title", Pattern.compile(language[3]));
            ada.reads("Selamat pagi, 早上好");
            photograph(ada, "frame-" + language[0]);
            ada.page().locator("#show-help").click();
            assertThat(ada.page().locator("#help-title")).hasText(language[4]);
            photograph(ada, "frame-help-" + language[0]);
            ada.assertAccessible();
            ada.page().keyboard().press("Escape");
            assertThat(tab.page().locator("html")).hasAttribute("lang", language[0]);
            assertThat(tab.page().locator("#composer button.primary")).hasText(language[1]);
            assertThat(box).hasValue("Begun in the other tab");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "zh-TW, zh-Hant, 開始聊天",
        "zh-SG, zh-Hans, 开始聊天",
        "ms-MY, ms, Mula berbual",
        "en-AU, en, Start chatting",
        "fr-FR, en, Start chatting"
    })
    void the_page_speaks_what_the_browser_prefers(String locale, String lang, String enter) {
        Visitor ada =
                visitor(context(new NewContextOptions().setLocale(locale))).open(server().page());
        assertThat(ada.button(enter)).isVisible();
        assertThat(ada.page().locator("html")).hasAttribute("lang", lang);
        photograph(ada, "frame-name-" + locale);
        ada.assertAccessible();
    }

    @Test
    void a_chosen_language_outlives_a_reload_and_can_be_given_up() {
        Visitor ada =
                visitor(context(new NewContextOptions().setLocale("ms-MY"))).open(server().page());
        ada.page().locator("#show-settings").click();
        ada.page().locator("#language").selectOption("zh-Hant");
        assertThat(ada.button("開始聊天")).isAttached();
        ada.page().reload();
        assertThat(ada.button("開始聊天")).isVisible();
        ada.page().locator("#show-settings").click();
        ada.page().locator("#language").selectOption("");
        ada.page().keyboard().press("Escape");
        assertThat(ada.button("Mula berbual")).isVisible();
    }

    @Test
    void help_comes_by_key_button_and_command() {
        Visitor ada = inRoom("ada");
        Locator help = ada.page().locator("#help");
        ada.box().pressSequentially("Really?");
        assertThat(ada.box()).hasValue("Really?");
        assertThat(help).isHidden();
        ada.box().fill("");

        ada.log().focus();
        ada.page().keyboard().press("?");
        assertThat(help).isVisible();
        assertThat(help.getByText("/topic")).isVisible();
        assertThat(help.getByRole(AriaRole.ROW)).hasCount(22);
        photograph(ada, "frame-help");
        ada.assertAccessible();
        ada.page().keyboard().press("Escape");
        assertThat(help).isHidden();
        assertThat(ada.log()).isFocused();
        ada.page().keyboard().press("c");
        assertThat(ada.box()).isFocused();
        assertThat(ada.box()).hasValue("");

        ada.button("Help").click();
        close(ada, "help");
        assertThat(ada.button("Help")).isFocused();
        ada.say("/help");
        assertThat(help).isVisible();
        close(ada, "help");
        assertThat(ada.box()).isFocused();
    }

    @Test
    void keys_alone_do_nothing_where_that_was_set() {
        Visitor ada = inRoom("ada");
        ada.button("Settings").click();
        ada.page().getByLabel("Shortcuts of a single key").uncheck();
        close(ada, "settings");
        ada.log().focus();
        ada.page().keyboard().press("?");
        ada.page().keyboard().press("c");
        assertThat(ada.page().locator("#help")).isHidden();
        assertThat(ada.log()).isFocused();
    }

    @Test
    void keys_go_from_room_to_room() {
        Visitor ada = inRoom("ada");
        ada.join(room() + "-annex");
        Locator title = ada.page().locator("#room-title");
        assertThat(title).hasText(room() + "-annex");
        Visitor grace = inRoom("grace");

        ada.box().press("Alt+ArrowUp");
        assertThat(title).hasText(room());
        ada.box().press("Alt+ArrowUp");
        assertThat(title).hasText("lobby");
        ada.box().press("Alt+ArrowUp");
        assertThat(title).hasText(room() + "-annex");
        ada.box().press("Alt+ArrowDown");
        assertThat(title).hasText("lobby");
        assertThat(ada.box()).isFocused();
        ada.box().press("Alt+Shift+ArrowDown");
        assertThat(title).hasText("lobby");

        ada.box().press("Alt+ArrowUp");
        grace.say("Anybody here?");
        assertThat(ada.rooms().locator(".badge")).hasCount(1);
        ada.box().press("Alt+Shift+ArrowDown");
        assertThat(title).hasText(room());
        ada.reads("Anybody here?");
    }

    @Test
    void a_mention_is_told_on_the_desktop_while_nobody_sees_the_page() {
        BrowserContext hers = context(new NewContextOptions());
        hers.addInitScript(DESKTOP);
        Visitor ada = inRoom("ada", hers);
        Visitor grace = inRoom("grace");
        ada.button("Settings").click();
        ada.page().getByLabel("Notify me when somebody mentions me").check();
        close(ada, "settings");

        grace.say("@" + name("ada") + " while she looks");
        ada.reads("@" + name("ada") + " while she looks");
        ada.look("lobby");
        grace.say("@" + name("ada") + " while she sees the room's sign");
        assertThat(ada.rooms().locator(".badge-mention")).isVisible();
        ada.page().evaluate(VISIBILITY, "hidden");
        grace.say("No names");
        grace.say("@" + name("ada") + ", lunch?");

        until(ada, "told.length > 0");
        assertThat(ada.page().evaluate("told.map(({ title, body, tag }) => [title, body, tag].join('|'))"))
                .isEqualTo(List.of(name("grace") + " in " + room() + "|@" + name("ada") + ", lunch?|" + room()));
        ada.page().evaluate(VISIBILITY, "visible");
        ada.page().evaluate("told[0].onclick()");
        assertThat(ada.page().locator("#room-title")).hasText(room());
        until(ada, "told[0].closed");
    }

    @Test
    void of_two_tabs_one_tells_and_none_what_the_other_reads() {
        BrowserContext hers = context(new NewContextOptions());
        hers.addInitScript(DESKTOP + "Notification.permission = 'granted';");
        Visitor ada = inRoom("ada", hers);
        Visitor tab = visitor(hers).open(server().page());
        tab.becomesConnected();
        Visitor grace = inRoom("grace");
        ada.button("Settings").click();
        ada.page().getByLabel("Notify me when somebody mentions me").check();
        close(ada, "settings");
        tab.look(room());

        tab.page().evaluate(VISIBILITY, "hidden");
        grace.say("@" + name("ada") + ", read in one");
        ada.reads("@" + name("ada") + ", read in one");
        ada.page().evaluate(VISIBILITY, "hidden");
        grace.say("@" + name("ada") + ", read in none");

        until(ada, tab, "read in none");
        // When the next has been told, whoever came second with this one has had its turn
        grace.say("@" + name("ada") + ", read in none either");
        until(ada, tab, "read in none either");
        assertThat(told(ada, tab))
                .filteredOn(body -> body.endsWith("read in none"))
                .hasSize(1);
        assertThat(told(ada, tab)).noneMatch(body -> body.endsWith("read in one"));
    }

    @Test
    void a_browser_that_refuses_notifications_is_explained() {
        BrowserContext hers = context(new NewContextOptions());
        hers.addInitScript(DESKTOP + "Notification.answer = 'denied';");
        Visitor ada = visitor(hers).open(server().page());
        ada.button("Settings").click();
        Locator notify = ada.page().getByLabel("Notify me when somebody mentions me");
        notify.click();
        assertThat(ada.page().getByText("This browser does not let Parley notify you."))
                .isVisible();
        assertThat(notify).not().isChecked();
        photograph(ada, "frame-settings-denied");
        ada.assertAccessible();
    }

    @Test
    void states_are_seen_where_the_system_sets_the_colours() {
        Visitor ada = inRoom("ada");
        Visitor grace = inRoom("grace");
        ada.look("lobby");
        grace.say("@" + name("ada"));
        assertThat(ada.rooms().locator(".badge-mention")).isVisible();
        ada.page().emulateMedia(new EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        photograph(ada, "frame-forced-colors");
        assertThat(ada.rooms().locator(".badge").first()).hasCSS("border-top-style", "solid");
        assertThat(ada.rooms().locator("[aria-current]")).hasCSS("outline-style", "solid");
    }

    /** As who sets the text of the browser to twice its size: what is as wide as so many letters is twice as wide. */
    private static void enlargeText(Page page) {
        JsonObject sizes = new JsonObject();
        sizes.addProperty("standard", 32);
        JsonObject parameters = new JsonObject();
        parameters.add("fontSizes", sizes);
        page.context().newCDPSession(page).send("Page.setFontSizes", parameters);
    }

    /** The page's policy lets no test poll from within it. */
    private static void until(Visitor visitor, String holds) {
        visitor.page()
                .waitForCondition(
                        () -> visitor.page().evaluate("Boolean(" + holds + ")").equals(true));
    }

    /** Waits until one of two tabs has told a text that ends so. */
    private static void until(Visitor one, Visitor other, String end) {
        one.page().waitForCondition(() -> told(one, other).stream().anyMatch(body -> body.endsWith(end)));
    }

    private static List<String> told(Visitor... tabs) {
        return Stream.of(tabs)
                .flatMap(tab -> ((List<?>) tab.page().evaluate("told.map(({ body }) => body)")).stream())
                .map(String.class::cast)
                .toList();
    }

    private static NewContextOptions phone(int width, int height) {
        return new NewContextOptions()
                .setViewportSize(width, height)
                .setHasTouch(true)
                .setReducedMotion(ReducedMotion.REDUCE);
    }

    private static Locator room(Visitor visitor, String name) {
        return visitor.rooms()
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator.GetByRoleOptions named(Pattern name) {
        return new Locator.GetByRoleOptions().setName(name);
    }

    private static Locator person(Visitor visitor, String name) {
        return visitor.page()
                .locator("#people")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static Locator icon(Visitor visitor) {
        return visitor.page().locator("#icon");
    }

    private static Object background(Visitor visitor) {
        return visitor.page().evaluate("getComputedStyle(document.body).backgroundColor");
    }

    private static void close(Visitor visitor, String dialog) {
        Locator open = visitor.page().locator("#" + dialog);
        open.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Close"))
                .click();
        assertThat(open).isHidden();
    }

    private static void assertFits(Visitor visitor) {
        assertThat(visitor.page().evaluate("document.documentElement.scrollWidth - innerWidth"))
                .isEqualTo(0);
    }
}
