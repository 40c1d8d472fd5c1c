package chat.parley.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A person at the page, in one tab. Finds everything as an assistive technology does, by role and label, and keeps what
 * the browser complained about.
 */
final class Visitor {
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    Visitor(BrowserContext context) {
        page = context.newPage();
        page.onPageError(complaints::add);
        page.onDialog(dialog -> {
            complaints.add("Dialog: " + dialog.message());
            dialog.dismiss();
        });
        page.onConsoleMessage(message -> {
            boolean lostConnection = message.text().contains("WebSocket connection to");
            // What was answered is looked at below.
            boolean answered = message.text().contains("Failed to load resource");
            if (message.type().equals("error") && !lostConnection && !answered) {
                complaints.add(message.text());
            }
        });
        page.onRequest(request -> {
            if (!URI.create(request.url()).getHost().equals("127.0.0.1")) {
                complaints.add("Request to another host: " + request.url());
            }
        });
        page.onResponse(response -> {
            // With that a stranger is shown the page that signs people in.
            boolean asked = response.status() == 401 && response.request().isNavigationRequest();
            if (response.status() >= 400 && !asked) {
                complaints.add(response.status() + " " + response.url());
            }
        });
    }

    Page page() {
        return page;
    }

    /** Opens the page and comes in under a name. */
    Visitor enter(URI address, String name) {
        open(address);
        choose(name);
        becomesConnected();
        return this;
    }

    /** Opens a page and waits until it has its words, and so listens. */
    Visitor open(URI address) {
        page.navigate(address.toString());
        assertThat(page.locator("[data-text]:empty")).hasCount(0);
        return this;
    }

    /** Sends name and password, from the page that asks for them. */
    void signIn(String user, String password) {
        page.getByLabel("User name").fill(user);
        page.getByLabel("Password").fill(password);
        button("Sign in").click();
    }

    void choose(String name) {
        page.getByLabel("Your name").fill(name);
        button("Start chatting").click();
    }

    void join(String room) {
        showRooms();
        page.getByLabel("Join another room").fill(room);
        button("Join").click();
    }

    void look(String room) {
        showRooms();
        rooms().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(room))
                .click();
    }

    /** On a phone rooms are in a drawer. */
    void showRooms() {
        Locator opener = page.locator("#show-rooms");
        if (opener.isVisible() && !rooms().isVisible()) {
            opener.click();
        }
    }

    void say(String text) {
        Locator box = box();
        box.fill(text);
        box.press("Enter");
    }

    /** Writes into the box as slowly as a person. */
    void type(String text) {
        box().pressSequentially(text, new Locator.PressSequentiallyOptions().setDelay(80));
    }

    Locator box() {
        return page.getByLabel("Your message");
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator log() {
        return page.getByRole(AriaRole.LOG);
    }

    /** The texts of all messages in the room one looks at. */
    Locator texts() {
        return log().locator(".message-text");
    }

    /** Those of the messages that the server has told. What one has just said is shown before. */
    Locator said() {
        return log().locator("[data-state=said]");
    }

    Locator people() {
        return page.locator("#people li bdi");
    }

    Locator rooms() {
        return page.locator("#rooms");
    }

    Locator state() {
        return page.locator("#state");
    }

    Locator typing() {
        return page.locator("#typing");
    }

    /** Waits until the room one looks at shows exactly these, once, in this order. */
    void reads(String... texts) {
        assertThat(texts()).hasText(texts);
    }

    void becomesConnected() {
        stateBecomes("Connected");
    }

    void stateBecomes(String words) {
        assertThat(state()).containsText(words);
    }

    /** Fails when axe finds what would keep somebody from using the page as it now is. */
    void assertAccessible() {
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .filteredOn(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
                .as("What axe finds at %s", page.url())
                .extracting(rule -> rule.getId() + ": " + rule.getNodes())
                .isEmpty();
    }

    /** Fails when the browser complained: a script failed, something was not found, or broke the page's own policy. */
    void assertNoComplaints() {
        assertThat(complaints).isEmpty();
    }

    void photograph(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }
}
