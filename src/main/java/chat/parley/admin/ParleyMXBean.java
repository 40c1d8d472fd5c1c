package chat.parley.admin;

import java.util.Map;

/**
 * Parley's figures, for JConsole and the servers' own tools. Registered as {@code chat.parley:type=Parley}. Counts run from
 * the start of the application.
 */
public interface ParleyMXBean {
    /** Connections now. */
    int getConnections();

    /** People logged in now, each counted once whatever the number of their connections. */
    int getPeople();

    /** Rooms somebody is in now. */
    int getRooms();

    /** Messages stored. */
    long getMessagesIn();

    /** Messages handed to connections: one said in a room of ten counts ten times. */
    long getMessagesOut();

    /** Connections that could not keep up. */
    long getSlowConsumers();

    /** Joins that recovered exactly what was missed. */
    long getResumes();

    /** How often each error was answered, by its code. */
    Map<String, Long> getRejectsByCode();
}
