/**
 * What the browser keeps for us. The person is the browser's: a second tab is the same one, and what one has read, begun
 * to write or set is the same in both. What is looked at and what is not yet said belong to one tab. A browser that keeps
 * nothing (storage forbidden, or full) still chats, until the page is left.
 */

/** The memory of the page that is open. */
export function pageMemory() {
  return browserMemory({
    lasting: storage('localStorage'),
    fleeting: storage('sessionStorage'),
    prefix: `parley:${new URL('.', document.baseURI).pathname}:`,
  });
}

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
  const left = slot(lasting, `${prefix}left`, []);
  const drafts = slot(lasting, `${prefix}drafts`, {});
  const read = slot(lasting, `${prefix}read`, {});
  const told = slot(lasting, `${prefix}told`, {});
  const settings = slot(lasting, `${prefix}settings`, {});
  const activeRoom = slot(fleeting, `${prefix}activeRoom`, null);
  const unsaid = slot(fleeting, `${prefix}unsaid`, []);
  return Object.defineProperties(/** @type {any} */ ({}), {
    identity,
    rooms,
    left,
    drafts,
    read,
    told,
    settings,
    activeRoom,
    unsaid,
  });
}

/**
 * A browser that forbids storage throws at the mere mention of it.
 *
 * @param {'localStorage' | 'sessionStorage'} name
 */
function storage(name) {
  try {
    return window[name];
  } catch {
    return null;
  }
}

/**
 * A property read from the storage at each use, since another tab may have written it.
 *
 * @param {Storage | null} storage
 * @param {string} key
 * @param {unknown} initial
 * @returns {PropertyDescriptor}
 */
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
