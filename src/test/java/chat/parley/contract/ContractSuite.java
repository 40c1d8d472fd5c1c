package chat.parley.contract;

import chat.parley.testing.ChatClient;
import chat.parley.testing.TestServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The whole contract on one kind of server: once started for each profile of settings. */
abstract class ContractSuite {

    /** Room for everything, and timers short enough to wait for. */
    static final Map<String, String> USUAL = Map.of(
            "parley.presence-grace",
            PresenceContract.GRACE.toMillis() + "ms",
            "parley.write-deadline",
            "4s",
            "parley.max-frame-bytes",
            "65536",
            "parley.rate-per-second",
            "0",
            "parley.failed-sign-ins",
            "0");

    /** Time enough for whoever is slow. */
    static final Map<String, String> PATIENT =
            Map.of("parley.write-deadline", "5m", "parley.dead-after", "10m", "parley.rate-per-second", "0");

    /** Small limits and a fast heartbeat. Whoever keeps the deadlines has seconds to spare, for machines that stall. */
    static final Map<String, String> TIGHT = Map.ofEntries(
            Map.entry("parley.max-connections", Integer.toString(LimitsContract.MAX_CONNECTIONS)),
            Map.entry("parley.login-deadline", "5s"),
            Map.entry("parley.session-timeout", SessionContract.TIMEOUT.toSeconds() + "s"),
            Map.entry("parley.ping-interval", "1s"),
            Map.entry("parley.dead-after", "8s"),
            Map.entry("parley.presence-grace", "1s"),
            Map.entry("parley.rate-per-second", "5"),
            Map.entry("parley.rate-burst", Integer.toString(LimitsContract.BURST)),
            Map.entry("parley.max-frame-bytes", "4096"),
            Map.entry("parley.max-text-length", "100"),
            Map.entry("parley.ring-events", "64"),
            Map.entry("parley.history-page", "10"));

    /** Nobody unknown gets in. */
    static final Map<String, String> GUARDED = Map.of(
            "parley.guests",
            "false",
            "parley.rooms.create",
            "moderators",
            "parley.allowed-origins",
            HandshakeContract.FRIEND,
            "parley.trusted-proxies",
            HandshakeContract.PROXY + "," + PasswordContract.PROXY,
            "parley.failed-sign-ins",
            Integer.toString(PasswordContract.FAILURES),
            "parley.max-connections-per-address",
            Integer.toString(HandshakeContract.PER_ADDRESS));

    /** A running server of this kind with these settings. */
    abstract TestServer start(Map<String, String> settings);

    /** To be nested by each kind of server, with what it adds. */
    abstract class UsualProfile extends Profile
            implements LoginContract,
                    JoinContract,
                    SayContract,
                    RecoveryContract,
                    HistoryContract,
                    PresenceContract,
                    CrowdContract,
                    TopicContract,
                    RoomDirectoryContract,
                    TypingContract,
                    NoModeratorContract,
                    BotContract,
                    SubprotocolContract,
                    BadFramesContract,
                    HostileInputContract,
                    SlowReaderContract,
                    ClosingContract {
        UsualProfile() {
            super(USUAL);
        }
    }

    /** To be nested by each kind of server, with what it adds. */
    abstract class PatientProfile extends Profile implements ResyncContract {
        PatientProfile() {
            super(PATIENT);
        }
    }

    /** To be nested by each kind of server, with what it adds. */
    abstract class TightProfile extends Profile implements LimitsContract, HeartbeatContract {
        TightProfile() {
            super(TIGHT);
        }
    }

    /** To be nested by each kind of server, with what it adds. */
    abstract class GuardedProfile extends Profile implements UnauthorizedContract {
        GuardedProfile() {
            super(GUARDED);
        }
    }

    /** One server for all scenarios of the class. */
    @TestInstance(Lifecycle.PER_CLASS)
    abstract class Profile implements Scenario {

        private final Map<String, String> settings;
        private Stage stage;

        Profile(Map<String, String> settings) {
            this.settings = settings;
        }

        @BeforeAll
        void startServer() {
            stage = new Stage(start(settings));
            // The first request of all loads half of the server's classes, which no deadline should have to wait for.
            try (ChatClient first = ChatClient.connect(stage.server().socket())) {
                first.request("ping");
            }
        }

        @AfterAll
        void stopServer() {
            stage.close();
        }

        @Override
        public Stage stage() {
            return stage;
        }
    }
}
