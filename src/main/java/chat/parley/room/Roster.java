package chat.parley.room;

import static java.util.Comparator.comparing;

import chat.parley.model.User;
import chat.parley.protocol.ServerMessage.Person;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Who is here now, from where and since when, for an operator to read. Safe for use by all threads; sees roughly now. */
@Singleton
public class Roster {
    private final Connections connections;
    private final People people;
    private final Rooms rooms;

    @Inject
    Roster(Connections connections, People people, Rooms rooms) {
        this.connections = connections;
        this.people = people;
        this.rooms = rooms;
    }

    /**
     * A connection.
     *
     * @param session the id its client was told in {@code welcome}
     * @param name of who is logged in; empty before that
     * @param kind {@code guest} or {@code member}; empty before a login
     * @param address it comes from; empty where nothing told it
     * @param since when it was opened
     * @param rooms it is in, in alphabetical order
     * @param protocol what its frames hold, as {@code parley.v1.ndjson}
     */
    public record Connected(
            String session,
            String name,
            String kind,
            String address,
            Instant since,
            List<String> rooms,
            String protocol) {}

    /**
     * A room somebody is in.
     *
     * @param people who count as present
     * @param connections that are in it
     * @param seq of the last message
     * @param topic what it is about; empty when it has none
     */
    public record Occupied(String name, int people, int connections, long seq, String topic) {}

    /**
     * Somebody who holds a name.
     *
     * @param connections that are there or were a moment ago
     * @param addresses they come from, in alphabetical order
     * @param rooms they are in, in alphabetical order
     */
    public record Present(String name, String kind, int connections, List<String> addresses, List<String> rooms) {}

    /** Those that take part, the oldest first. */
    public List<Connected> connections() {
        return connections.open().stream()
                .map(Roster::shown)
                .sorted(comparing(Connected::since).thenComparing(Connected::session))
                .toList();
    }

    private static Connected shown(Connection connection) {
        People.Person person = connection.person();
        Person shown = person == null ? null : Person.of(person.user());
        return new Connected(
                connection.id(),
                shown == null ? "" : shown.name(),
                shown == null ? "" : shown.kind(),
                connection.caller().address(),
                connection.since(),
                rooms(connection).sorted().toList(),
                connection.subprotocol().token());
    }

    private static Stream<String> rooms(Connection connection) {
        return Stream.of(connection.memberships().all())
                .map(membership -> membership.room().name().value());
    }

    /** Those that somebody is in, the fullest first. */
    public List<Occupied> rooms() {
        return rooms.all()
                .map(room -> new Occupied(
                        room.name().value(),
                        room.people(),
                        room.connections(),
                        room.seq(),
                        room.topic().text()))
                .sorted(comparing(Occupied::people).reversed().thenComparing(Occupied::name))
                .toList();
    }

    /** Those logged in, by name. */
    public List<Present> people() {
        Map<User, List<Connection>> theirs = new HashMap<>();
        for (Connection connection : connections.open()) {
            People.Person person = connection.person();
            if (person != null) {
                theirs.computeIfAbsent(person.user(), user -> new ArrayList<>()).add(connection);
            }
        }
        return people.all().stream()
                .map(person -> shown(person, theirs.getOrDefault(person.user(), List.of())))
                .sorted(comparing(Present::name))
                .toList();
    }

    private static Present shown(People.Person person, List<Connection> theirs) {
        TreeSet<String> addresses = new TreeSet<>();
        TreeSet<String> rooms = new TreeSet<>();
        for (Connection connection : theirs) {
            addresses.add(connection.caller().address());
            rooms(connection).forEach(rooms::add);
        }
        Person shown = Person.of(person.user());
        return new Present(
                shown.name(), shown.kind(), person.connections(), List.copyOf(addresses), List.copyOf(rooms));
    }
}
