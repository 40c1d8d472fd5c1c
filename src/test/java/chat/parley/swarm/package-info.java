/**
 * Many clients at once: a thousand in one thread, for loads, who check that each gets everything once and in the order of all; and a
 * dozen who do all sorts of things and count them. They know Parley by its protocol only.
 */
package chat.parley.swarm;
