/**
 * Where the log is kept. Each class implements the heart's {@code MessageLog} with one technology and bears its name.
 * Nobody else enters.
 */
@NullMarked
package chat.parley.history;

import org.jspecify.annotations.NullMarked;
