/**
 * What Parley promises under load, measured on the real servers: absolute promises and ratios of two runs, never a
 * machine's speed. Shortened as it stands; {@code -Dparley.load=full} takes the promised sizes.
 */
package chat.parley.load;
