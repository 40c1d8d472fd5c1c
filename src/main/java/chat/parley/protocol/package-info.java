/**
 * What goes over the wire, as docs/PROTOCOL.md tells it: message types, error and close codes, and their JSON.
 * Knows the model and the settings; rooms and adapters stand on it.
 */
@NullMarked
package chat.parley.protocol;

import org.jspecify.annotations.NullMarked;
