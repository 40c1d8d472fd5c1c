package chat.parley.history;

import chat.parley.room.GuestSecret;
import chat.parley.room.MemberNames;
import chat.parley.room.MessageLog;
import chat.parley.room.ModerationStore;
import chat.parley.room.RoomArchive;
import java.security.SecureRandom;

/** All that is kept, in one place. */
interface Storage extends MessageLog, RoomArchive, GuestSecret, MemberNames, AutoCloseable {
    /** What moderators decide, in the same place. */
    ModerationStore moderation();

    /** Stores what has been taken, and lets go of everything. */
    @Override
    void close();

    static byte[] newSecret() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        return secret;
    }
}
