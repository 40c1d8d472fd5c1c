package chat.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModuleGraphTest {

    private final Map<String, byte[]> modules = new HashMap<>();

    @Test
    void what_a_module_imports_is_needed_and_what_that_imports() {
        module("/js/page.js", "import { a, b } from './chat/a.js';\nimport './theme.js';");
        module("/js/chat/a.js", "import {\n  c,\n} from '../chat/c.js';\nexport { d } from './d.js';");
        module("/js/chat/c.js", "");
        module("/js/chat/d.js", "");
        module("/js/theme.js", "");

        assertThat(needed())
                .containsExactly("/js/page.js", "/js/chat/a.js", "/js/chat/c.js", "/js/chat/d.js", "/js/theme.js");
    }

    @Test
    void libraries_stand_where_the_import_map_says_and_may_be_minified() {
        module("/js/page.js", "import { html } from 'lit';\nimport { live } from \"lit/parts/live.js\";");
        module("/lib/lit/3/lit.js", "export{a as html};");
        module(
                "/lib/lit/3/parts/live.js",
                "import{html as t}from\"../lit.js\";import{x}from\"../part.js\";export{t}from\"../more.js\"");
        module("/lib/lit/3/part.js", "");
        module("/lib/lit/3/more.js", "");

        assertThat(needed())
                .containsExactly(
                        "/js/page.js",
                        "/lib/lit/3/lit.js",
                        "/lib/lit/3/parts/live.js",
                        "/lib/lit/3/part.js",
                        "/lib/lit/3/more.js");
    }

    @Test
    void modules_that_need_each_other_are_named_once() {
        module("/js/page.js", "import './a.js'");
        module("/js/a.js", "import './page.js'");

        assertThat(needed()).containsExactly("/js/page.js", "/js/a.js");
    }

    @Test
    void what_is_fetched_later_or_is_not_there_or_only_reads_like_an_import_is_left_out() {
        module("/js/page.js", """
                import './nosuch.js';
                import 'unknown';
                const later = await import('./later.js');
                const words = `from ${'./later.js'}`, sender = Array.from('./later.js');
                """);
        module("/js/later.js", "");

        assertThat(needed()).containsExactly("/js/page.js");
    }

    private void module(String path, String text) {
        modules.put(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> needed() {
        Map<String, String> importMap = Map.of("lit", "/lib/lit/3/lit.js", "lit/", "/lib/lit/3/");
        return new ModuleGraph(modules::get, importMap).from("/js/page.js");
    }
}
