/**
 * The admin page's bundle in use.
 */

import english from './text.en.js';

/** @typedef {typeof english} Text */

/** @type {Text} what everybody reads */
let text = english;

export { text as default };

/**
 * Speaks a language from now on.
 *
 * @param {string} tag one of LANGUAGES
 */
export async function speak(tag) {
  text = (await import(`./text.${tag}.js`)).default;
}
