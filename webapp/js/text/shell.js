/**
 * Fills in the words the shell of a page names.
 */

/** @param {{ lang: string }} text the bundle */
export function fillWords(text) {
  document.documentElement.lang = text.lang;
  fill('text', text, (node, words) => (node.textContent = words));
  fill('label', text, (node, words) => node.setAttribute('aria-label', words));
  fill('placeholder', text, (node, words) => node.setAttribute('placeholder', words));
}

/**
 * @param {string} kind
 * @param {object} text
 * @param {(node: HTMLElement, words: string) => void} put
 */
function fill(kind, text, put) {
  /** @type {NodeListOf<HTMLElement>} */
  const nodes = document.querySelectorAll(`[data-${kind}]`);
  nodes.forEach((node) => put(node, /** @type {any} */ (text)[node.dataset[kind] ?? '']));
}
