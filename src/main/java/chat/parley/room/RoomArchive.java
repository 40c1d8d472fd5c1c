package chat.parley.room;

import chat.parley.model.RoomName;
import chat.parley.settings.Retention;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What an administrator does with what is kept. The calls block, for as long as the work takes. */
public interface RoomArchive {
    /**
     * Writes all events of a room as JSON Lines, an object as in the protocol's {@code message} or {@code deleted} each, into a new file in the
     * exports directory of {@code parley.home}. Takes the same memory however many there are.
     *
     * @throws LogException if there is no such room, or the log cannot be read
     * @throws IOException if the file cannot be written
     */
    Path export(RoomName room) throws IOException;

    /**
     * Copies the whole database, while it is used, into a new file in the directory {@code backups} of {@code parley.home}.
     *
     * @throws LogException if the database is no file, or cannot be copied
     * @throws IOException if the directory cannot be made
     */
    Path backUp() throws IOException;

    /**
     * Sets how long a room's messages are kept.
     *
     * @param retention null: as the setting says for all
     * @throws LogException if there is no such room, or the log cannot be written
     */
    void retain(RoomName room, @Nullable Retention retention);
}
