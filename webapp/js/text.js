/**
 * The bundle in use, and how the shell gets its words from it.
 */

import text from './text.en.js';

export default text;

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
