package chat.parley.room;

import chat.parley.model.Caller;
import chat.parley.model.Event;
import chat.parley.model.RoomName;
import chat.parley.model.User;
import chat.parley.model.User.Kind;
import chat.parley.model.UserName;
import chat.parley.protocol.Subprotocol;
import chat.parley.settings.LiveSettings;
import chat.parley.settings.Settings;
import chat.parley.settings.SettingsLoader;
import jakarta.websocket.Session;
import java.util.Map;

/** Everything that rooms and connections stand on, with a time and threads that are the test's. */
final class Surroundings {
    final FakeTime time = new FakeTime();
    final FakeWorkers workers = new FakeWorkers(time);
    final Settings settings;
    final LiveSettings live;
    final Figures figures = new Figures();
    final FakeLog log = new FakeLog();
    final Connections connections;
    final People people;
    final MemberClaims claims;
    final Rooms rooms;
    final Departures departures;
    final ConnectionEnvironment environment;
    final FakeModerationStore moderation = new FakeModerationStore();
    final Rulebook rulebook = new Rulebook(moderation, time);
    final Doorkeeper doorkeeper = new Doorkeeper(rulebook, time);
    final Expulsion expulsion;

    Surroundings() {
        this(Map.of());
    }

    Surroundings(Map<String, String> values) {
        settings = SettingsLoader.load(values);
        live = LiveSettings.fixed(settings);
        connections = new Connections(live);
        people = new People(live, new KnownMembers(new FakeMemberNames(), text -> text));
        claims = new MemberClaims(people, connections);
        rooms = new Rooms(log, settings, workers, time);
        departures = new Departures(rooms, people, live, time);
        environment = new ConnectionEnvironment(time, figures, workers, connections, departures);
        expulsion = new Expulsion(connections, departures, rulebook);
        rulebook.start();
    }

    /** A connection that takes part and has not logged in. */
    Connection connect(FakeSession session, Subprotocol subprotocol) {
        return connect(session.session(), subprotocol);
    }

    Connection connect(Session session, Subprotocol subprotocol) {
        Connection connection =
                new Connection(session, Caller.UNKNOWN, subprotocol, new TokenBucket(0, 1), environment);
        connections.admit(connection);
        return connection;
    }

    /** A connection of the guest, who holds the name. */
    Connection connect(FakeSession session, User guest) {
        Connection connection = connect(session, Subprotocol.SINGLE);
        connection.logIn(people.claim(guest, true));
        return connection;
    }

    /** The connection enters and is live at once. */
    Membership join(Connection connection, String room) {
        Room entered = retain(room);
        Membership membership =
                entered.enter(connection, connection.person().user()).membership();
        connection.memberships().add(membership);
        membership.goLive();
        return membership;
    }

    Room retain(String room) {
        RoomName name = new RoomName(room);
        return rooms.retain(name, log.open(name, true).toCompletableFuture().join());
    }

    static User guest(String name) {
        return new User(UserName.parse(name), Kind.GUEST);
    }

    static Event event(String room, long seq) {
        return new Event(new RoomName(room), seq, guest("ada"), "id-" + seq, "text " + seq, FakeTime.START);
    }
}
