package chat.parley.page;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The Chromium of this system, without a window. Playwright brings none of its own.
 *
 * <p>For one thread, which opened it.
 */
final class Browser implements AutoCloseable {
    /** Longer than the longest wait between two tries, and a server's slow first minute. */
    private static final double PATIENCE_MS = 60_000;

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private static final String MISSING = "The page was not tested: there is no Chromium on the PATH."
            + " Install one (apt-get install chromium) or name one in PARLEY_CHROMIUM.";

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Path executable) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(ARGUMENTS));
    }

    /** Skips tests where there is no Chromium, and says so; not where {@code PARLEY_BROWSER_REQUIRED} is {@code true}. */
    static final class Installed implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            boolean required = Boolean.parseBoolean(System.getenv("PARLEY_BROWSER_REQUIRED"));
            if (required || executable().isPresent()) {
                return ConditionEvaluationResult.enabled("");
            }
            // Maven counts what is skipped, and keeps the reason to itself
            System.err.println(MISSING);
            return ConditionEvaluationResult.disabled(MISSING);
        }
    }

    /** Fails where there is no Chromium. */
    static Browser open() {
        return new Browser(executable().orElseThrow(() -> new AssertionError(MISSING)));
    }

    /** Somebody's browser: cookies, storage and settings are shared by its tabs and by nobody else. */
    BrowserContext context(com.microsoft.playwright.Browser.NewContextOptions options) {
        BrowserContext context = chromium.newContext(options);
        context.setDefaultTimeout(PATIENCE_MS);
        return context;
    }

    BrowserContext context() {
        return context(new com.microsoft.playwright.Browser.NewContextOptions());
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static Optional<Path> executable() {
        String chosen = System.getenv("PARLEY_CHROMIUM");
        if (chosen != null) {
            return Optional.of(Path.of(chosen));
        }
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
