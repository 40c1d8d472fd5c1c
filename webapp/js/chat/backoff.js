/**
 * How long to wait before the next try.
 *
 * Full jitter: any time between nothing and a ceiling that doubles with each failure, so that a thousand pages which
 * lost the same server don't come back in the same instant.
 */

/**
 * A policy: given how many tries have failed in a row, the milliseconds to wait.
 *
 * @example
 * const delay = fullJitter({ baseMs: 500, maxMs: 30000, random: () => 1 });
 * delay(0) // => 500
 * delay(3) // => 4000
 * delay(20) // => 30000
 * fullJitter({ baseMs: 500, maxMs: 30000, random: () => 0.25 })(1) // => 250
 *
 * @param {object} policy
 * @param {number} policy.baseMs the ceiling of the first wait
 * @param {number} policy.maxMs the highest ceiling
 * @param {() => number} [policy.random] from 0 to 1
 * @returns {(failures: number) => number}
 */
export function fullJitter({ baseMs, maxMs, random = Math.random }) {
  return (failures) => Math.round(random() * Math.min(maxMs, baseMs * 2 ** failures));
}
