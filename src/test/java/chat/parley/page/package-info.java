/**
 * The page, tried in a real browser: its modules alone, and the whole against real servers.
 * Knows the servers under test and nothing of Parley's own code.
 */
package chat.parley.page;
