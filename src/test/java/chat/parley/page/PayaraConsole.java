package chat.parley.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Payara's, at port 4848. It starts when it is first asked for. */
final class PayaraConsole extends Console {
    /** As long as a server may take to start, for the console is one more application then. */
    private static final double START_MS = 180_000;

    PayaraConsole(BrowserContext context, Path folder) {
        super(context, folder);
    }

    @Override
    void open(String address) {
        page().navigate(address);
        assertThat(page().getByText("Payara Server Console - Common Tasks").first())
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(START_MS));
    }

    @Override
    void deploy(Path war) {
        tree("Applications");
        shows("Deployed Applications (0)");
        button("Deploy...").click();
        upload(war, "deploy");
        photograph("deployed");
    }

    @Override
    void upgrade(Path war) {
        tree("Applications");
        shows("Deployed Applications (1)");
        page().getByText("Redeploy", new Page.GetByTextOptions().setExact(true)).click();
        upload(war, "upgrade");
    }

    /** The page for that is the only one in a frame. */
    private void upload(Path war, String what) {
        FrameLocator frame = page().frameLocator("iframe");
        frame.locator("input[type=file]").setInputFiles(war);
        photograph(what);
        frame.locator("input[value*=OK]").first().click();
        shows("Deployed Applications (1)");
    }

    @Override
    void setSystemProperty(String name, String value) {
        tree("server (Admin Server)");
        tab("Properties");
        button("Add Property").click();
        assertThat(cell("col2").first()).hasValue("");
        cell("col2").first().fill(name);
        cell("overrideVal").first().fill(value);
        photograph("system-property");
        save();
    }

    @Override
    void logAll(String category) {
        page().locator("[id='treeForm:tree:configurations:server-config:server-config_turner']")
                .click();
        follow(page().locator("[id^='treeForm:tree:configurations:server-config:']")
                .getByText("Logger Settings", new Locator.GetByTextOptions().setExact(true)));
        tab("Log Levels");
        shows("Module Log Levels");
        button("Add Logger").click();
        assertThat(cell("col2").first()).hasValue("");
        cell("col2").first().fill(category);
        page().locator("select[id$=':level']").first().selectOption("FINE");
        photograph("log-category");
        save();
    }

    @Override
    void undeploy() {
        tree("Applications");
        shows("Deployed Applications (1)");
        page().locator("[id*=deployTable] input[type=checkbox]").first().check();
        photograph("undeploy");
        button("Undeploy").click();
        shows("Deployed Applications (0)");
    }

    private void save() {
        button("Save").click();
        shows("New values successfully saved.");
    }

    private void tree(String name) {
        follow(page().locator("[id^='treeForm:tree']")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name))
                .last());
    }

    private void tab(String name) {
        follow(page().getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^\\s*" + name + "\\s*$")))
                .last());
    }

    /** Clicks, and waits until what was shown is gone: the same page may come again, and take what was begun on it away. */
    private void follow(Locator link) {
        page().locator(".TtlTxt_sun4").evaluateAll("titles => titles.forEach(title => title.dataset.old = 'true')");
        link.click();
        assertThat(page().locator("[data-old]")).hasCount(0);
    }

    private Locator cell(String column) {
        return page().locator("input[type=text][id*=':rowGroup1:'][id*=':" + column + "']");
    }

    private Locator button(String name) {
        return page().locator("input[type=submit][value*='" + name + "']").first();
    }

    private void shows(String words) {
        assertThat(page().getByText(words).first()).isVisible();
    }
}
