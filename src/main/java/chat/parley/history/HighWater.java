package chat.parley.history;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Remembers in a file beside the database how far the log had come, so that a database put back from an older backup is
 * noticed. Its rooms then begin new epochs: a client that has seen what is no longer there must not take what is said next for
 * what it knows. Written every few seconds, so a step back by less goes unnoticed.
 */
final class HighWater {
    private static final Logger LOG = System.getLogger("chat.parley.history");

    private final Path file;

    HighWater(Path home) {
        file = home.resolve("parley.high-water");
    }

    /** Begins new epochs when the log ends before where it had come. */
    boolean check(Connection connection) throws SQLException {
        boolean back = Tables.countSeqs(connection) < read();
        if (back) {
            Tables.renewEpochs(connection);
            LOG.log(
                    Level.WARNING,
                    "The history ends before it did when Parley ran last; was it put back from a backup?"
                            + " All rooms begin anew for those who come back to them");
        }
        return back;
    }

    private long read() {
        try {
            return Long.parseLong(Files.readString(file).strip());
        } catch (NoSuchFileException firstRun) {
            return 0;
        } catch (IOException | NumberFormatException unreadable) {
            LOG.log(Level.WARNING, "Not readable, and so passed over: {0}", file);
            return 0;
        }
    }

    /** The log has come so far. */
    void remember(long seqs) {
        try {
            Files.createDirectories(file.getParent());
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, Long.toString(seqs));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "Not written: " + file, e);
        }
    }
}
