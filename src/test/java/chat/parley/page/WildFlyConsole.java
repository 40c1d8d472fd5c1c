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
        top("Deployments");
        page().locator("#deployment-add-actions").click();
        page().getByText("Upload Deployment").first().click();
        dialog().locator("input[type=file]").setInputFiles(war);
        photograph("deploy");
        button("Next").click();
        button("Finish").click();
        assertThat(dialog()).containsText("Deployment successful");
        photograph("deployed");
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
    void setSystemProperty(String name, String value) {
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
    void logAll(String category) {
        top("Configuration");
        choose("Subsystems");
        choose("Logging");
        view("Configuration");
        page().getByText("Categories").first().click();
        button("Add").click();
        dialog().locator("#logging-category-table-add-name-editing").fill(category);
        dialog().locator("[data-id=logging-category-table-add-level-editing]").click();
        dialog().locator(".dropdown-item")
                .getByText("DEBUG", new Locator.GetByTextOptions().setExact(true))
                .click();
        photograph("log-category");
        dialogButton("Add").click();
        assertThat(dialog()).hasCount(0);
        back();
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
