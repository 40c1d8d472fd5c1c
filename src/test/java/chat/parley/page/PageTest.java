package chat.parley.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.testing.ServerProcess;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** People in browsers at one server's page. Each scenario has a room and people of its own, and no browser may complain. */
@ExtendWith(Browser.Installed.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PageTest {
    static final int PHONE_WIDTH = 360;

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<Visitor> visitors = new ArrayList<>();
    private Browser browser;
    private ServerProcess server;
    private int scenario;

    /** A running server with Parley. */
    abstract ServerProcess startServer();

    @BeforeAll
    void begin() {
        browser = Browser.open();
        server = startServer();
    }

    @AfterAll
    void end() {
        if (server != null) {
            server.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void next() {
        scenario++;
    }

    @AfterEach
    void leave() {
        try {
            visitors.forEach(Visitor::assertNoComplaints);
        } finally {
            contexts.forEach(BrowserContext::close);
            contexts.clear();
            visitors.clear();
        }
    }

    Visitor inRoom(String who) {
        return inRoom(who, new NewContextOptions());
    }

    Visitor inRoom(String who, NewContextOptions options) {
        return inRoom(who, context(options));
    }

    Visitor inRoom(String who, BrowserContext context) {
        Visitor visitor = visitor(context).enter(server.page(), name(who));
        visitor.join(room());
        assertThat(visitor.page().locator("#room-title")).hasText(room());
        assertThat(visitor.people()).not().hasCount(0);
        return visitor;
    }

    /** Grace types until Ada is shown it: of two notices too close together the server swallows one. */
    void awaitTyping(Visitor grace, Visitor ada) {
        await().pollInSameThread().until(() -> {
            grace.type("Well, let me see. ");
            return ada.typing().textContent().equals(name("grace") + " is typing…");
        });
    }

    Visitor newcomer() {
        return visitor(context(new NewContextOptions()));
    }

    Visitor visitor(BrowserContext context) {
        Visitor visitor = new Visitor(context);
        visitors.add(visitor);
        return visitor;
    }

    /** Somebody's browser, which prefers English unless it says otherwise. */
    BrowserContext context(NewContextOptions options) {
        BrowserContext context = browser.context(options.locale == null ? options.setLocale("en-GB") : options);
        contexts.add(context);
        return context;
    }

    String name(String who) {
        return who + " " + scenario;
    }

    String room() {
        return "room-" + scenario;
    }

    void assertFitsPhone(Visitor visitor) {
        assertThat(visitor.page().evaluate("document.documentElement.scrollWidth"))
                .isEqualTo(PHONE_WIDTH);
    }

    void photograph(Visitor visitor, String what) {
        String folder = server.name().toLowerCase(Locale.ROOT);
        visitor.photograph(Path.of(System.getProperty("target.dir", "target"), "screenshots", folder, what + ".png"));
    }

    ServerProcess server() {
        return server;
    }
}
