package chat.parley.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** webapp/asyncapi.yaml as maps and lists, with references followed. */
final class AsyncApi {

    private final Map<String, Object> document;

    private AsyncApi(Map<String, Object> document) {
        this.document = document;
    }

    static AsyncApi read() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            return new AsyncApi(
                    new Yaml(new SafeConstructor(options)).load(Files.readString(Path.of("webapp/asyncapi.yaml"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a path leads to, as {@code map("components", "messages")}. */
    Map<String, Object> map(String... path) {
        Map<String, Object> here = document;
        for (String step : path) {
            here = map(here, step);
        }
        return here;
    }

    /** One entry of a map, a reference replaced by what it refers to. */
    @SuppressWarnings("unchecked")
    Map<String, Object> map(Map<String, Object> parent, String key) {
        if (!parent.containsKey(key)) {
            throw new AssertionError("no " + key + " in " + parent.keySet());
        }
        return followed((Map<String, Object>) parent.get(key));
    }

    Map<String, Object> followed(Map<String, Object> node) {
        if (node.get("$ref") instanceof String reference) {
            if (!reference.startsWith("#/")) {
                throw new AssertionError("not of this document: " + reference);
            }
            return followed(map(reference.substring(2).split("/")));
        }
        return node;
    }

    /** Where a reference leads, its last step; empty where there is none. */
    static String referred(Map<String, Object> node) {
        return node.get("$ref") instanceof String reference ? reference.substring(reference.lastIndexOf('/') + 1) : "";
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> maps(Map<String, Object> parent, String key) {
        return (List<Map<String, Object>>) parent.getOrDefault(key, List.of());
    }

    @SuppressWarnings("unchecked")
    static List<String> strings(Map<String, Object> parent, String key) {
        return (List<String>) parent.getOrDefault(key, List.of());
    }
}
