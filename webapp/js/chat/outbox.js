/**
 * What one has said and the server has not yet told back.
 *
 * Entries leave in the order they were said, one at a time: the next is sent when the one before it has its answer. An
 * entry keeps its first id for good, so saying it again after a lost connection makes no second message.
 */

/**
 * @typedef {object} Entry
 * @property {string} id
 * @property {string} room
 * @property {string} text
 * @property {string} at when it was said, by this computer's clock, then by the server's
 * @property {'waiting' | 'sent' | 'acknowledged' | 'failed'} state
 * @property {number} [seq] once acknowledged
 * @property {string} [problem] the error's code when it failed
 */

export class Outbox {
  /** @type {Entry[]} */
  #entries;
  #saved;

  /**
   * @param {Entry[]} [entries] what an earlier page left, unacknowledged
   * @param {(entries: Entry[]) => void} [saved] told what is unacknowledged whenever that changes
   */
  constructor(entries = [], saved = () => {}) {
    this.#entries = entries.map((entry) => ({ ...entry, state: entry.state === 'failed' ? 'failed' : 'waiting' }));
    this.#saved = saved;
  }

  /**
   * @param {string} room
   * @returns {Entry[]} what waits to be seen in that room, in the order it was said
   */
  of(room) {
    return this.#entries.filter((entry) => entry.room === room);
  }

  /** @returns {string[]} the rooms in which something waits */
  get rooms() {
    return [...new Set(this.#entries.map((entry) => entry.room))];
  }

  /** Whether the server has answered for all there is. */
  get settled() {
    return this.#entries.every(({ state }) => state === 'acknowledged' || state === 'failed');
  }

  /** @param {{ id: string, room: string, text: string, at: string }} said */
  add(said) {
    this.#entries.push({ ...said, state: 'waiting' });
    this.#save();
  }

  /**
   * Takes the next that may be sent.
   *
   * @param {(room: string) => boolean} open whether that room takes messages now
   * @returns {Entry | undefined} undefined when there is none, or one is on its way
   */
  next(open) {
    if (this.#entries.some((entry) => entry.state === 'sent')) {
      return undefined;
    }
    const entry = this.#entries.find((each) => each.state === 'waiting' && open(each.room));
    if (entry) {
      entry.state = 'sent';
    }
    return entry;
  }

  /** The connection is gone: what was on its way is to be said again. */
  lost() {
    this.#entries.filter((entry) => entry.state === 'sent').forEach((entry) => (entry.state = 'waiting'));
  }

  /**
   * The server has stored it. The entry stays until the message itself comes.
   *
   * @param {string} id
   * @param {{ seq: number, at: string }} ack
   */
  acknowledge(id, { seq, at }) {
    this.#change(id, { state: 'acknowledged', seq, at });
  }

  /**
   * The server refused it for now, or for good.
   *
   * @param {string} id
   * @param {string} [problem] the error's code; without it the entry is to be said again
   */
  refuse(id, problem) {
    this.#change(id, problem ? { state: 'failed', problem } : { state: 'waiting' });
  }

  /**
   * Says a failed one again.
   *
   * @param {string} id
   * @param {string} newId what it is called from now on
   */
  again(id, newId) {
    this.#change(id, { id: newId, state: 'waiting', problem: undefined });
  }

  /**
   * Removes what was seen, or is given up.
   *
   * @param {string} id
   */
  remove(id) {
    this.#entries = this.#entries.filter((entry) => entry.id !== id);
    this.#save();
  }

  /**
   * @param {string} id
   * @param {Partial<Entry>} change
   */
  #change(id, change) {
    const entry = this.#entries.find((each) => each.id === id);
    if (entry) {
      Object.assign(entry, change);
      this.#save();
    }
  }

  #save() {
    this.#saved(this.#entries.filter((entry) => entry.state !== 'acknowledged'));
  }
}
