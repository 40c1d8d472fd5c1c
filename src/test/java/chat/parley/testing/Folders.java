package chat.parley.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What the servers' own directories need: copies, and files that appear all at once. */
final class Folders {
    private Folders() {}

    /** A place in that folder where nothing is yet: earlier servers, whose logs stay, may have had the same port. */
    static Path unused(Path folder, String name) {
        return Stream.iterate(1, number -> number + 1)
                .map(number -> folder.resolve(number == 1 ? name : name + "-" + number))
                .filter(Files::notExists)
                .findFirst()
                .orElseThrow();
    }

    /** Copies a tree; the target must not exist. */
    static void copy(Path source, Path target) {
        try (Stream<Path> tree = Files.walk(source)) {
            for (Path each : (Iterable<Path>) tree::iterator) {
                Files.copy(each, target.resolve(source.relativize(each)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("Copying " + source + " to " + target, failed);
        }
    }

    /** Puts a file where a scanner looks: never seen half written, and newer than what was there before. */
    static void drop(Path source, Path target) {
        try {
            Path beside = target.resolveSibling("." + target.getFileName() + ".part");
            Files.copy(source, beside, StandardCopyOption.REPLACE_EXISTING);
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException("Dropping " + source + " at " + target, failed);
        }
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The text of the file, empty when there is none. */
    static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The files of a folder whose name starts so, in the order of their names. */
    static List<Path> startingWith(Path folder, String start) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(start))
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A new, empty folder for as long as the tests run. */
    static Path temporary(String name) {
        try {
            return Files.createTempDirectory(name);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Deletes a folder with all that is in it. */
    static void deleteTree(Path folder) {
        try (Stream<Path> tree = Files.walk(folder)) {
            tree.sorted(Comparator.reverseOrder()).forEach(Folders::delete);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
