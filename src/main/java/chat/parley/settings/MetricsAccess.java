package chat.parley.settings;

/** Who reads the metrics. */
public enum MetricsAccess {
    /** Those with the role parley-admin. */
    ADMIN,
    /** They, and whatever runs on the server's own machine. */
    LOOPBACK,
    ANYONE,
    /** Nobody: there are none. */
    OFF
}
