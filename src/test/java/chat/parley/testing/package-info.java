/**
 * What tests stand on: servers that run Parley, and clients from the polite to the hostile.
 * Knows Parley by its protocol only.
 */
package chat.parley.testing;
