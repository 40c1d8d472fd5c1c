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

    /** {@code durable}, or {@code memory} where history ends with the server. */
    String getHistory();

    /** What keeps messages from being stored just now; empty when nothing does. */
    String getHistoryTrouble();

    /**
     * Writes all that was said in a room into a new file in the directory {@code exports} of {@code parley.home}, as JSON
     * Lines.
     *
     * @return the file's path on the server
     */
    String exportRoom(String room);

    /**
     * Copies the database file, while it is used, into the directory {@code backups} of {@code parley.home}.
     *
     * @return the copy's path on the server
     */
    String backUpHistory();

    /**
     * Sets how long a room's messages are kept: {@code off}, an age as {@code 90d}, a number of messages as {@code 100000}; or
     * empty, for what the setting {@code parley.retention} says.
     */
    void setRoomRetention(String room, String retention);
}
