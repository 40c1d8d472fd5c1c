/**
 * What the browser keeps for us. The person is the browser's: a second tab is the same one, and what one has read or begun
 * to write is the same in both. What is looked at and what is not yet said belong to one tab. A browser that keeps nothing (storage forbidden, or full) still chats, until the
 * page is left.
 */

/**
 * @param {object} parts
 * @param {Storage | null} parts.lasting kept by the browser, for all tabs
 * @param {Storage | null} parts.fleeting kept by this tab
 * @param {string} parts.prefix keeps two Parleys on one host apart
 * @returns {import('./chat.js').Memory}
 */
export function browserMemory({ lasting, fleeting, prefix }) {
  const identity = slot(lasting, `${prefix}identity`, null);
  const rooms = slot(lasting, `${prefix}rooms`, []);
  const drafts = slot(lasting, `${prefix}drafts`, {});
  const read = slot(lasting, `${prefix}read`, {});
  const activeRoom = slot(fleeting, `${prefix}activeRoom`, null);
  const unsaid = slot(fleeting, `${prefix}unsaid`, []);
  return Object.defineProperties({}, { identity, rooms, drafts, read, activeRoom, unsaid });
}

/** A property read from the storage at each use, since another tab may have written it. */
function slot(storage, key, initial) {
  let held = initial;
  return {
    enumerable: true,
    get() {
      try {
        return storage ? (JSON.parse(storage.getItem(key) ?? 'null') ?? initial) : held;
      } catch {
        return held;
      }
    },
    set(value) {
      held = value;
      try {
        storage?.setItem(key, JSON.stringify(value));
      } catch {
        storage = null;
      }
    },
  };
}
