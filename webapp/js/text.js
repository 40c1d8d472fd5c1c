/**
 * The bundle in use, and how the shell gets its words from it.
 */

import english from './text.en.js';

/** @typedef {typeof english} Text */

/** @type {Text} what everybody reads; changes with the language */
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

/**
 * Fills in the words the shell names.
 *
 * @param {Document} document
 */
export function fillShell(document) {
  document.documentElement.lang = text.lang;
  document.querySelectorAll('[data-text]').forEach((node) => (node.textContent = text[node.dataset.text]));
  document.querySelectorAll('[data-label]').forEach((node) => node.setAttribute('aria-label', text[node.dataset.label]));
  document
    .querySelectorAll('[data-placeholder]')
    .forEach((node) => node.setAttribute('placeholder', text[node.dataset.placeholder]));
}
