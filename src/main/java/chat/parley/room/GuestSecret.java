package chat.parley.room;

import org.jspecify.annotations.Nullable;

/** Keeps the secret that guests' proofs are signed with, so that they outlive a restart and hold on every server. */
public interface GuestSecret {
    /** 32 bytes that nobody can guess; null as long as they cannot be read. Never blocks. */
    byte @Nullable [] bytes();
}
