package chat.parley.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
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
    void addSystemProperty(String name, String value) {
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
    void changeSystemProperty(String name, String value) {
        tree("server (Admin Server)");
        tab("Properties");
        row(name).locator("input[type=text][id*=':overrideVal']").fill(value);
        save();
    }

    @Override
    void logAll(String category) {
        node("configurations:server-config:loggerSetting:loggerSetting_link");
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
    void logLess(String category) {
        node("configurations:server-config:loggerSetting:loggerSetting_link");
        tab("Log Levels");
        shows("Module Log Levels");
        row(category).locator("select[id$=':level']").selectOption("INFO");
        save();
    }

    /** The driver is in the domain's libraries already. */
    @Override
    String addDataSource(Path driver, String url, String user, String password) {
        String name = "jdbc/parley";
        node("resources:JDBC:connectionPoolResources:connectionPoolResources_link");
        button("New...").click();
        named("jndiProp:name").fill("parley");
        named("resType").selectOption("javax.sql.DataSource");
        button("Next").click();
        shows("Step 2 of 2");
        named("datasourceField").fill("org.postgresql.ds.PGSimpleDataSource");
        Map<String, String> properties = Map.of("URL", url, "user", user, "password", password);
        properties.forEach((property, value) -> {
            button("Add Property").click();
            assertThat(cell("col2").first()).hasValue("");
            cell("col2").first().fill(property);
            cell("col3").first().fill(value);
        });
        photograph("data-source");
        button("Finish").click();
        listed("parley").click();
        button("Ping").click();
        shows("Ping Succeeded");
        node("resources:JDBC:jdbcResources:jdbcResources_link");
        button("New...").click();
        named("nameNew:name").fill(name);
        named("PoolName").selectOption("parley");
        button("OK").click();
        assertThat(listed(name)).isVisible();
        return name;
    }

    /** Adds somebody to the realm that is asked when people sign in. */
    void addUser(String user, String password, String group) {
        node("configurations:server-config:security:realms:file:link");
        button("Manage Users").click();
        shows("File Users");
        button("New...").click();
        named("UserId").fill(user);
        named("GroupList").fill(group);
        named("NewPassword").fill(password);
        named("ConfirmPassword").fill(password);
        photograph("user");
        button("OK").click();
        assertThat(listed(user)).isVisible();
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

    /** Something deep in the tree, without opening all that it is in. */
    private void node(String id) {
        follow(page().locator("[id='treeForm:tree:" + id + "']"), link -> link.dispatchEvent("click"));
    }

    /** The first column of most tables leads to what is in it. */
    private Locator listed(String name) {
        return page().locator("table[id*=able]")
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    /** The field or list whose identifier ends so. */
    private Locator named(String end) {
        return page().locator("[id$=':" + end + "']");
    }

    /** The line of a table that has this. */
    private Locator row(String text) {
        return page().locator("tr")
                .filter(new Locator.FilterOptions().setHas(page().locator("[value='" + text + "']")))
                .last();
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
        follow(link, Locator::click);
    }

    private void follow(Locator link, Consumer<Locator> how) {
        page().locator(".TtlTxt_sun4").evaluateAll("titles => titles.forEach(title => title.dataset.old = 'true')");
        how.accept(link);
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
