package chat.parley.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The folders of the page's modules: which may import from which. Types in comments are free. */
class ModuleLayersTest {
    private static final Path MODULES = Path.of("webapp/js").toAbsolutePath();

    /** Each from those before it; so the chat itself knows of no page and of no language. */
    private static final List<String> LAYERS = List.of("chat", "text", "shell", "log", "composer", "sides");

    private static final Pattern IMPORT =
            Pattern.compile("^(?:(?:import|export) [^'(]*|\\} from )'(\\.[^']+)';$", Pattern.MULTILINE);

    @Test
    void each_imports_from_those_before_it() throws IOException {
        try (Stream<Path> files = Files.walk(MODULES)) {
            List<String> imports = files.filter(file -> file.toString().endsWith(".js"))
                    .flatMap(ModuleLayersTest::importsOf)
                    .toList();
            assertThat(imports).hasSizeGreaterThan(100).allMatch(ModuleLayersTest::mayBe);
        }
    }

    /** As {@code log/bodies.js -> log/markup.js}. */
    private static Stream<String> importsOf(Path module) {
        try {
            return IMPORT.matcher(Files.readString(module))
                    .results()
                    .map(found -> module.resolveSibling(found.group(1)).normalize())
                    .map(imported -> MODULES.relativize(module) + " -> " + MODULES.relativize(imported));
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private static boolean mayBe(String arrow) {
        String[] ends = arrow.split(" -> ");
        String from = folder(ends[0]);
        String to = folder(ends[1]);
        boolean isPage = from.isEmpty() || from.equals("admin");
        return from.equals(to) || (LAYERS.contains(to) && (isPage || LAYERS.indexOf(to) < LAYERS.indexOf(from)));
    }

    /** Empty for the page that puts all together, and what comes before it. */
    private static String folder(String module) {
        return module.contains("/") ? module.substring(0, module.indexOf('/')) : "";
    }
}
