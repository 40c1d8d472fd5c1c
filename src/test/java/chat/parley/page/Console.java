package chat.parley.page;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;

/**
 * A server's own console in a browser, used as docs/OPERATIONS.md says, by the names that stand there. Each step returns when the
 * console says that it is done.
 */
abstract class Console {
    private final Page page;
    private final Path folder;

    /** Takes its photographs into that folder. */
    Console(BrowserContext context, Path folder) {
        // They look for newer versions of themselves, and tell somebody that they are used
        context.route(address -> !address.startsWith("http://127.0.0.1:"), route -> route.abort());
        page = context.newPage();
        page.onDialog(dialog -> dialog.accept());
        this.folder = folder;
    }

    /** Opens it at the address, and waits until it can be used. */
    abstract void open(String address);

    /** Installs a WAR that is not there yet. */
    abstract void deploy(Path war);

    /** Puts another version of Parley in place of the one that runs. */
    abstract void upgrade(Path war);

    /** Sets a system property that is not set yet. */
    abstract void addSystemProperty(String name, String value);

    /** Changes one that is set. */
    abstract void changeSystemProperty(String name, String value);

    /** Has everything of a category logged that has no level yet. */
    abstract void logAll(String category);

    /** Has no more than usual logged of a category that has a level. */
    abstract void logLess(String category);

    /**
     * Makes a data source for PostgreSQL that Parley can use.
     *
     * @return its JNDI name
     */
    abstract String addDataSource(Path driver, String url, String user, String password);

    /** Takes Parley away. */
    abstract void undeploy();

    Page page() {
        return page;
    }

    void photograph(String what) {
        page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(what + ".png")));
    }

    /** Does it again until it has worked: what a console shows it may draw anew under the pointer. */
    static void until(BooleanSupplier works, Runnable step) {
        Awaitility.await().pollInSameThread().until(() -> {
            step.run();
            return works.getAsBoolean();
        });
    }
}
