/**
 * What one has not read yet in a room. Pure.
 */

import { mentioned } from './mentions.js';

/**
 * @typedef {import('./protocol.js').Message} Message
 * @typedef {import('./protocol.js').Position} Position
 * @typedef {import('./transcript.js').Transcript} Transcript
 */

export class Unread {
  /** How many messages of others there are behind the mark. */
  count = 0;
  /** How many of those that are here mention one. */
  mentions = 0;
  /** @type {Position | null} the last that was read; null before anything was */
  mark = null;
  /** @type {Position | null} behind which what is new begins, for as long as one looks at the room */
  line = null;

  /**
   * Everything up to here has been read.
   *
   * @param {Position} position
   */
  read(position) {
    this.mark = position;
    this.count = 0;
    this.mentions = 0;
  }

  /**
   * One more came while nobody looked.
   *
   * @param {Message} message
   * @param {string | null} me
   */
  add({ from, text }, me) {
    if (from === me) {
      return;
    }
    if (this.count === 0) {
      this.line = this.mark;
    }
    this.count++;
    this.mentions += me !== null && mentioned(text, me) ? 1 : 0;
  }

  /** One looks at the room, or says something: what is new is new from here on. */
  look() {
    if (this.count === 0) {
      this.line = null;
    }
  }

  /**
   * Counts anew: the mark was moved elsewhere, or a page of messages came. What lies between the mark and the first message
   * that is here is counted whole, whoever said it.
   *
   * @param {Transcript} transcript
   * @param {string | null} me
   */
  recount(transcript, me) {
    const { messages, missing } = transcript.since(this.mark);
    this.count = missing;
    this.mentions = 0;
    messages.forEach((message) => this.add(message, me));
    this.line = this.count > 0 ? this.mark : this.line;
  }

  /**
   * Whether a mark set elsewhere is ahead of this one.
   *
   * @param {Position | undefined} mark
   * @param {Position | null} newest where the room stands
   */
  isBehind(mark, newest) {
    return mark !== undefined && mark.epoch === newest?.epoch && !(this.mark?.epoch === mark.epoch && this.mark.seq >= mark.seq);
  }
}

/**
 * What is unread in all of these rooms.
 *
 * @example
 * total([{ unread: { count: 3, mentions: 1 } }, { unread: { count: 2, mentions: 0 } }]) // => { count: 5, mentions: 1 }
 *
 * @param {{ unread: Pick<Unread, 'count' | 'mentions'> }[]} rooms
 */
export function total(rooms) {
  const sum = { count: 0, mentions: 0 };
  rooms.forEach(({ unread }) => {
    sum.count += unread.count;
    sum.mentions += unread.mentions;
  });
  return sum;
}

/**
 * A count where there is little room.
 *
 * @example
 * [7, 99, 100].map(short) // => ["7", "99", "99+"]
 *
 * @param {number} count
 */
export function short(count) {
  return count > 99 ? '99+' : String(count);
}
