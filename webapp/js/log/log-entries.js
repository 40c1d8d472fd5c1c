/**
 * What the log of a room shows, in chunks: days, messages, gaps, announcements, where what is new begins, and last what one
 * has said and the server has not yet told back. A chunk in which nothing changed is the same object as before, so that a new
 * message costs the last one only. Pure.
 */

import { namesEmoji } from './adornment.js';
import { deed } from '../chat/commands.js';

/** Messages of one person within this time stand under one name. */
const TOGETHER_MS = 5 * 60 * 1000;

/** A chunk begins where the seq is a multiple of this, so that older pages and forgotten messages move no other chunk. */
const CHUNK = 10;

/**
 * @typedef {import('../chat/transcript.js').Item} Item
 * @typedef {import('../chat/protocol.js').Message} Message
 * @typedef {import('../chat/outbox.js').Entry} Unseen
 *
 * @typedef {object} MessageEntry
 * @property {'message'} kind
 * @property {string} key one's own keeps its key from the first to the last
 * @property {Message | Unseen} said
 * @property {string} from
 * @property {boolean} member whether the server had signed them in
 * @property {import('../chat/protocol.js').Role | undefined} role as what they are here, or were last
 * @property {string} at
 * @property {boolean} own
 * @property {boolean} follows whether it stands under the name of the one before
 * @property {boolean} acts whether it tells what somebody does
 * @property {'said' | 'waiting' | 'sent' | 'acknowledged' | 'failed'} state
 * @property {string} problem
 *
 * @typedef {{ kind: 'day', key: string, day: string }
 *   | { kind: 'line', key: string }
 *   | { kind: 'gap', key: string, anew: boolean, more: boolean, loading: boolean, run: number }
 *   | { kind: 'notice', key: string, text: string, at: string }
 *   | MessageEntry} LogEntry
 *
 * @typedef {ReadonlyMap<string, import('../chat/protocol.js').Role>} Roles
 *
 * @typedef {{ day: string | null, author: string | null, at: string }} Context what stands before an entry
 *
 * @typedef {object} Chunk
 * @property {string} key
 * @property {readonly LogEntry[]} entries
 * @property {boolean} mentions whether somebody may be mentioned in it
 * @property {boolean} emoji whether there may be names of emoji in it
 * @property {ReadonlySet<string>} authors
 * @property {readonly Item[]} items what it was made of
 * @property {Context} before
 * @property {Context} after
 * @property {string | null} me
 * @property {boolean} member
 * @property {Roles} roles
 * @property {string | null} line
 *
 * @typedef {{ key: string, items: Item[], unseen: Unseen[] }} Part
 */

/**
 * @param {object} shown
 * @param {readonly Item[]} shown.items
 * @param {readonly Unseen[]} shown.unseen
 * @param {string | null} shown.me
 * @param {boolean} shown.member whether one is one oneself
 * @param {Roles} shown.roles of the members here, by name; the same map as long as nothing changes
 * @param {boolean} shown.loading
 * @param {string | null} shown.line the key of the item before which what is new begins
 * @param {(said: { at: string }) => string} shown.dayOf
 * @param {readonly Chunk[]} [known] what this returned the last time
 * @returns {Chunk[]}
 */
export function logChunks(shown, known = []) {
  const byKey = new Map(known.map((chunk) => [chunk.key, chunk]));
  /** @type {Context} */
  let before = { day: null, author: null, at: '' };
  return cut(shown).map((part) => {
    const same = byKey.get(part.key);
    const chunk = same && isSame(same, part, before, shown) ? same : settled(same, chunkOf(part, before, shown));
    before = chunk.after;
    return chunk;
  });
}

/**
 * @param {{ items: readonly Item[], unseen: readonly Unseen[] }} shown
 * @returns {Part[]}
 */
function cut({ items, unseen }) {
  /** @type {Part[]} */
  const parts = [];
  const keys = new Set();
  let number = NaN;

  /** @param {string} key */
  function begin(key) {
    let unique = key;
    while (keys.has(unique)) {
      unique += '+';
    }
    keys.add(unique);
    parts.push({ key: unique, items: [], unseen: [] });
    return parts[parts.length - 1];
  }

  let part = items.length === 0 && unseen.length === 0 ? null : begin('1/begin');
  let seq = 0;
  let run = '1';
  for (const item of items) {
    if (item.kind === 'gap') {
      part = begin(item.key);
      number = NaN;
    } else if (item.kind === 'message') {
      seq = item.message.seq;
      if (Math.floor(seq / CHUNK) !== number) {
        number = Math.floor(seq / CHUNK);
        run = item.key.slice(0, item.key.indexOf('/'));
        part = begin(`${run}/${number}`);
      }
    }
    /** @type {Part} */ (part).items.push(item);
  }
  for (const entry of unseen) {
    // It will most likely be the next, and then stands where it will stay
    seq = entry.seq ?? seq + 1;
    if (!(Math.floor(seq / CHUNK) <= number)) {
      number = Math.floor(seq / CHUNK);
      part = begin(`${run}/${number}`);
    }
    /** @type {Part} */ (part).unseen.push(entry);
  }
  return parts.filter((each) => each.items.length + each.unseen.length > 0);
}

/**
 * What is on its way changes in place, and of a gap there is a new one each time: chunks with these are made anew.
 *
 * @param {Chunk} chunk
 * @param {Part} part
 * @param {Context} before
 * @param {{ me: string | null, member: boolean, roles: Roles, line: string | null }} shown
 */
function isSame(chunk, { items, unseen }, before, { me, member, roles, line }) {
  return (
    unseen.length === 0 &&
    chunk.me === me &&
    chunk.member === member &&
    chunk.roles === roles &&
    chunk.line === lineIn(items, line) &&
    sameFields(chunk.before, before) &&
    chunk.items.length === items.length &&
    items.every((item, index) => item === chunk.items[index])
  );
}

/**
 * @param {Part} part
 * @param {Context} before
 * @param {{ me: string | null, member: boolean, roles: Roles, loading: boolean, line: string | null, dayOf: (said: { at: string }) => string }} shown
 * @returns {Chunk}
 */
function chunkOf({ key, items, unseen }, before, { me, member, roles, loading, line, dayOf }) {
  /** @type {LogEntry[]} */
  const entries = [];
  let { day, author, at } = before;
  let texts = '';

  /**
   * @param {LogEntry} entry
   * @param {{ at: string } | null} said
   */
  function add(entry, said) {
    const ofDay = said === null ? day : dayOf(said);
    if (ofDay !== null && ofDay !== day) {
      day = ofDay;
      author = null;
      entries.push({ kind: 'day', key: `day/${entry.key}`, day });
    }
    if (entry.key === line) {
      author = null;
      entries.push({ kind: 'line', key: 'line' });
    }
    if (entry.kind === 'message') {
      texts += `${entry.said.text}\n`;
      entry.follows = !entry.acts && author === authorOf(entry) && Date.parse(entry.at) - Date.parse(at) < TOGETHER_MS;
      author = entry.acts ? null : authorOf(entry);
      at = entry.at;
    } else {
      author = null;
    }
    entries.push(entry);
  }

  /**
   * @param {string} from
   * @param {boolean} signedIn
   */
  function by(from, signedIn) {
    return { from, member: signedIn, role: signedIn ? roles.get(from) : undefined };
  }

  for (const item of items) {
    if (item.kind === 'message') {
      const { message } = item;
      const { from } = message;
      add(entryOf(item.key, message, by(from, message.member === true), from === me, 'said', ''), message);
    } else if (item.kind === 'gap') {
      add({ kind: 'gap', key: item.key, anew: item.anew, more: item.more, loading, run: item.run }, null);
    } else {
      add({ kind: 'notice', key: item.key, text: item.text, at: item.at }, item);
    }
  }
  for (const entry of unseen) {
    add(entryOf('', entry, by(me ?? '', member), true, entry.state, entry.problem ?? ''), entry);
  }
  return {
    key,
    entries,
    mentions: texts.includes('@'),
    emoji: namesEmoji(texts),
    authors: new Set(entries.flatMap((entry) => (entry.kind === 'message' ? [entry.from] : []))),
    items,
    before,
    after: { day, author, at },
    me,
    member,
    roles,
    line: lineIn(items, line),
  };
}

/**
 * A guest may have had the name of somebody who is a member.
 *
 * @param {{ from: string, member: boolean }} entry
 */
function authorOf({ from, member }) {
  return `${member ? 'member' : 'guest'} ${from}`;
}

/**
 * @param {string} key
 * @param {Message | Unseen} said
 * @param {{ from: string, member: boolean, role: MessageEntry['role'] }} by
 * @param {boolean} own
 * @param {MessageEntry['state']} state
 * @param {string} problem
 * @returns {MessageEntry}
 */
function entryOf(key, said, by, own, state, problem) {
  const { id, at, text } = said;
  const acts = deed(text) !== null;
  return { kind: 'message', key: own ? `own/${id}` : key, said, ...by, at, own, follows: false, acts, state, problem };
}

/**
 * The chunk there was, where the new one shows the same.
 *
 * @param {Chunk | undefined} known
 * @param {Chunk} made
 */
function settled(known, made) {
  const same =
    known?.entries.length === made.entries.length &&
    sameFields(known.after, made.after) &&
    made.entries.every((entry, index) => sameFields(entry, known.entries[index]));
  return same ? known : made;
}

/**
 * @param {readonly Item[]} items
 * @param {string | null} line
 */
function lineIn(items, line) {
  return line !== null && items.some(({ key }) => key === line) ? line : null;
}

/**
 * @param {Record<string, any>} a
 * @param {Record<string, any>} b
 */
function sameFields(a, b) {
  const keys = Object.keys(b);
  return Object.keys(a).length === keys.length && keys.every((key) => Object.is(a[key], b[key]));
}
