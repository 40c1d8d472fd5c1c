/**
 * Emoji by name, as in :tada:. The table is fetched when it is first needed.
 */

/** @type {Record<string, string>} by name without colons; empty until it has come */
let byName = {};
/** @type {Promise<void> | null} */
let coming = null;

/** The table as far as it has come. */
export function emojiNames() {
  return byName;
}

/**
 * Fetches the table. A failure is no fault: names stay names, and the next call tries again.
 *
 * @returns {Promise<void>} fulfilled when it is there, or can't be had
 */
export function fetchEmoji() {
  coming ??= fetch(import.meta.resolve('emoji-names'))
    .then((response) => response.json())
    .then((table) => {
      byName = table;
    })
    .catch(() => {
      coming = null;
    });
  return coming;
}

/**
 * A text with its names replaced. What is no name stays, such as 10:45:30.
 *
 * @example
 * withEmoji('done :tada: at 10:45:30 :nosuchname:', { tada: '🎉' }) // => "done 🎉 at 10:45:30 :nosuchname:"
 *
 * @param {string} text
 * @param {Record<string, string>} [names]
 */
export function withEmoji(text, names = byName) {
  return text.replace(/:([a-z0-9+_-]+):/gi, (whole, name) =>
    Object.hasOwn(names, name.toLowerCase()) ? names[name.toLowerCase()] : whole,
  );
}
