/**
 * The words everything else speaks: names, people, callers. Values only, each valid from its construction on.
 * Needs nothing but java.*; everybody may use it.
 */
@NullMarked
package chat.parley.model;

import org.jspecify.annotations.NullMarked;
