/**
 * What one said before, called up again with the arrow keys, as a shell does. Pure.
 */
export class Recall {
  #said;
  /** How far back one is; 0 when one writes something new. */
  #steps = 0;
  #shown = '';

  /** @param {() => string[]} said what one said, oldest first */
  constructor(said) {
    this.#said = said;
  }

  /**
   * What was said before what is shown.
   *
   * @param {string} written what stands in the box; what one has begun oneself is not written over
   * @returns {string | null} null when the arrow is to do what it always does
   */
  back(written) {
    return this.#go(written, this.#steps + 1);
  }

  /**
   * What was said after what is shown; nothing behind the last.
   *
   * @param {string} written
   * @returns {string | null}
   */
  forth(written) {
    return this.#steps === 0 ? null : this.#go(written, this.#steps - 1);
  }

  /** One writes something new. */
  end() {
    this.#steps = 0;
    this.#shown = '';
  }

  /**
   * @param {string} written
   * @param {number} steps
   */
  #go(written, steps) {
    if (written !== this.#shown) {
      this.end();
      return null;
    }
    const said = this.#said();
    if (steps > said.length) {
      return null;
    }
    this.#steps = steps;
    this.#shown = steps === 0 ? '' : said[said.length - steps];
    return this.#shown;
  }
}
