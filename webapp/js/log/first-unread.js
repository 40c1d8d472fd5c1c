/**
 * Where what one has not read begins. Pure.
 */

/**
 * @typedef {import('../chat/transcript.js').Item} Item
 * @typedef {import('../chat/protocol.js').Position} Position
 *
 * @typedef {object} FirstUnread
 * @property {string | null} key of the first item of somebody else that is here; null when there is none
 * @property {{ run?: number } | null} earlier what to load to come to earlier ones; null when there are none to be had
 */

/**
 * What comes first behind a position. Looks back from the end, as far as needed.
 *
 * @param {readonly Item[]} items
 * @param {Position} position
 * @param {object} room
 * @param {string | undefined} room.epoch of its log now; behind a position in another everything is new
 * @param {boolean} room.more whether the server has older ones than the first
 * @param {string | null} room.me
 * @returns {FirstUnread}
 */
export function firstUnread(items, { epoch, seq }, { epoch: now, more, me }) {
  const after = epoch === now ? seq : 0;
  /** @type {string | null} */
  let key = null;
  let first = Infinity;
  for (let index = items.length - 1; index >= 0; index--) {
    const item = items[index];
    if (item.kind === 'message') {
      if (item.message.seq <= after) {
        return { key, earlier: null };
      }
      first = item.message.seq;
      key = item.message.from === me ? key : item.key;
    } else if (item.kind === 'gap' && !goesOn(items[index - 1], item, after)) {
      return { key, earlier: item.more && first > after + 1 ? { run: item.run } : null };
    }
  }
  return { key, earlier: more && first > after + 1 ? {} : null };
}

/**
 * Whether what stands before a gap is not read either.
 *
 * @param {Item | undefined} before
 * @param {{ anew: boolean }} gap
 * @param {number} after
 */
function goesOn(before, { anew }, after) {
  return !anew && before?.kind === 'message' && before.message.seq > after;
}
