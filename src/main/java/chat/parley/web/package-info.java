/**
 * What goes over HTTP besides the pages: the headers that tell browsers what pages may do, and how Parley is.
 * Only the container enters.
 */
@NullMarked
package chat.parley.web;

import org.jspecify.annotations.NullMarked;
