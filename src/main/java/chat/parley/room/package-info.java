/**
 * The heart: connections, rooms, fan-out and recovery, and the ports through which they reach a log and proofs of names.
 * Adapters call {@link chat.parley.room.ChatRoom}; nothing in here knows any of them.
 */
@NullMarked
package chat.parley.room;

import org.jspecify.annotations.NullMarked;
