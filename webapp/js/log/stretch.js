/**
 * The stretch of a log that is in the document: what is in view and some more around it, so that a browser lays it out quickly
 * however long the log is. Pure.
 */

/** So many chunks are in the document at most: a thousand messages. */
export const MOST_DRAWN = 100;

/** So many are drawn in one frame, where one has come from elsewhere: the largest page there is. */
const AT_ONCE = 12;

/**
 * What is to be in the document. It goes on by a chunk at a time, so that no frame takes long, and lets go of what is farthest.
 *
 * @example
 * stretch([{ key: 'a' }, { key: 'b' }, { key: 'c' }], [{ key: 'c' }], 'above').map(({ key }) => key) // => ['b', 'c']
 *
 * @template {{ key: string }} C
 * @param {readonly C[]} chunks all there are, oldest first
 * @param {readonly { key: string }[]} drawn those that are in the document
 * @param {'end' | 'above' | 'below' | null} toward `end`: one stays at the end of the log, and what is above comes by and by; null: it
 *   is enough as it is
 * @returns {C[]}
 */
export function stretch(chunks, drawn, toward) {
  const known = new Set(drawn.map(({ key }) => key));
  const first = chunks.findIndex(({ key }) => known.has(key));
  const last = chunks.findLastIndex(({ key }) => known.has(key));
  const end = chunks.length;
  if (first < 0 || (toward === 'end' && last < end - AT_ONCE)) {
    return chunks.slice(-AT_ONCE);
  }
  switch (toward) {
    case 'end':
      return chunks.slice(Math.max(0, first - 1, end - MOST_DRAWN));
    case 'above': {
      const from = Math.max(0, first - 1);
      return chunks.slice(from, Math.min(last + 1, from + MOST_DRAWN));
    }
    case 'below': {
      const to = Math.min(end, last + 2);
      return chunks.slice(Math.max(first, to - MOST_DRAWN), to);
    }
    default:
      return chunks.slice(first, last + 1);
  }
}
