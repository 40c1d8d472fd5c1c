/**
 * Which rooms there are to enter, as the server said when it was asked last.
 */

/** @typedef {{ name: string, count: number, topic: string }} Place */

export class Directory {
  /** @type {Place[] | null} null until the server has answered */
  rooms = null;
  /** Whether there are more than the server tells of. */
  more = false;
  /** @type {string | null} an error's code */
  problem = null;

  #connection;
  #changed;

  /**
   * @param {import('./connection.js').Connection} connection
   * @param {() => void} changed
   */
  constructor(connection, changed) {
    this.#connection = connection;
    this.#changed = changed;
  }

  /** Asks anew. */
  ask() {
    this.rooms = null;
    this.problem = this.#connection.state.phase === 'online' ? null : 'not_connected';
    this.#connection.request({ type: 'rooms' }, (answer) => {
      if (answer.type === 'rooms') {
        this.rooms = answer.rooms;
        this.more = answer.more;
      } else {
        this.problem = answer.code;
      }
      this.#changed();
    });
    this.#changed();
  }
}
