/**
 * One room as this page sees it: what was said, who is there, who types, what is unread.
 */

import { NOBODY, apply, begin } from './presence.js';
import { TYPING_FADES_MS } from './protocol.js';
import { Transcript } from './transcript.js';
import { Unread } from './unread.js';

/** As many items a room keeps while nobody reads far back. */
const MOST_ITEMS = 2000;

/** Trimming is done by the hundred, not one by one. */
const TRIM_SLACK = 500;

/** @type {Record<string, string>} what is the matter, as an error's code, by why one was put out of a room */
const OUT_FOR = { closed: 'room_closed', private: 'no_such_room' };

/**
 * @typedef {import('./protocol.js').Message} Message
 * @typedef {import('./protocol.js').Deletion} Deletion
 * @typedef {import('./protocol.js').Frame} Frame
 * @typedef {import('./protocol.js').Person} Person
 * @typedef {import('./protocol.js').Role} Role
 *
 * @typedef {'away' | 'joining' | 'live' | 'refused'} Standing
 *   away: to be joined when there is a connection; joining: asked, not answered; live: what happens there comes here;
 *   refused: the server does not let us in
 */

export class Room {
  /** @type {Standing} */
  standing = 'away';
  transcript = new Transcript();
  presence = NOBODY;
  /** @type {ReadonlyMap<string, Role>} what those may do beside chatting who are here, or were; another map when that changes */
  roles = new Map();
  unread = new Unread();
  /** What it is about; empty when nobody has said. */
  topic = '';
  /** Whether a page of history is on its way. */
  loading = false;
  /** Whether somebody reads far back, so that nothing may be trimmed. */
  reading = false;
  /** @type {string | null} an error's code */
  problem = null;
  /** @type {Map<string, number>} until when each is believed to type */
  #typing = new Map();

  /** @param {string} name */
  constructor(name) {
    this.name = name;
  }

  /** Whether it was ever joined. */
  get known() {
    return this.transcript.position !== null;
  }

  /**
   * The answer to a join: from here on this room is live.
   *
   * @param {Frame} joined
   */
  joined(joined) {
    this.transcript.join(/** @type {any} */ (joined));
    this.topic = joined.topic ?? '';
    this.presence = begin(/** @type {any} */ (joined));
    this.#learnRoles(joined.members);
    this.standing = 'live';
    this.problem = null;
    this.loading = false;
    this.#trim();
  }

  /** The connection is gone. Who is there is not known any more, but still the best guess. */
  lost() {
    this.standing = 'away';
    this.loading = false;
    this.#typing.clear();
  }

  /**
   * @param {Message | Deletion} event
   * @returns {'new' | 'known' | 'hole'}
   */
  said(event) {
    if ('from' in event) {
      this.#typing.delete(event.from);
    }
    const news = this.transcript.add(event);
    this.#trim();
    return news;
  }

  /**
   * A moderator has put us out.
   *
   * @param {string} why
   */
  removed(why) {
    this.lost();
    this.standing = 'refused';
    this.problem = OUT_FOR[why] ?? 'not_joined';
  }

  /** @param {Frame} diff */
  present(diff) {
    this.presence = apply(this.presence, /** @type {any} */ (diff));
    diff.left.forEach((/** @type {string} */ name) => this.#typing.delete(name));
    this.#learnRoles(diff.joined);
  }

  /** @param {Person[]} people who are here, each as a member or a guest may be who had the name before */
  #learnRoles(people) {
    const news = people.filter(({ name, role }) => this.roles.get(name) !== role);
    if (news.length > 0) {
      const roles = new Map(this.roles);
      news.forEach(({ name, role }) => (role ? roles.set(name, role) : roles.delete(name)));
      this.roles = roles;
    }
  }

  /**
   * @param {string} name
   * @param {number} now
   */
  types(name, now) {
    this.#typing.set(name, now + TYPING_FADES_MS);
  }

  /**
   * @param {number} now
   * @returns {string[]} who types, in the order they began
   */
  typists(now) {
    return [...this.#typing].filter(([, until]) => until > now).map(([name]) => name);
  }

  #trim() {
    if (!this.reading && this.transcript.length > MOST_ITEMS + TRIM_SLACK) {
      this.transcript.trim(MOST_ITEMS);
    }
  }
}
