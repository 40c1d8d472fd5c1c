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

    String getBroker();

    boolean isDraining();

    String getVersion();

    String getNode();

    /** Who is connected from where since when, a line each: session, name, kind, address, since, rooms. */
    String[] listConnections();

    /** Tells everybody something. */
    void announce(String text);

    /** Tells everybody in a room something. */
    void announceInRoom(String room, String text);

    /**
     * Sends somebody away; they may come back.
     *
     * @param person {@code guest ada} or {@code member grace}
     * @param room empty: off the server
     */
    void kick(String person, String room, String reason);

    /**
     * Keeps somebody off the server.
     *
     * @param subject {@code guest ada}, {@code member grace}, {@code 192.0.2.7} or {@code 192.0.2.0/24}
     * @param minutes 0: for ever
     */
    void ban(String subject, int minutes, String reason);

    /** Ends a ban. */
    void unban(String subject, String reason);

    /**
     * Has somebody say nothing.
     *
     * @param room empty: everywhere
     * @param minutes 0: for ever
     */
    void mute(String person, String room, int minutes, String reason);

    /** Ends a mute: of that room, or with an empty one that which holds everywhere. */
    void unmute(String person, String room, String reason);

    /** Puts everybody out of a room and lets nobody in. */
    void closeRoom(String room, String reason);

    /** Lets people into a closed room again. */
    void reopenRoom(String room, String reason);

    /** Lets into a room nobody but who is on its list, and moderators; others are put out, and learn of it no more. */
    void makeRoomPrivate(String room, String reason);

    /** Lets everybody into a private room. */
    void makeRoomPublic(String room, String reason);

    /**
     * Puts somebody who signs in on a room's list, be it private or not.
     *
     * @param person {@code member grace}
     */
    void admitToRoom(String room, String person, String reason);

    /** Takes somebody off a room's list; out of a private room they are put. */
    void excludeFromRoom(String room, String person, String reason);

    /** The rooms of which moderators have said something, a line each: room, open or closed, public or private, who is on its list. */
    String[] listRoomRules();

    /** The bans and mutes that hold, newest first, a line each: kind, subject, room, until, reason, by. */
    String[] listSanctions();

    /** The newest so many lines of the audit log: when, who, from where, act, on whom, room, reason, outcome. */
    String[] readAudit(int lines);

    /**
     * The tokens of bots, newest first, a line each: id, name, roles, note, by, at, until, last used. None is made here: its secret
     * would stand in the logs of tools.
     */
    String[] listTokens();

    /** Makes a token worth nothing, and closes the connections it let in. */
    void revokeToken(String id);

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
