/**
 * What proves who somebody is: sign-ins, bots' tokens, and the tokens that give guests their names back.
 * An adapter of the room's port; nobody calls in here but the container.
 */
@NullMarked
package chat.parley.security;

import org.jspecify.annotations.NullMarked;
