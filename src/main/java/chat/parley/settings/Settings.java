package chat.parley.settings;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * What an administrator may set. Every value is valid: the constructor refuses what {@link SettingDefinitions} does not
 * allow, and values that make one another meaningless, with an {@link InvalidSettingsException} that names all of them.
 *
 * @param history where what is said is kept
 * @param home the directory of the database file; empty: the server's own data directory
 * @param datasource the JNDI name of the server's data source; empty: a database file
 * @param retention how long messages are kept in rooms without a rule of their own
 * @param roomsCreate who makes a room by joining it
 * @param guests whether people may chat without signing in at the server
 * @param sessionTimeout how long somebody who signed in at the server may do nothing before they are signed out
 * @param failedSignIns after so many wrong passwords within a minute an address has to wait; 0 means never
 * @param allowedOrigins origins, as {@code https://chat.example.org}, that may connect besides the page's own
 * @param trustedProxies addresses of reverse proxies whose {@code X-Forwarded-For} is believed
 * @param maxFrameBytes the largest frame a client may send, in bytes of UTF-8
 * @param maxTextLength the longest text of a message, in Unicode code points
 * @param ringEvents how many of its newest events a room keeps in memory
 * @param ringBytes how many bytes of its newest events a room keeps in memory
 * @param writeDeadline how long one send may take before the connection is closed as too slow
 * @param pingInterval how often the server pings each connection
 * @param deadAfter how long a connection may be silent before it is dropped
 * @param loginDeadline how long a connection may stay without a login
 * @param presenceGrace how long a lost connection still counts as present
 * @param maxConnections how many connections this server takes
 * @param maxConnectionsPerAddress how many connections one address may have; 0 means any number
 * @param ratePerSecond messages a user may say per second in the long run; 0 means any number
 * @param rateBurst messages a user may say at once after a pause
 * @param historyPage how many events a page of history has when the client does not say
 * @param metrics who reads the metrics
 */
public record Settings(
        HistoryKind history,
        String home,
        String datasource,
        Retention retention,
        RoomCreation roomsCreate,
        boolean guests,
        Duration sessionTimeout,
        int failedSignIns,
        Set<String> allowedOrigins,
        Set<String> trustedProxies,
        int maxFrameBytes,
        int maxTextLength,
        int ringEvents,
        int ringBytes,
        Duration writeDeadline,
        Duration pingInterval,
        Duration deadAfter,
        Duration loginDeadline,
        Duration presenceGrace,
        int maxConnections,
        int maxConnectionsPerAddress,
        int ratePerSecond,
        int rateBurst,
        int historyPage,
        MetricsAccess metrics) {

    public Settings {
        SettingsCheck check = new SettingsCheck();
        allowedOrigins = check.value(SettingDefinitions.ALLOWED_ORIGINS, Set.copyOf(allowedOrigins));
        trustedProxies = check.value(SettingDefinitions.TRUSTED_PROXIES, Set.copyOf(trustedProxies));
        check.value(SettingDefinitions.HOME, home);
        check.value(SettingDefinitions.DATASOURCE, datasource);
        check.value(SettingDefinitions.SESSION_TIMEOUT, sessionTimeout);
        check.value(SettingDefinitions.FAILED_SIGN_INS, failedSignIns);
        check.value(SettingDefinitions.MAX_FRAME_BYTES, maxFrameBytes);
        check.value(SettingDefinitions.MAX_TEXT_LENGTH, maxTextLength);
        check.value(SettingDefinitions.RING_EVENTS, ringEvents);
        check.value(SettingDefinitions.RING_BYTES, ringBytes);
        check.value(SettingDefinitions.WRITE_DEADLINE, writeDeadline);
        check.value(SettingDefinitions.PING_INTERVAL, pingInterval);
        check.value(SettingDefinitions.DEAD_AFTER, deadAfter);
        check.value(SettingDefinitions.LOGIN_DEADLINE, loginDeadline);
        check.value(SettingDefinitions.PRESENCE_GRACE, presenceGrace);
        check.value(SettingDefinitions.MAX_CONNECTIONS, maxConnections);
        check.value(SettingDefinitions.MAX_CONNECTIONS_PER_ADDRESS, maxConnectionsPerAddress);
        check.value(SettingDefinitions.RATE_PER_SECOND, ratePerSecond);
        check.value(SettingDefinitions.RATE_BURST, rateBurst);
        check.value(SettingDefinitions.HISTORY_PAGE, historyPage);
        check.throwIfFaulty();
        int longestText = SettingsCheck.longestText(maxFrameBytes);
        check.fits(
                maxTextLength <= longestText,
                SettingDefinitions.MAX_TEXT_LENGTH,
                maxTextLength,
                SettingDefinitions.MAX_FRAME_BYTES,
                "at most " + longestText + " with parley.max-frame-bytes " + maxFrameBytes
                        + ", for a text may take four bytes a character");
        check.fits(
                ringBytes >= maxFrameBytes,
                SettingDefinitions.RING_BYTES,
                ringBytes,
                SettingDefinitions.MAX_FRAME_BYTES,
                "at least parley.max-frame-bytes, " + maxFrameBytes + ", or a room could not keep one message");
        check.fits(
                deadAfter.compareTo(pingInterval) > 0,
                SettingDefinitions.DEAD_AFTER,
                deadAfter,
                SettingDefinitions.PING_INTERVAL,
                "longer than parley.ping-interval, " + DurationText.format(pingInterval)
                        + ", or every quiet connection would be dropped");
        check.fits(
                maxConnectionsPerAddress <= maxConnections,
                SettingDefinitions.MAX_CONNECTIONS_PER_ADDRESS,
                maxConnectionsPerAddress,
                SettingDefinitions.MAX_CONNECTIONS,
                "at most parley.max-connections, " + maxConnections);
        check.throwIfFaulty();
    }

    /** Those of {@link #trustedProxies}. */
    public TrustedProxies proxies() {
        return new TrustedProxies(trustedProxies);
    }

    /** What holds where nobody sets anything. */
    public static Settings defaults() {
        return SettingsLoader.load(Map.of());
    }
}
