/**
 * Where what is said is kept: in memory, or in a database by a committer that writes and readers that read.
 * An adapter of the rooms' ports; SQL is spoken nowhere else.
 */
@NullMarked
package chat.parley.history;

import org.jspecify.annotations.NullMarked;
