package chat.parley.settings;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Every setting there is. The README's table says the same, and a test holds the two together. */
public final class SettingDefinitions {

    public static final Setting<HistoryKind> HISTORY = new Setting<>(
            "parley.history",
            SettingType.choice(HistoryKind.class),
            HistoryKind.DURABLE,
            "Whether messages are stored, or kept in memory and gone with the server");

    public static final Setting<String> HOME = new Setting<>(
            "parley.home",
            SettingType.line("a directory"),
            "",
            "Where Parley keeps its database file; where none is set, `parley` in the server's own data directory");

    public static final Setting<String> DATASOURCE = new Setting<>(
            "parley.datasource",
            SettingType.line("a JNDI name as `java:jboss/datasources/Parley` or `jdbc/parley`"),
            "",
            "The server's data source for a PostgreSQL database, to be used rather than a file");

    public static final Setting<Retention> RETENTION = new Setting<>(
                    "parley.retention",
                    SettingType.retention(),
                    Retention.OFF,
                    "How long messages are kept, in rooms that have no rule of their own; older ones are deleted for good")
            .asLive();

    public static final Setting<RoomCreation> ROOMS_CREATE = new Setting<>(
                    "parley.rooms.create",
                    SettingType.choice(RoomCreation.class),
                    RoomCreation.ANYONE,
                    "Who makes a new room by joining it")
            .asLive();

    public static final Setting<Boolean> GUESTS = new Setting<>(
                    "parley.guests",
                    SettingType.flag(),
                    true,
                    "Whether people may chat without signing in at the server")
            .asLive();

    public static final Setting<Duration> SESSION_TIMEOUT = new Setting<>(
                    "parley.session-timeout",
                    SettingType.time(ofSeconds(1), ofDays(30)),
                    ofHours(8),
                    "How long somebody who signed in at the server may do nothing, not even look at the page, before they are signed out")
            .asLive();

    public static final Setting<Integer> FAILED_SIGN_INS = new Setting<>(
                    "parley.failed-sign-ins",
                    SettingType.number(0, 1_000_000),
                    20,
                    "After so many wrong passwords within a minute an address waits for the rest of it; 0: never. Behind a proxy set `parley.trusted-proxies` too")
            .asLive();

    public static final Setting<Set<String>> ALLOWED_ORIGINS = new Setting<>(
                    "parley.allowed-origins",
                    SettingType.list(
                            "origins as `https://chat.example.org`, commas between them",
                            text -> Origin.parse(text)
                                    .orElseThrow(() -> new IllegalArgumentException(text))
                                    .toString()),
                    Set.of(),
                    "Pages of other origins that may connect, besides Parley's own")
            .asLive();

    public static final Setting<Set<String>> TRUSTED_PROXIES = new Setting<>(
                    "parley.trusted-proxies",
                    SettingType.list(
                            "addresses as `192.0.2.7` or blocks as `10.0.0.0/8`, commas between them",
                            text -> AddressRange.parse(text).toString()),
                    Set.of(),
                    "Reverse proxies whose `X-Forwarded-For` and `X-Forwarded-Host` are believed")
            .asLive();

    public static final Setting<Integer> MAX_FRAME_BYTES = new Setting<>(
            "parley.max-frame-bytes",
            SettingType.number(1_024, 65_536),
            16_384,
            "The largest frame a client may send, in bytes; a larger one closes its connection");

    public static final Setting<Integer> MAX_TEXT_LENGTH = new Setting<>(
                    "parley.max-text-length",
                    SettingType.number(1, 16_288),
                    4_000,
                    "The longest text of a message, in Unicode code points")
            .asLive();

    public static final Setting<Integer> RING_EVENTS = new Setting<>(
            "parley.ring-events",
            SettingType.number(1, 100_000),
            1_024,
            "How many of its newest events each room keeps in memory");

    public static final Setting<Integer> RING_BYTES = new Setting<>(
            "parley.ring-bytes",
            SettingType.number(1_024, 1_073_741_824),
            1_048_576,
            "How many bytes of its newest events each room keeps in memory");

    public static final Setting<Duration> WRITE_DEADLINE = new Setting<>(
                    "parley.write-deadline",
                    SettingType.time(ofMillis(100), ofMinutes(10)),
                    ofSeconds(10),
                    "How long one send may take before the connection is closed as too slow")
            .asLive();

    public static final Setting<Duration> PING_INTERVAL = new Setting<>(
                    "parley.ping-interval",
                    SettingType.time(ofMillis(100), ofHours(1)),
                    ofSeconds(25),
                    "How often the server pings each connection")
            .asLive();

    public static final Setting<Duration> DEAD_AFTER = new Setting<>(
                    "parley.dead-after",
                    SettingType.time(ofMillis(200), ofDays(1)),
                    ofSeconds(60),
                    "How long a connection may be silent before it is dropped")
            .asLive();

    public static final Setting<Duration> LOGIN_DEADLINE = new Setting<>(
                    "parley.login-deadline",
                    SettingType.time(ofMillis(100), ofHours(1)),
                    ofSeconds(10),
                    "How long a connection may stay without a login")
            .asLive();

    public static final Setting<Duration> PRESENCE_GRACE = new Setting<>(
                    "parley.presence-grace",
                    SettingType.time(Duration.ZERO, ofMinutes(10)),
                    ofSeconds(10),
                    "How long somebody whose connection was lost still counts as present; 0s: not at all")
            .asLive();

    public static final Setting<Integer> MAX_CONNECTIONS = new Setting<>(
                    "parley.max-connections",
                    SettingType.number(1, 1_000_000),
                    10_000,
                    "How many connections this server takes")
            .asLive();

    public static final Setting<Integer> MAX_CONNECTIONS_PER_ADDRESS = new Setting<>(
                    "parley.max-connections-per-address",
                    SettingType.number(0, 1_000_000),
                    0,
                    "How many connections one address may have; 0: any number. Behind a proxy set `parley.trusted-proxies` too")
            .asLive();

    public static final Setting<Integer> RATE_PER_SECOND = new Setting<>(
                    "parley.rate-per-second",
                    SettingType.number(0, 10_000),
                    10,
                    "How many messages a second each user may say in the long run; 0: any number")
            .asLive();

    public static final Setting<Integer> RATE_BURST = new Setting<>(
                    "parley.rate-burst",
                    SettingType.number(1, 10_000),
                    20,
                    "How many messages each user may say at once after a pause")
            .asLive();

    public static final Setting<Integer> HISTORY_PAGE = new Setting<>(
                    "parley.history-page",
                    SettingType.number(1, 100),
                    50,
                    "How many events a page of history has when the client does not say")
            .asLive();

    public static final Setting<MetricsAccess> METRICS = new Setting<>(
                    "parley.metrics",
                    SettingType.choice(MetricsAccess.class),
                    MetricsAccess.ADMIN,
                    "Who reads `/parley/metrics`: those with the role parley-admin; they and the server's own machine (not where a proxy runs on it); anyone; or nobody")
            .asLive();

    /** In the order of the README's table. */
    public static final List<Setting<?>> ALL = List.of(
            HISTORY,
            HOME,
            DATASOURCE,
            RETENTION,
            ROOMS_CREATE,
            GUESTS,
            SESSION_TIMEOUT,
            FAILED_SIGN_INS,
            ALLOWED_ORIGINS,
            TRUSTED_PROXIES,
            MAX_FRAME_BYTES,
            MAX_TEXT_LENGTH,
            RING_EVENTS,
            RING_BYTES,
            WRITE_DEADLINE,
            PING_INTERVAL,
            DEAD_AFTER,
            LOGIN_DEADLINE,
            PRESENCE_GRACE,
            MAX_CONNECTIONS,
            MAX_CONNECTIONS_PER_ADDRESS,
            RATE_PER_SECOND,
            RATE_BURST,
            HISTORY_PAGE,
            METRICS);

    private SettingDefinitions() {}
}
