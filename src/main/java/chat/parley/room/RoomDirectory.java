package chat.parley.room;

import static java.util.Comparator.comparing;

import chat.parley.protocol.ClientMessage;
import chat.parley.protocol.ServerMessage;
import chat.parley.protocol.ServerMessage.ListedRoom;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Tells people which rooms they may enter, of those somebody is in. Nobody learns of a room that they may not be in. */
@Singleton
class RoomDirectory {
    static final int MAX_LISTED = 100;

    private final Rooms rooms;
    private final Doorkeeper doorkeeper;

    @Inject
    RoomDirectory(Rooms rooms, Doorkeeper doorkeeper) {
        this.rooms = rooms;
        this.doorkeeper = doorkeeper;
    }

    void list(Connection connection, People.Person person, ClientMessage.Rooms request) {
        if (connection.isInTime(person, request.id())) {
            List<ListedRoom> open = rooms.all()
                    .filter(room -> doorkeeper.admits(connection, person.user(), room.name()))
                    .map(room -> new ListedRoom(
                            room.name().value(), room.people(), room.topic().text()))
                    .sorted(comparing(ListedRoom::count).reversed().thenComparing(ListedRoom::name))
                    .limit(MAX_LISTED + 1)
                    .toList();
            boolean more = open.size() > MAX_LISTED;
            connection.reply(new ServerMessage.Rooms(request.id(), more ? open.subList(0, MAX_LISTED) : open, more));
        }
    }
}
