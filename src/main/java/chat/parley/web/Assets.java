package chat.parley.web;

import jakarta.servlet.ServletContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The files the page is made of: styles, modules, and the libraries these import. They are read once, and stand under an
 * address that names what is in them all, so that a browser may keep them for good and an upgrade is seen at once.
 *
 * <p>Safe for use by all threads.
 */
final class Assets {

    /** Where {@link AssetServlet} stands. */
    static final String SERVLET = "/assets";

    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "json", "application/json");

    private static final List<Library> LIBRARIES = List.of(
            new Library("lit-html", "/_static/lit-html/", "lit-html.js"),
            new Library("marked", "/_static/marked/", "lib/marked.esm.js"),
            new Library("dompurify", "/_static/dompurify/", "dist/purify.min.js"),
            new Library("emoji-names", "/webjars/node-emoji/", "lib/emoji.json"));

    private static final Set<String> OWN_FOLDERS = Set.of("/css/", "/js/");

    /** Where each page begins. */
    private static final Map<String, String> ENTRIES = Map.of("chat", "/js/page.js", "admin", "/js/admin/page.js");

    /** What explains the modules to who works on them is a third of their bytes. */
    private static final Pattern COMMENT = Pattern.compile("(?ms)^[ \\t]*/\\*\\*.*?\\*/");

    private static final int VERSION_DIGITS = 12;

    private final SortedMap<String, Asset> byPath;
    private final String base;
    private final SortedMap<String, String> importMap;

    private Assets(ServletContext context) {
        byPath = new TreeMap<>();
        importMap = new TreeMap<>();
        OWN_FOLDERS.forEach(folder -> list(context, folder).forEach(path -> add(context, path)));
        for (Library library : LIBRARIES) {
            list(context, library.folder()).forEach(path -> add(context, path));
            importMap.putAll(library.imports(context));
        }
        base = context.getContextPath() + SERVLET + "/" + version();
    }

    /**
     * Reads them.
     *
     * @throws IllegalStateException when a library is missing in the WAR, or is there twice
     */
    static Assets of(ServletContext context) {
        return new Assets(context);
    }

    /**
     * What a page reads of them in its expressions, as types of the JDK: the expression language remembers the classes it was
     * given, and with one of ours the whole deployment after its end.
     *
     * @return {@code base}, the address under which each stands with its path in the WAR, {@code /parley/assets/0123456789ab};
     *     {@code importMap}, which tells the browser what file a library's name means in an import, as JSON;
     *     {@code modules}, the addresses of the modules that the pages {@code chat} and {@code admin} need at once
     */
    Map<String, Object> forPages() {
        return Map.of("base", base, "importMap", importMapAsJson(), "modules", modules());
    }

    private String importMapAsJson() {
        return importMap.entrySet().stream()
                .map(entry -> "\"%s\":\"%s%s\"".formatted(entry.getKey(), base, entry.getValue()))
                .collect(Collectors.joining(",", "{\"imports\":{", "}}"));
    }

    private Map<String, List<String>> modules() {
        ModuleGraph graph = new ModuleGraph(
                path -> byPath.containsKey(path) ? byPath.get(path).content(false) : null, importMap);
        return ENTRIES.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> graph.from(entry.getValue()).stream()
                                .map(path -> base + path)
                                .toList()));
    }

    /**
     * The file a browser asks for.
     *
     * @param path behind {@link #SERVLET} and a slash: a version and a path in the WAR, {@code 0123456789ab/css/base.css}
     */
    @Nullable
    Found find(String path) {
        int end = path.indexOf('/');
        Asset asset = end < 0 ? null : byPath.get(path.substring(end));
        return asset == null ? null : new Found(asset, base.endsWith("/" + path.substring(0, end)));
    }

    /** A file, as it is and compressed. */
    static final class Asset {
        private final String type;
        private final byte[] content;
        private final byte[] gzipped;

        private Asset(String type, byte[] content) {
            this.type = type;
            this.content = content;
            this.gzipped = gzip(content);
        }

        /** Its media type. */
        String type() {
            return type;
        }

        /** Its bytes, which nobody may change. */
        byte[] content(boolean asGzip) {
            return asGzip ? gzipped : content;
        }
    }

    /**
     * What was asked for.
     *
     * @param current whether it is what that version had; after an upgrade a page that is still open asks for the one before
     */
    record Found(Asset asset, boolean current) {}

    /**
     * A library that the build laid into the WAR.
     *
     * @param name what modules import
     * @param folder where it has one folder for its version
     * @param entry the file the name means
     */
    private record Library(String name, String folder, String entry) {

        /** What an import map says of it, with paths in the WAR. */
        private Map<String, String> imports(ServletContext context) {
            String versioned = in(context);
            return Map.of(name, versioned + entry, name + "/", versioned);
        }

        /** The one folder with a version. */
        private String in(ServletContext context) {
            Set<String> versions = context.getResourcePaths(folder);
            if (versions == null || versions.size() != 1) {
                throw new IllegalStateException(folder + " should be in this WAR once: " + versions);
            }
            return versions.iterator().next();
        }
    }

    private void add(ServletContext context, String path) {
        String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        if (type == null) {
            return;
        }
        try (InputStream stream = context.getResourceAsStream(path)) {
            byte[] content = stream.readAllBytes();
            byPath.put(path, new Asset(type, isModule(path) ? withoutComments(content) : content));
        } catch (IOException failure) {
            throw new UncheckedIOException("Can't read " + path + " in this WAR", failure);
        }
    }

    private static boolean isModule(String path) {
        return path.startsWith("/js/") && path.endsWith(".js");
    }

    /** Leaves the ends of their lines, so that a browser tells of a fault where it stands in the source. */
    static byte[] withoutComments(byte[] module) {
        String text = new String(module, StandardCharsets.UTF_8);
        return COMMENT.matcher(text)
                .replaceAll(comment -> comment.group().replaceAll("[^\n]", ""))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream gzipped = new ByteArrayOutputStream();
        try (GZIPOutputStream stream = new GZIPOutputStream(gzipped)) {
            stream.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return gzipped.toByteArray();
    }

    private static Stream<String> list(ServletContext context, String folder) {
        Set<String> paths = context.getResourcePaths(folder);
        return paths == null
                ? Stream.empty()
                : paths.stream().flatMap(path -> path.endsWith("/") ? list(context, path) : Stream.of(path));
    }

    private String version() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byPath.forEach((path, asset) -> {
                digest.update(path.getBytes(StandardCharsets.UTF_8));
                digest.update(asset.content(false));
            });
            return HexFormat.of().formatHex(digest.digest()).substring(0, VERSION_DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
