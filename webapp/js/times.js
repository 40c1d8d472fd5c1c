/**
 * Times as the reader writes them: in the browser's language and time zone.
 */

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'medium' });
const day = new Intl.DateTimeFormat(undefined, { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' });

/** @param {string} at ISO 8601 */
export function clockTime(at) {
  return clock.format(new Date(at));
}

/** @param {string} at ISO 8601 */
export function fullTime(at) {
  return full.format(new Date(at));
}

/** @param {string} at ISO 8601 */
export function dayOf(at) {
  return day.format(new Date(at));
}

/**
 * A way to write the times of things that are written again and again: each is written once.
 *
 * @param {(at: string) => string} write
 * @returns {(said: { at: string }) => string}
 */
export function writtenOnce(write) {
  /** @type {WeakMap<{ at: string }, { at: string, words: string }>} */
  const written = new WeakMap();
  return (said) => {
    let known = written.get(said);
    // The time of what one has just said is the server's in the end
    if (known?.at !== said.at) {
      known = { at: said.at, words: write(said.at) };
      written.set(said, known);
    }
    return known.words;
  };
}
