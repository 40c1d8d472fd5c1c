package chat.parley.settings;

/** Where what is said is kept. */
public enum HistoryKind {
    /** In a database: acknowledged means stored. */
    DURABLE,
    /** In the server's memory: it ends with the server. */
    MEMORY
}
