package chat.parley.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.impl.driver.Driver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The types in the comments of the page's modules hold, by the TypeScript compiler in strict mode. It checks, and makes
 * nothing. It runs on the Node.js that Playwright brings; nothing of either is in the WAR.
 */
class TypesTest {

    @Test
    void the_types_of_the_modules_hold() throws IOException, InterruptedException {
        Path node = Driver.ensureDriverInstalled(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"), false)
                .driverDir()
                .resolve("node");
        Process process = new ProcessBuilder(node.toString(), compiler().toString(), "--project", "src/test/js")
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(output).isEmpty();
        assertThat(process.waitFor()).isZero();
    }

    /** The build unpacks it, for it reads its own files. */
    private static Path compiler() throws IOException {
        Path libraries = Path.of(System.getProperty("target.dir", "target"), "libraries");
        try (Stream<Path> files = Files.walk(libraries)) {
            List<Path> found = files.filter(file -> file.endsWith("lib/tsc.js")).toList();
            assertThat(found).as("TypeScript compilers in " + libraries).hasSize(1);
            return found.get(0);
        }
    }
}
