package chat.parley.room;

import chat.parley.model.RoomName;
import chat.parley.protocol.ServerMessage;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** What an administrator tells people, as a notice that is not kept. Safe for use by all threads. */
@Singleton
public class Announcements {
    /** In Unicode code points. */
    public static final int MAX_LENGTH = 1_000;

    private final Connections connections;
    private final Rooms rooms;

    @Inject
    Announcements(Connections connections, Rooms rooms) {
        this.connections = connections;
        this.rooms = rooms;
    }

    /**
     * Tells everybody who is logged in. Returns how many connections.
     *
     * @throws IllegalArgumentException if there is no text, or too much
     */
    public int toAll(String text) {
        ServerMessage.Notice notice = new ServerMessage.Notice(null, checked(text));
        int told = 0;
        for (Connection connection : connections.open()) {
            if (connection.person() != null) {
                connection.reply(notice);
                told++;
            }
        }
        return told;
    }

    /**
     * Tells everybody in the room. Returns how many people; 0 when nobody is in it.
     *
     * @throws IllegalArgumentException if there is no text, or too much
     */
    public int toRoom(RoomName name, String text) {
        String notice = checked(text);
        Room room = rooms.find(name);
        return room == null ? 0 : room.announce(notice);
    }

    private static String checked(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty() || stripped.codePointCount(0, stripped.length()) > MAX_LENGTH) {
            throw new IllegalArgumentException("text: 1 to " + MAX_LENGTH + " characters");
        }
        return stripped;
    }
}
