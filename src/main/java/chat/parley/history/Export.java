package chat.parley.history;

import chat.parley.history.Tables.RoomRow;
import chat.parley.model.Event;
import chat.parley.protocol.ServerMessage;
import chat.parley.protocol.ServerMessageEncoder;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;

/** Writes a room out, a page at a time. */
final class Export {
    private static final int PAGE = 1_000;

    private Export() {}

    /** The new file, with the room's events as they are when this begins. */
    static Path of(RoomRow room, Readers readers, Path directory, Instant now) throws IOException {
        Files.createDirectories(directory);
        Path file = directory.resolve(room.id() + "-" + now.toEpochMilli() + ".jsonl");
        ServerMessageEncoder encoder = new ServerMessageEncoder();
        try (Writer out = Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW)) {
            for (long first = room.firstSeq(); first <= room.lastSeq(); first += PAGE) {
                long from = first;
                long last = Math.min(room.lastSeq(), first + PAGE - 1);
                List<Event> page = readers.now(c -> EventTable.events(c, room.id(), room.name(), from, last));
                for (Event event : page) {
                    out.write(encoder.encode(ServerMessage.Logged.of(event)));
                    out.write('\n');
                }
            }
        }
        return file;
    }
}
