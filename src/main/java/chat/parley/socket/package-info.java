/**
 * The WebSocket endpoint: hands what the container reports to the heart, and keeps no state.
 * Only the container enters.
 */
@NullMarked
package chat.parley.socket;

import org.jspecify.annotations.NullMarked;
