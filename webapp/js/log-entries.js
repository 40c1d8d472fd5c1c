/**
 * What the log of a room shows, as a flat list: days, messages, gaps, announcements, and last what one has said and
 * the server has not yet told back. Pure.
 */

/** Messages of one person within this time stand under one name. */
const TOGETHER_MS = 5 * 60 * 1000;

/**
 * @typedef {{ kind: 'day', day: string }
 *   | { kind: 'gap', anew: boolean, more: boolean, loading: boolean, run: number }
 *   | { kind: 'notice', text: string, at: string }
 *   | { kind: 'message', id: string, from: string, text: string, at: string, follows: boolean,
 *       state: 'said' | 'waiting' | 'sent' | 'acknowledged' | 'failed', problem: string }} LogEntry
 */

/**
 * @param {object} shown
 * @param {import('./transcript.js').Item[]} shown.items
 * @param {import('./outbox.js').Entry[]} shown.unseen
 * @param {string | null} shown.me
 * @param {boolean} shown.loading
 * @param {(at: string) => string} shown.dayOf
 * @returns {[key: string, entry: LogEntry][]} a message of one's own keeps its key from the first to the last
 */
export function logEntries({ items, unseen, me, loading, dayOf }) {
  const entries = [];
  let previous = null;
  let day = null;

  function add(key, entry) {
    if (entry.at !== undefined && dayOf(entry.at) !== day) {
      day = dayOf(entry.at);
      previous = null;
      entries.push([`day/${day}`, { kind: 'day', day }]);
    }
    if (entry.kind === 'message') {
      entry.follows = previous?.from === entry.from && Date.parse(entry.at) - Date.parse(previous.at) < TOGETHER_MS;
    }
    previous = entry.kind === 'message' ? entry : null;
    entries.push([key, entry]);
  }

  for (const item of items) {
    if (item.kind === 'message') {
      const { id, from, text, at } = item.message;
      const key = from === me ? `own/${id}` : item.key;
      add(key, { kind: 'message', id, from, text, at, follows: false, state: 'said', problem: '' });
    } else if (item.kind === 'gap') {
      add(item.key, { kind: 'gap', anew: item.anew, more: item.more, loading, run: item.run });
    } else {
      add(item.key, { kind: 'notice', text: item.text, at: item.at });
    }
  }
  for (const { id, text, at, state, problem = '' } of unseen) {
    add(`own/${id}`, { kind: 'message', id, from: me, text, at, follows: false, state, problem });
  }
  return entries;
}
