/**
 * What an administrator may set, where it is read from and what is allowed.
 * Knows nothing else of Parley; everybody may use it.
 */
@NullMarked
package chat.parley.settings;

import org.jspecify.annotations.NullMarked;
