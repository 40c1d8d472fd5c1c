package chat.parley.room;

import chat.parley.model.InvalidNameException;
import chat.parley.model.Role;
import chat.parley.model.User;
import chat.parley.model.User.Kind;
import chat.parley.model.UserName;
import chat.parley.protocol.ClientMessage;
import chat.parley.protocol.CloseCode;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.ServerMessage;
import chat.parley.protocol.ServerMessage.Limits;
import chat.parley.protocol.Timestamps;
import chat.parley.settings.LiveSettings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/** Lets people in. Who somebody is comes from the server's own sign-in or from a proof given here, never from a claim alone. */
@Singleton
class Login {
    private static final Logger LOG = System.getLogger("chat.parley.room");

    private static final long RETRY_NANOS = 1_000_000_000;

    private final People people;
    private final MemberClaims claims;
    private final NameProofs proofs;
    private final Doorkeeper doorkeeper;
    private final LiveSettings settings;
    private final ServerIdentity server;
    private final MessageLog log;
    private final Time time;

    @Inject
    Login(
            People people,
            MemberClaims claims,
            NameProofs proofs,
            Doorkeeper doorkeeper,
            LiveSettings settings,
            ServerIdentity server,
            MessageLog log,
            Time time) {
        this.people = people;
        this.claims = claims;
        this.proofs = proofs;
        this.doorkeeper = doorkeeper;
        this.settings = settings;
        this.server = server;
        this.log = log;
        this.time = time;
    }

    void logIn(Connection connection, ClientMessage.Login request) {
        if (connection.person() != null) {
            connection.refuse(request.id(), ErrorCode.ALREADY_LOGGED_IN, "this connection has logged in");
        } else if (connection.caller().isMember()) {
            logInMember(connection, request);
        } else if (settings.now().guests()) {
            logInGuest(connection, request);
        } else {
            connection.refuse(request.id(), ErrorCode.UNAUTHORIZED, "sign in first");
            connection.close(CloseCode.UNAUTHORIZED, 0);
        }
    }

    private void logInMember(Connection connection, ClientMessage.Login request) {
        UserName name;
        try {
            name = UserName.ofMember(connection.caller().name());
        } catch (InvalidNameException e) {
            connection.refuse(request.id(), ErrorCode.NAME_INVALID, String.valueOf(e.getMessage()));
            connection.close(CloseCode.UNAUTHORIZED, 0);
            return;
        }
        User member = new User(name, Kind.MEMBER);
        if (!doorkeeper.turnsAway(connection, request.id(), member)) {
            // First the claim: from then on no guest gets such a name, and those who have one are sent away.
            People.Person person = people.claim(member, true);
            claims.dismissGuests(name);
            welcome(connection, request.id(), null, person);
        }
    }

    private void logInGuest(Connection connection, ClientMessage.Login request) {
        if (request.name() == null) {
            connection.refuse(request.id(), ErrorCode.BAD_MESSAGE, "name: missing");
            return;
        }
        UserName name;
        try {
            name = UserName.parse(request.name());
        } catch (InvalidNameException e) {
            connection.refuse(request.id(), ErrorCode.NAME_INVALID, String.valueOf(e.getMessage()));
            return;
        }
        String proof = proofs.issue(name);
        if (proof == null) {
            connection.awaitLoginAgain();
            connection.refuse(request.id(), ErrorCode.BUSY, "the history cannot be read just now", RETRY_NANOS);
            return;
        }
        User guest = new User(name, Kind.GUEST);
        if (!doorkeeper.turnsAway(connection, request.id(), guest)) {
            boolean proven = request.token() != null && proofs.proves(request.token(), name);
            welcome(connection, request.id(), proof, people.claim(guest, proven));
        }
    }

    private void welcome(
            Connection connection, @Nullable String id, @Nullable String proof, People.@Nullable Person person) {
        if (person == null) {
            connection.refuse(id, ErrorCode.NAME_TAKEN, "somebody else has that name");
            return;
        }
        User user = person.user();
        if (!connection.logIn(person)) {
            people.release(user);
            return;
        }
        // Again: a ban that has come meanwhile did not know yet whose connection this is.
        if (doorkeeper.turnsAway(connection, id, user)) {
            return;
        }
        connection.reply(new ServerMessage.Welcome(
                id,
                connection.id(),
                proof,
                ServerMessage.Person.of(user),
                connection.caller().roles().stream()
                        .map(Role::wireName)
                        .sorted()
                        .toList(),
                new Limits(
                        settings.now().maxFrameBytes(),
                        settings.now().maxTextLength(),
                        Entrances.MAX_ROOMS,
                        settings.now().historyPage(),
                        settings.now().ratePerSecond(),
                        settings.now().rateBurst()),
                Math.max(1, settings.now().pingInterval().toSeconds()),
                server.shown(log.health().durable()),
                Timestamps.text(time.now())));
        LOG.log(
                Level.DEBUG,
                () -> "Logged in: " + connection + ", " + user.kind() + ", from "
                        + connection.caller().address());
    }
}
