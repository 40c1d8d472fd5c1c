package chat.parley.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/** WildFly's, at port 9990. */
final class WildFlyConsole extends Console {
    private static final Pattern ACTIVE = Pattern.compile(".*\\bactive\\b.*");
    private static final Pattern SELECTED = Pattern.compile(".*\\bselected\\b.*");

    WildFlyConsole(BrowserContext context, Path folder) {
        super(context, folder);
    }

    @Override
    void open(String address) {
        page().navigate(address);
        assertThat(page().locator("#tlc-deployments")).isVisible();
    }

    @Override
    void deploy(Path war) {
        upload(war);
        photograph("deployed");
        close();
    }

    private void upload(Path file) {
        top("Deployments");
        page().locator("#deployment-add-actions").click();
        page().getByText("Upload Deployment").first().click();
        dialog().locator("input[type=file]").setInputFiles(file);
        button("Next").click();
        button("Finish").click();
        assertThat(dialog()).containsText("Deployment successful");
    }

    private void close() {
        button("Close").click();
        assertThat(dialog()).hasCount(0);
    }

    @Override
    void upgrade(Path war) {
        top("Deployments");
        deployment("Replace");
        dialog().locator("input[type=file]").setInputFiles(war);
        photograph("upgrade");
        button("Replace").click();
        assertThat(dialog()).hasCount(0);
        assertThat(page().getByText("successfully replaced").first()).isVisible();
    }

    @Override
    void addSystemProperty(String name, String value) {
        top("Configuration");
        view("System Properties");
        button("Add").click();
        dialog().locator("#system-property-add-name-editing").fill(name);
        dialog().locator("#system-property-add-value-editing").fill(value);
        photograph("system-property");
        dialogButton("Add").click();
        assertThat(dialog()).hasCount(0);
        back();
    }

    @Override
    void changeSystemProperty(String name, String value) {
        top("Configuration");
        view("System Properties");
        edit(name);
        page().locator("#system-property-form-value-editing").fill(value);
        save();
    }

    @Override
    void logAll(String category) {
        viewLogCategories();
        button("Add").click();
        dialog().locator("#logging-category-table-add-name-editing").fill(category);
        level(dialog(), "logging-category-table-add-level-editing", "DEBUG");
        photograph("log-category");
        dialogButton("Add").click();
        assertThat(dialog()).hasCount(0);
        back();
    }

    @Override
    void logLess(String category) {
        viewLogCategories();
        edit(category);
        level(page().locator("body"), "logging-category-form-level-editing", "INFO");
        save();
    }

    private void viewLogCategories() {
        top("Configuration");
        choose("Subsystems");
        choose("Logging");
        view("Configuration");
        page().getByText("Categories").first().click();
    }

    private static void level(Locator form, String list, String level) {
        form.locator("[data-id=" + list + "]").click();
        form.locator(".dropdown-item:visible")
                .getByText(level, new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    @Override
    String addDataSource(Path driver, String url, String user, String password) {
        String name = "java:jboss/datasources/Parley";
        upload(driver);
        close();
        top("Configuration");
        choose("Subsystems");
        choose("Datasources & Drivers");
        choose("Datasources");
        page().locator("#ds-configuration-add-actions").click();
        page().locator("#ds-configuration-add").click();
        dialog().locator("input[value=postgresql]").check();
        button("Next").click();
        field("names", "name").fill("Parley");
        field("names", "jndi-name").fill(name);
        button("Next").click();
        field("driver", "driver-name").fill(driver.getFileName().toString());
        // Its offers would lie over the button
        field("driver", "driver-name").press("Tab");
        button("Next").click();
        field("connection", "connection-url").fill(url);
        field("connection", "user-name").fill(user);
        field("connection", "password").fill(password);
        photograph("data-source");
        button("Next").click();
        assertThat(dialog()).containsText("Test Connection");
        button("Next").click();
        button("Finish").click();
        assertThat(dialog()).containsText("successful");
        close();
        return name;
    }

    private Locator field(String step, String name) {
        return dialog().locator("#ds-configuration-" + step + "-form-" + name + "-editing");
    }

    @Override
    void undeploy() {
        top("Deployments");
        deployment("Undeploy");
        photograph("undeploy");
        dialogButton("Yes").click();
        assertThat(dialog()).hasCount(0);
        assertThat(item("parley.war")).hasCount(0);
    }

    /** One of the tabs on top. */
    private void top(String name) {
        page().locator("#tlc-" + name.toLowerCase(Locale.ROOT)).click();
    }

    /** Chooses a line of a table and begins to change what it has. */
    private void edit(String line) {
        Locator row = page().locator("tr:visible")
                .filter(new Locator.FilterOptions()
                        .setHas(page().locator("td").getByText(line, new Locator.GetByTextOptions().setExact(true))));
        Locator edit = page().locator("a:visible").getByText("Edit");
        until(edit::isVisible, () -> {
            if (!SELECTED.matcher(row.getAttribute("class")).matches()) {
                row.locator("td").first().click();
            }
        });
        edit.click();
    }

    private void save() {
        button("Save").click();
        assertThat(page().getByText("successfully modified").first()).isVisible();
        back();
    }

    private void back() {
        page().getByText("Back").first().click();
    }

    private Locator item(String name) {
        return page().locator(".finder-item")
                .filter(new Locator.FilterOptions()
                        .setHas(page().locator(".item-text")
                                .getByText(name, new Locator.GetByTextOptions().setExact(true))));
    }

    /** An item in one of the columns. */
    private Locator choose(String name) {
        Locator item = item(name).last();
        until(
                () -> ACTIVE.matcher(item.getAttribute("class")).matches(),
                () -> item.locator(".item-text").click());
        return item;
    }

    private void view(String name) {
        choose(name).getByText("View").click();
    }

    /** What stands in the menu beside View. */
    private void deployment(String action) {
        Locator item = choose("parley.war");
        item.locator(".dropdown-toggle").click();
        item.getByText(action, new Locator.GetByTextOptions().setExact(true)).click();
    }

    private Locator dialog() {
        return page().locator(".modal.in:not(#about-modal)");
    }

    private Locator dialogButton(String name) {
        return dialog().locator(".modal-footer button:visible")
                .getByText(name, new Locator.GetByTextOptions().setExact(true));
    }

    private Locator button(String name) {
        return page().locator("button:visible")
                .filter(new Locator.FilterOptions().setHasText(name))
                .last();
    }
}
