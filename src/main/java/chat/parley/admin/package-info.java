/**
 * What an operator sees and does from outside: the management bean.
 * Only the server's own tools enter.
 */
@NullMarked
package chat.parley.admin;

import org.jspecify.annotations.NullMarked;
