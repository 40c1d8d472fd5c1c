package chat.parley.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What people see in the log of a room, and what stays where it is while they read. */
abstract class LogScenarios extends PageTest {
    private static final String CODE = "```\npublic int answer() {\n    return 6 * 7; // <- not 41\n}\n```";

    private static final String LONG_TEXT = IntStream.rangeClosed(1, 40)
            .mapToObj(i -> "Step " + i + " of the plan.")
            .collect(Collectors.joining("\n"));

    private static final int PAGE = 50;

    /** What people notice as a hitch. */
    private static final double LONGEST_FRAME_MS = 50;

    @Test
    void a_conversation_looks_as_people_mean_it() {
        Visitor ada = inRoom("ada");
        try (Speaker grace = speaker("grace");
                Speaker alan = speaker("alan")) {
            converse(grace, alan);
            assertThat(ada.texts()).hasCount(13);
        }

        Locator log = ada.log();
        assertThat(log.locator(".message-text strong")).hasText("not");
        assertThat(log.locator(".message-text em").first()).hasText("really");
        assertThat(log.locator(".message-text del")).hasText("tomorrow");
        assertThat(log.locator(".message-text p code")).hasText("mvn verify");
        assertThat(log.locator(".code pre")).hasText("public int answer() {\n    return 6 * 7; // <- not 41\n}");
        assertThat(log.locator("blockquote")).hasText("Who broke the build?");
        assertThat(log.locator(".message-text ul li")).hasText(new String[] {"the log", "the composer"});
        Locator link = log.getByText("the report");
        assertThat(link).hasAttribute("href", "https://build.example.org/417");
        assertThat(link).hasAttribute("rel", "noopener noreferrer nofollow");
        assertThat(link).hasAttribute("target", "_blank");
        assertThat(log.getByText("Deployed 🎉")).isVisible();
        assertThat(log.locator(".mention.own")).hasText("@" + name("ada"));
        assertThat(log.locator(".mention:not(.own)")).hasText("@" + name("alan"));
        assertThat(log.locator(".mentioned .message-text")).containsText("could you look");
        assertThat(log.locator(".acts")).containsText(name("grace"));
        assertThat(log.locator(".acts .message-text")).hasText("gets a coffee");
        assertThat(log.getByText("<b>1 < 2 &amp; so on</b>")).isVisible();

        photographAll(ada, "log");
    }

    @Test
    void it_reads_well_on_a_phone() {
        Visitor ada = inRoom("ada", phone());
        try (Speaker grace = speaker("grace");
                Speaker alan = speaker("alan")) {
            converse(grace, alan);
            assertThat(ada.texts()).hasCount(13);
            alan.say(
                    "AVeryLongWordThatNobodyCanBreak".repeat(8), "`" + "code".repeat(80) + "`", "- " + "x".repeat(300));
            assertThat(ada.texts()).hasCount(16);
        }

        ada.box().focus();
        assertFitsPhone(ada);
        assertThat((boolean) ada.log().evaluate("log => log.scrollWidth <= log.clientWidth"))
                .isTrue();
        photographAll(ada, "log-phone");
    }

    @Test
    void code_is_copied_at_a_press() {
        BrowserContext hers = context(new NewContextOptions());
        hers.grantPermissions(List.of("clipboard-read", "clipboard-write"));
        Visitor ada = visitor(hers).enter(server().page(), name("ada"));
        ada.join(room());
        ada.say(CODE);
        ada.button("Copy code").click();

        assertThat(ada.page().getByText("Copied", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        photograph(ada, "log-copied");
        ada.assertAccessible();
        assertThat(ada.page().evaluate("() => navigator.clipboard.readText()"))
                .isEqualTo("public int answer() {\n    return 6 * 7; // <- not 41\n}");
        assertThat(ada.page().getByText("Copied", new Page.GetByTextOptions().setExact(true)))
                .hasCount(0);
    }

    @Test
    void a_long_message_is_folded_until_one_asks_for_all_of_it() {
        Visitor ada = inRoom("ada");
        try (Speaker grace = speaker("grace")) {
            grace.say(40, i -> i == 40 ? "Before" : "Number " + i);
            grace.say(LONG_TEXT);
            assertThat(ada.texts()).hasCount(41);
            double folded = height(ada);
            Locator more = ada.button("Show all");
            assertThat(more).hasAttribute("aria-expanded", "false");
            photograph(ada, "log-folded");
            ada.assertAccessible();

            double above = top(ada.log().getByText("Before"));
            more.click();
            assertThat(ada.button("Show less")).hasAttribute("aria-expanded", "true");
            assertThat(height(ada)).isGreaterThan(3 * folded);
            assertThat(top(ada.log().getByText("Before"))).isCloseTo(above, within(1.0));
            grace.say(10, i -> "After " + i);
            assertThat(ada.texts()).hasCount(51);
            assertThat(height(ada)).isGreaterThan(3 * folded);

            Locator less = ada.button("Show less");
            less.scrollIntoViewIfNeeded();
            double place = top(less);
            less.click();
            assertThat(height(ada)).isCloseTo(folded, within(1.0));
            assertThat(top(ada.button("Show all"))).isCloseTo(place, within(1.0));
        }
    }

    @Test
    void a_line_stands_where_what_is_new_begins_for_as_long_as_one_looks() {
        Visitor ada = inRoom("ada");
        try (Speaker grace = speaker("grace")) {
            grace.say("Old");
            ada.reads("Old");
            ada.look("lobby");
            assertThat(ada.page().locator("#room-title")).hasText("lobby");
            grace.say(30, i -> "New " + i + "\nin two lines");
            assertThat(ada.rooms().getByText("30 new messages")).isAttached();
            ada.look(room());
            assertThat(ada.texts()).hasCount(31);

            assertThat(line(ada)).hasText("New");
            assertThat(ada.texts().last()).containsText("New 30");
            Locator jump = ada.button("Jump to first unread");
            assertThat(jump).isVisible();
            photograph(ada, "log-unread-above");
            ada.assertAccessible();
            jump.click();

            assertThat(jump).isHidden();
            assertThat(line(ada)).isInViewport();
            assertThat(focused(ada)).containsText("New 1");
            assertThat(ada.button("Newest messages")).isVisible();
            photograph(ada, "log-unread");
            ada.assertAccessible();

            grace.say("One more");
            assertThat(ada.button("1 new message below")).isVisible();
            grace.say("And another");
            assertThat(ada.button("2 new messages below")).isVisible();
            photograph(ada, "log-new-below");
            ada.assertAccessible();
            ada.button("2 new messages below").click();
            assertThat(ada.texts().last()).isInViewport();
            assertThat(ada.box()).isFocused();
            assertThat(line(ada)).hasCount(1);
            grace.say("While one looks");
            assertThat(ada.texts().last()).hasText("While one looks");
            assertThat(line(ada)).hasCount(1);

            ada.look("lobby");
            assertThat(ada.page().locator("#room-title")).hasText("lobby");
            ada.look(room());
            assertThat(ada.texts().last()).isInViewport();
            assertThat(line(ada)).hasCount(0);
        }
    }

    @Test
    void the_first_unread_message_is_found_in_pages_not_loaded_yet() {
        Visitor ada = inRoom("ada");
        try (Speaker grace = speaker("grace")) {
            grace.say("Old");
            ada.reads("Old");
            BrowserContext hers = leaves(ada);
            grace.say(400, i -> "New " + i);

            Visitor again = visitor(hers).open(server().page());
            again.becomesConnected();
            assertThat(again.page().locator("#room-title")).hasText("lobby");
            again.look(room());
            assertThat(again.texts()).hasCount(PAGE);
            assertThat(line(again)).hasCount(0);
            again.button("Jump to first unread").click();
            assertThat(line(again)).isInViewport();
            assertThat(focused(again)).containsText("New 1");
            assertThat(again.texts()).hasCount(401);
            assertThat(again.button("Jump to first unread")).isHidden();
        }
    }

    @Test
    void the_way_to_what_is_unread_ends_after_a_thousand_messages() {
        Visitor ada = inRoom("ada");
        try (Speaker grace = speaker("grace")) {
            grace.say("Old");
            ada.reads("Old");
            BrowserContext hers = leaves(ada);
            grace.say(1500, i -> "New " + i);

            Visitor again = visitor(hers).open(server().page());
            again.becomesConnected();
            again.look(room());
            assertThat(again.texts()).hasCount(PAGE);
            again.button("Jump to first unread").click();
            assertThat(focused(again)).hasText("New 451");
            assertThat(focused(again)).isInViewport();
            assertThat(again.button("Jump to first unread")).isHidden();
        }
    }

    @Test
    void nothing_moves_under_who_reads() {
        Visitor ada = inRoom("ada");
        try (Speaker grace = speaker("grace")) {
            grace.say(120, i -> i % 7 == 0 ? LONG_TEXT : "Number " + i + " for @" + name("alan") + " :tada:");
            assertThat(ada.texts()).hasCount(120);
            ada.page().reload();
            ada.becomesConnected();
            ada.look(room());
            assertThat(ada.texts()).hasCount(PAGE);
            scrollTo(ada, 900);
            Locator read = firstInView(ada);
            double place = top(read);
            List<String> moved = new ArrayList<>();

            grace.say(20, i -> "Below " + i);
            assertThat(ada.button("20 new messages below")).isVisible();
            note(moved, "messages below", place, top(read));
            try (Speaker alan = speaker("alan")) {
                assertThat(ada.people()).hasCount(3);
                assertThat(ada.log().locator(".mention").first()).isAttached();
                note(moved, "a name became known", place, top(read));
                alan.say("@" + name("ada"));
            }
            ada.page().setViewportSize(1280, 500);
            note(moved, "a lower window, as with a phone's keyboard", place, top(read));
            ada.page().setViewportSize(900, 720);
            note(moved, "a narrower window", place, top(read));
            ada.page().setViewportSize(1280, 720);
            note(moved, "a wider window", place, top(read));
            ada.box().fill("One\ntwo\nthree\nfour");
            note(moved, "a taller box to write in", place, top(read));
            ada.box().fill("");
            note(moved, "a lower box to write in", place, top(read));
            ada.button("Load older messages").evaluate("button => button.click()");
            assertThat(ada.texts()).hasCount(PAGE + PAGE + 21);
            note(moved, "an older page", place, top(read));
            ada.button("Show all").first().evaluate("button => button.click()");
            note(moved, "all of a long message above", place, top(read));

            assertThat(moved).isEmpty();
        }
    }

    @Test
    void older_pages_come_as_one_scrolls_up_and_nothing_jumps() {
        Visitor ada = inRoom("ada");
        try (Speaker grace = speaker("grace")) {
            grace.say(400, i -> i % 9 == 0 ? "Number " + i + "\n" + CODE : "Number " + i);
        }
        ada.page().reload();
        ada.becomesConnected();
        ada.look(room());
        assertThat(ada.texts()).hasCount(PAGE);

        // What is read is to move as far as one has scrolled, in each single frame
        await().pollInSameThread().until(() -> (boolean) ada.log().evaluate("""
                async (log) => {
                  const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
                  const inView = (node) => node.getBoundingClientRect().top >= log.getBoundingClientRect().top;
                  window.jumps ??= [];
                  for (let step = 0; step < 20; step++) {
                    const read = [...log.querySelectorAll('.message')].find(inView);
                    const before = read.getBoundingClientRect().top;
                    log.scrollTop -= 150;
                    const place = read.getBoundingClientRect().top;
                    for (let frame = 0; frame < 4; frame++) {
                      await drawn();
                      const moved = read.getBoundingClientRect().top - place;
                      Math.abs(moved) > 1.5 && window.jumps.push(`${moved} at ${log.scrollTop}`);
                    }
                  }
                  return log.scrollTop === 0 && log.querySelectorAll('.message').length === 400;
                }"""));

        assertThat((List<?>) ada.page().evaluate("window.jumps")).isEmpty();
        assertThat(ada.texts().first()).hasText("Number 1");
        assertThat(ada.log().getByText("Nothing older than this")).isVisible();
        photograph(ada, "log-beginning");
        ada.button("Newest messages").click();
        assertThat(ada.texts().last()).isInViewport();
    }

    @Test
    void only_what_is_just_said_is_read_out() {
        Visitor ada = inRoom("ada");
        try (Speaker grace = speaker("grace")) {
            grace.say(120, i -> "Number " + i);
            assertThat(ada.texts()).hasCount(120);
            ada.page().reload();
            ada.becomesConnected();
            ada.look("lobby");
            watchReadOut(ada);

            ada.look(room());
            assertThat(ada.texts()).hasCount(PAGE);
            assertThat(readOut(ada)).isEmpty();
            grace.say("Just said");
            assertThat(ada.texts().last()).hasText("Just said");
            assertThat(readOut(ada)).singleElement().asString().contains("Just said");
            scrollTo(ada, 0);
            assertThat(ada.texts()).hasCount(2 * PAGE + 1);
            assertThat(readOut(ada)).hasSize(1);
            grace.say("And this :tada:");
            assertThat(ada.texts().last()).hasText("And this 🎉");
            assertThat(readOut(ada)).hasSize(2);
            ada.look("lobby");
            ada.look(room());
            assertThat(ada.texts().last()).isInViewport();
            assertThat(readOut(ada)).hasSize(2);
        }
    }

    @Test
    void arrow_keys_go_from_message_to_message() {
        Visitor ada = inRoom("ada");
        try (Speaker grace = speaker("grace")) {
            grace.say(60, i -> "Number " + i);
            grace.say("See https://build.example.org/1 and https://build.example.org/2", CODE, "Last");
            assertThat(ada.texts()).hasCount(63);
        }
        ada.box().focus();
        press(ada, "Shift+Tab");
        assertThat(ada.log()).isFocused();
        press(ada, "ArrowUp");
        assertThat(focused(ada)).containsText("Last");
        press(ada, "ArrowUp", "ArrowUp");
        assertThat(focused(ada)).containsText("See https");
        Locator message = ada.page().locator(":focus");
        assertThat(message).hasAccessibleName(Pattern.compile(name("grace") + " \\d\\d:\\d\\d See https.*"));
        assertThat((String) message.evaluate("node => getComputedStyle(node.querySelector('time'), '::after').content"))
                .matches(".*\\d{4}.*");
        photograph(ada, "log-focus");
        ada.assertAccessible();

        press(ada, "Enter");
        assertThat(ada.page().locator("a:focus")).hasText("https://build.example.org/1");
        press(ada, "Tab");
        assertThat(ada.page().locator("a:focus")).hasText("https://build.example.org/2");
        press(ada, "Tab");
        assertThat(ada.box()).isFocused();
        press(ada, "Shift+Tab", "ArrowDown");
        assertThat(focused(ada)).containsText("See https");
        press(ada, "ArrowDown", "Tab");
        assertThat(ada.page().locator("button:focus")).hasAttribute("aria-label", "Copy code");
        press(ada, "ArrowUp", "Home");
        assertThat(focused(ada)).hasText(Pattern.compile("Number 1$"));
        assertThat(ada.page().locator(":focus")).isInViewport();
        press(ada, "PageDown");
        int page = number(focused(ada).textContent());
        assertThat(page).isBetween(8, 40);
        press(ada, "PageDown");
        assertThat(number(focused(ada).textContent())).isBetween(2 * page - 4, 2 * page + 4);
        press(ada, "PageUp", "PageUp");
        assertThat(number(focused(ada).textContent())).isLessThan(4);
        press(ada, "End");
        assertThat(focused(ada)).containsText("Last");
        press(ada, "Escape");
        assertThat(ada.box()).isFocused();
    }

    /** On a machine of its own: what else a computer does makes frames late. */
    @Test
    @EnabledIfSystemProperty(named = "parley.load", matches = "full")
    void a_full_room_stays_quick() {
        Visitor ada = inRoom("ada");
        try (Speaker grace = speaker("grace");
                Speaker alan = speaker("alan")) {
            grace.say(5000, i -> talk(i));
            alan.say(5000, i -> talk(i));
        }
        ada.page().reload();
        ada.becomesConnected();
        ada.look(room());
        assertThat(ada.texts()).hasCount(PAGE);

        // Looking for something among so many messages is work for the page, too: while it is measured, nobody does
        Frames back = Frames.watch(ada.page());
        assertThat((boolean) ada.page().evaluate("""
                async () => {
                  const log = document.querySelector('.log');
                  const noteDown = (node) =>
                    node.querySelectorAll?.('.message-text').forEach(({ id }) => window.drawn.add(id));
                  window.drawn = new Set();
                  noteDown(log);
                  new MutationObserver((changes) =>
                    changes.forEach(({ addedNodes }) => addedNodes.forEach(noteDown)),
                  ).observe(log.querySelector('.log-entries'), { childList: true, subtree: true });
                  const end = performance.now() + 240_000;
                  while (window.drawn.size < 10_000 && performance.now() < end) {
                    log.scrollTop = Math.max(0, log.scrollTop - 400);
                    await new Promise(requestAnimationFrame);
                  }
                  return log.querySelector('.log-top .hint').textContent !== '';
                }""")).isTrue();
        assertThat(ada.page().evaluate("window.drawn.size")).isEqualTo(10_000);
        double scrollingBack =
                back.report("Scrolling back through 10,000 messages").longestWork();
        double farBack = longestWorkWhileReceiving(ada, "far back");
        ada.page().locator("#to-newest").click();
        assertThat(ada.texts().last()).isInViewport();
        double atTheEnd = longestWorkWhileReceiving(ada, "at the end");

        assertThat(List.of(scrollingBack, farBack, atTheEnd))
                .as("The longest task's processor time, in ms")
                .allMatch(longest -> longest < LONGEST_FRAME_MS);
    }

    /** In the median of three rounds, in ms. */
    private double longestWorkWhileReceiving(Visitor ada, String where) {
        return IntStream.rangeClosed(1, 3)
                .mapToObj(round -> receiveWhileScrolling(ada, where + ", round " + round))
                .mapToDouble(Frames::longestWork)
                .sorted()
                .toArray()[1];
    }

    /** 50 messages a second come for five seconds, while somebody scrolls up and down among 10,000 loaded ones. */
    private Frames receiveWhileScrolling(Visitor ada, String round) {
        try (Speaker alan = new Speaker(server(), "speaker " + round.replace(",", ""), room())) {
            ada.log().hover();
            alan.keepSaying(50, LogScenarios::talk);
            Frames frames = Frames.watch(ada.page());
            for (int i = 0; i < 50; i++) {
                ada.page().mouse().wheel(0, i % 10 < 5 ? 350 : -300);
                ada.page().evaluate("() => new Promise((done) => setTimeout(done, 100))");
            }
            return frames.report("50 messages a second among 10,000, " + round);
        }
    }

    /** What people say in a long day. */
    private static String talk(int i) {
        return switch (i % 8) {
            case 0 -> "Number " + i + ": **done**, see https://build.example.org/" + i;
            case 1 ->
                "So it is, @grace. `mvn verify` says the same, and the one before it said so too, if I remember well.";
            case 2 -> "> Number " + i + "\nI do not think so";
            case 3 -> "- one\n- two\n- three";
            default ->
                "Number " + i + ". What is said in a room most of the time is a line or two without anything in it.";
        };
    }

    private void converse(Speaker grace, Speaker alan) {
        grace.say("Good morning! Has anybody looked at the build?", "It has been red since noon.");
        alan.say(
                "> Who broke the build?\nI did *not* **not**, *really*. See [the report](https://build.example.org/417), or run `mvn verify`."
                        .replace("*not* ", ""));
        grace.say("@" + name("ada") + " could you look, or @" + name("alan") + "?");
        alan.say(CODE, "Deployed :tada:", "It is ~~tomorrow~~ today. What is left:\n- the log\n- the composer");
        grace.say("/me gets a coffee");
        grace.say("<b>1 < 2 &amp; so on</b>", "    indented, as typed\n1986. was a good year", "# no heading");
        alan.say(
                "https://build.example.org/parley/417/tests?failed=true#chat.parley.history",
                "Done, it is green again.");
    }

    /** Closes her page, when it has noted down what she has read. */
    private BrowserContext leaves(Visitor ada) {
        ada.page()
                .waitForFunction(
                        "room => Object.keys(localStorage).some((key) => key.endsWith(':read')"
                                + " && JSON.parse(localStorage.getItem(key))[room]?.seq > 0)",
                        room());
        BrowserContext hers = ada.page().context();
        ada.page().close();
        return hers;
    }

    private Speaker speaker(String who) {
        return new Speaker(server(), name(who), room());
    }

    private static NewContextOptions phone() {
        return new NewContextOptions().setViewportSize(PHONE_WIDTH, 640).setHasTouch(true);
    }

    private void photographAll(Visitor visitor, String what) {
        photograph(visitor, what);
        visitor.assertAccessible();
        Page.EmulateMediaOptions dark = new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK);
        visitor.page().emulateMedia(dark);
        photograph(visitor, what + "-dark");
        visitor.assertAccessible();
        visitor.page()
                .emulateMedia(new Page.EmulateMediaOptions()
                        .setColorScheme(ColorScheme.LIGHT)
                        .setForcedColors(ForcedColors.ACTIVE)
                        .setReducedMotion(ReducedMotion.REDUCE));
        photograph(visitor, what + "-forced-colours");
        visitor.assertAccessible();
    }

    private static Locator line(Visitor visitor) {
        return visitor.log().locator(".line");
    }

    /** The text of the message that has the focus. */
    private static Locator focused(Visitor visitor) {
        return visitor.page().locator(".message:focus .message-text");
    }

    private static void press(Visitor visitor, String... keys) {
        for (String key : keys) {
            visitor.page().keyboard().press(key);
        }
    }

    private static int number(String text) {
        return Integer.parseInt(text.replaceAll("\\D", ""));
    }

    /** How tall the long message is. */
    private static double height(Visitor visitor) {
        return visitor.texts().nth(40).boundingBox().height;
    }

    private static double top(Locator locator) {
        return ((Number) locator.evaluate("node => node.getBoundingClientRect().top")).doubleValue();
    }

    private static void scrollTo(Visitor visitor, int top) {
        visitor.log()
                .evaluate(
                        "(log, top) => new Promise((done) => { log.scrollTop = top;"
                                + " requestAnimationFrame(() => requestAnimationFrame(done)); })",
                        top);
    }

    /** The first message that is seen whole. It is found again by its id, whatever is put in before it. */
    private static Locator firstInView(Visitor visitor) {
        Object id = visitor.log().evaluate("""
                log => [...log.querySelectorAll('.message')]
                  .find((node) => node.getBoundingClientRect().top >= log.getBoundingClientRect().top).id""");
        return visitor.page().locator("[id='" + id + "']");
    }

    private static void note(List<String> moved, String what, double before, double after) {
        if (Math.abs(after - before) > 1.5) {
            moved.add(what + ": " + (after - before));
        }
    }

    /** Notes down each message that appears while the log is read out. */
    private static void watchReadOut(Visitor visitor) {
        visitor.page().evaluate("""
                () => {
                  window.readOut = [];
                  new MutationObserver((changes) => {
                    for (const { addedNodes } of changes) {
                      for (const node of addedNodes) {
                        const log = node.parentElement?.closest('[role=log]');
                        if (log && node.matches?.('.message') && log.getAttribute('aria-live') !== 'off') {
                          window.readOut.push(node.textContent);
                        }
                      }
                    }
                  }).observe(document.getElementById('log-place'), { childList: true, subtree: true });
                }""");
    }

    private static List<?> readOut(Visitor visitor) {
        return (List<?>) visitor.page().evaluate("window.readOut.filter((text) => text.trim() !== '')");
    }
}
