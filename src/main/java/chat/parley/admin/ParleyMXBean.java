package chat.parley.admin;

import java.util.Map;

/**
 * Parley's figures and what an administrator does, for JConsole and the servers' own tools. Registered as {@code
 * chat.parley:type=Parley}. The figures are those of {@link chat.parley.room.Instruments.Reading}, which tells what each means.
 */
public interface ParleyMXBean {
    int getConnections();

    int getPeople();

    int getRooms();

    long getConnectionsOpened();

    long getMessagesIn();

    long getMessagesOut();

    long getBytesIn();

    long getBytesOut();

    double getMessagesInPerSecond();

    double getMessagesOutPerSecond();

    double getBytesInPerSecond();

    double getBytesOutPerSecond();

    long getSlowConsumers();

    long getResumes();

    Map<String, Long> getRejectsByCode();

    Map<String, Long> getClosesByCode();

    long getBacklogHighWater();

    long getOutboxHighWater();

    long getLogQueue();

    long getLogQueueHighWater();

    String getHistory();

    String getHistoryTrouble();

    boolean isDraining();

    String getVersion();

    String getNode();

    /** Who is connected from where since when, a line each: session, name, kind, address, since, rooms. */
    String[] listConnections();

    /** Tells everybody something. Returns how many connections. */
    int announce(String text);

    /** Tells everybody in a room something. Returns how many people. */
    int announceInRoom(String room, String text);

    /** Lets nobody in, and asks those who are here to come back after so many seconds. Returns how many. */
    int drain(int afterSeconds);

    /** Lets people in again. */
    void endDrain();

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
