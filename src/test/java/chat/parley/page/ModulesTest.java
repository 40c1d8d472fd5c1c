package chat.parley.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs the tests of the page's modules, {@code src/test/js}, in the browser they are made for. No server is involved:
 * the browser's requests are answered from this source tree.
 */
@ExtendWith(Browser.Installed.class)
class ModulesTest {
    private static final Path TESTS = Path.of("src/test/js");
    private static final String ORIGIN = "http://parley.test/";

    /** The first part of the path of a library's file; {@code empty.html} tells which file a library's name means. */
    private static final String LIBRARY = "library";

    /** Where the first part of a URL's path lies. */
    private static final Map<String, Path> FOLDERS =
            Map.of("page", Path.of("webapp"), "test", TESTS, "docs", Path.of("docs"));

    private static final Map<String, String> TYPES =
            Map.of("js", "text/javascript", "mjs", "text/javascript", "html", "text/html");

    private static Browser browser;

    @BeforeAll
    static void open() {
        browser = Browser.open();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @TestFactory
    List<DynamicNode> modules() throws IOException {
        try (Stream<Path> files = Files.list(TESTS)) {
            List<DynamicNode> modules = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".test.js"))
                    .sorted()
                    .map(ModulesTest::module)
                    .toList();
            assertThat(modules).as("test modules").hasSizeGreaterThan(5);
            return modules;
        }
    }

    /** Each test is named by a sentence; what it failed with, if it did, is text. */
    private static DynamicNode module(String name) {
        try (BrowserContext context = browser.context()) {
            context.route(ORIGIN + "**", ModulesTest::answer);
            Page page = context.newPage();
            page.navigate(ORIGIN + "test/empty.html");
            List<?> results = (List<?>)
                    page.evaluate("async (name) => (await import('/test/harness.js')).run('/test/' + name)", name);
            assertThat(results).as(name).isNotEmpty();
            return dynamicContainer(
                    name, results.stream().map(result -> (Map<?, ?>) result).map(ModulesTest::result));
        }
    }

    private static DynamicNode result(Map<?, ?> result) {
        String name = (String) result.get("name");
        return dynamicTest(
                name, () -> assertThat(result.get("failure")).as(name).isNull());
    }

    private static void answer(Route route) {
        String path = URI.create(route.request().url()).getPath();
        String[] parts = path.split("/", 3);
        String suffix = path.substring(path.lastIndexOf('.') + 1);
        route.fulfill(new Route.FulfillOptions()
                .setBodyBytes(parts[1].equals(LIBRARY) ? library(parts[2]) : file(parts[1], parts[2]))
                .setContentType(TYPES.getOrDefault(suffix, "text/plain") + ";charset=UTF-8"));
    }

    private static byte[] file(String folder, String path) {
        try {
            return Files.readAllBytes(FOLDERS.get(folder).resolve(path));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What a library's jar has in the folder of its version: of {@code marked/lib/marked.esm.js} all behind the first slash. */
    private static byte[] library(String path) {
        String[] parts = path.split("/", 2);
        try (InputStream pom = resource("META-INF/maven/org.mvnpm/" + parts[0] + "/pom.properties")) {
            Properties properties = new Properties();
            properties.load(pom);
            String version = properties.getProperty("version");
            try (InputStream stream =
                    resource("META-INF/resources/_static/" + parts[0] + "/" + version + "/" + parts[1])) {
                return stream.readAllBytes();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(ModulesTest.class.getClassLoader().getResourceAsStream(name), name);
    }
}
