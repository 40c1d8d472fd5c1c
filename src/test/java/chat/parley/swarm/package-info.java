/**
 * A thousand clients in one thread, for loads: each checks that it gets everything once and in the order of all.
 * Knows Parley by its protocol only.
 */
package chat.parley.swarm;
