/**
 * Who is mentioned in a text: an @ and a name. Pure.
 */

/**
 * Where names stand in a text. A name may have spaces, so the longest one known that fits is taken.
 *
 * @example
 * mentions('@ada: have you seen @Grace H.?', ['ada', 'grace', 'grace h']).map(({ name }) => name) // => ["ada", "grace h"]
 * mentions('mail ada@grace.example', ['grace']) // => []
 * mentions('@adam', ['ada']) // => []
 * mentions('(@ada)', ['ada']) // => [{ start: 1, end: 5, name: 'ada' }]
 *
 * @param {string} text
 * @param {Iterable<string>} names
 * @returns {{ start: number, end: number, name: string }[]} from left to right; `start` is where the @ stands
 */
export function mentions(text, names) {
  if (!text.includes('@')) {
    return [];
  }
  const longestFirst = [...names].sort((a, b) => b.length - a.length);
  const found = [];
  for (const { index: start } of text.matchAll(/(?<![\p{L}\p{N}_.@-])@/gu)) {
    const name = longestFirst.find((each) => standsAt(text, start + 1, each));
    if (name !== undefined) {
      found.push({ start, end: start + 1 + name.length, name });
    }
  }
  return found;
}

/**
 * Whether somebody is mentioned.
 *
 * @example
 * mentioned('Thanks, @ada!', 'Ada') // => true
 * mentioned('Thanks, ada!', 'Ada') // => false
 *
 * @param {string} text
 * @param {string} name
 */
export function mentioned(text, name) {
  return mentions(text, [name]).length > 0;
}

/**
 * @param {string} text
 * @param {number} at
 * @param {string} name
 */
function standsAt(text, at, name) {
  const end = at + name.length;
  return fold(text.slice(at, end)) === fold(name) && !/^[\p{L}\p{N}_]/u.test(text.slice(end));
}

/**
 * A name as it is compared.
 *
 * @param {string} name
 */
export function fold(name) {
  return name.normalize('NFKC').toLowerCase();
}
