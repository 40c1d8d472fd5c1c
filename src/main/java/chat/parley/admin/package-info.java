/**
 * What an operator sees and does from outside: the management bean, the metrics, the REST resources.
 * Only administrators' tools and the admin page enter.
 */
@NullMarked
package chat.parley.admin;

import org.jspecify.annotations.NullMarked;
