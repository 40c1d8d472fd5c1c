/**
 * What was begun in each room and not yet said.
 */
export class Drafts {
  #memory;

  /** @param {import('./chat.js').Memory} memory */
  constructor(memory) {
    this.#memory = memory;
  }

  /**
   * @param {string} room
   * @returns {string} empty when nothing was
   */
  of(room) {
    return this.#memory.drafts[room] ?? '';
  }

  /**
   * Keeps what stands in a room's box.
   *
   * @param {string} room
   * @param {string} written
   */
  keep(room, written) {
    const { [room]: before = '', ...others } = this.#memory.drafts;
    if (before !== written) {
      this.#memory.drafts = written === '' ? others : { ...others, [room]: written };
    }
  }
}
