package chat.parley.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which modules a module needs before it runs: those it imports, those they import, and so on. A browser that is told of them
 * beforehand need not learn of each from the one before. What is imported when it is needed is not among them.
 */
final class ModuleGraph {

    /** {@code import 'a'}, {@code import { b } from 'a'} and {@code export { b } from 'a'}, minified or not. */
    private static final Pattern IMPORT = Pattern.compile("\\b(?:import|from)\\s*([\"'])([^\"']+)\\1");

    private final Function<String, byte @Nullable []> source;
    private final Map<String, String> importMap;

    /**
     * Of some modules.
     *
     * @param source the module under a path, null where there is none
     * @param importMap paths for bare names, and for names that end in a slash, as in an import map
     */
    ModuleGraph(Function<String, byte @Nullable []> source, Map<String, String> importMap) {
        this.source = source;
        this.importMap = importMap;
    }

    /** Their paths, the given one first; a path that names nothing is left out. */
    List<String> from(String path) {
        Set<String> needed = new LinkedHashSet<>();
        visit(path, needed);
        return List.copyOf(needed);
    }

    private void visit(String path, Set<String> needed) {
        byte[] module = source.apply(path);
        if (module == null || !needed.add(path)) {
            return;
        }
        Matcher imports = IMPORT.matcher(new String(module, StandardCharsets.UTF_8));
        imports.results()
                .map(found -> resolve(path, found.group(2)))
                .filter(Objects::nonNull)
                .forEach(imported -> visit(imported, needed));
    }

    private @Nullable String resolve(String importer, String name) {
        if (name.startsWith("./") || name.startsWith("../")) {
            return URI.create(importer).resolve(name).getPath();
        }
        String exact = importMap.get(name);
        int folder = name.indexOf('/') + 1;
        String base = importMap.get(name.substring(0, folder));
        return exact != null || base == null ? exact : base + name.substring(folder);
    }
}
