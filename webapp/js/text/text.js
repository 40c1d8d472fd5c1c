/**
 * The bundle in use, and how the shell gets its words from it.
 */

import { fillWords } from './shell.js';
import english from './text.en.js';

/** @typedef {typeof english} Text */

/** @type {Text} what everybody reads; changes with the language */
let text = english;
/** The language asked for last; the bundle of one asked for before may come later. */
let asked = english.lang;

export { text as default };

/**
 * Speaks a language from now on.
 *
 * @param {string} tag one of LANGUAGES
 */
export async function speak(tag) {
  asked = tag;
  const bundle = (await import(`./text.${tag}.js`)).default;
  if (asked === tag) {
    text = bundle;
  }
}

/** Fills in the words the shell names. */
export function fillShell() {
  fillWords(text);
}
