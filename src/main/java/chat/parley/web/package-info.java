/**
 * What goes with the pages over HTTP: the headers that tell browsers what the pages may do.
 * Only the container enters.
 */
@NullMarked
package chat.parley.web;

import org.jspecify.annotations.NullMarked;
