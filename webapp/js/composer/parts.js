/**
 * A text too long for one message, cut into parts that are not. Pure.
 */

import { fits, spoken } from '../chat/protocol.js';

/** Where to cut, the best first: between paragraphs, lines, words. */
const SEAMS = ['\n\n', '\n', ' '];

/**
 * The parts, cut where it hurts least.
 *
 * @example
 * const limits = { textLength: 10, frameBytes: 16384, historyPage: 50 };
 * parts('short', limits) // => ["short"]
 * parts('one two three four', limits) // => ["one two", "three four"]
 * parts('one\ntwo three', limits) // => ["one", "two three"]
 * parts('abcdefghijklmnopqrstuvwxyz', limits) // => ["abcdefghij", "klmnopqrst", "uvwxyz"]
 * parts('\u{1F600}'.repeat(11), limits).map((part) => [...part].length) // => [10, 1]
 *
 * @param {string} text
 * @param {import('../chat/protocol.js').Limits} limits
 * @returns {string[]}
 */
export function parts(text, limits) {
  const found = [];
  let rest = spoken(text);
  while (!fits(rest, limits)) {
    const end = cut(rest, longestFitting(rest, limits));
    found.push(rest.slice(0, end).trimEnd());
    rest = spoken(rest.slice(end).replace(/^ +/, ''));
  }
  return [...found, rest].filter((part) => part !== '');
}

/**
 * How many code units from the beginning fit, found by halving. No character is cut in two.
 *
 * @param {string} text
 * @param {import('../chat/protocol.js').Limits} limits
 */
function longestFitting(text, limits) {
  let fitting = 0;
  let tooMany = Math.min(text.length, 2 * limits.textLength) + 1;
  while (tooMany - fitting > 1) {
    const middle = (fitting + tooMany) >> 1;
    if (fits(text.slice(0, middle), limits)) {
      fitting = middle;
    } else {
      tooMany = middle;
    }
  }
  const half = /[\uD800-\uDBFF]/.test(text[fitting - 1]) && /[\uDC00-\uDFFF]/.test(text[fitting] ?? '');
  return half ? fitting - 1 : fitting;
}

/**
 * A seam in the second half of what fits; where there is none, its end.
 *
 * @param {string} text
 * @param {number} most
 */
function cut(text, most) {
  for (const seam of SEAMS) {
    const place = text.lastIndexOf(seam, most);
    if (place > most / 2 || (place > 0 && seam !== ' ')) {
      return place;
    }
  }
  return most;
}
