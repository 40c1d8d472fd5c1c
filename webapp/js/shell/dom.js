/**
 * The few things done to the document again and again. Text goes in as text, never as markup.
 */

/**
 * The element of the shell with this id.
 *
 * @param {string} id
 * @returns {any}
 */
export function byId(id) {
  return document.getElementById(id);
}

/**
 * Makes an element.
 *
 * @param {string} tag
 * @param {Record<string, string>} [attributes]
 * @param {...(Node | string)} children
 */
export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  Object.entries(attributes).forEach(([name, value]) => node.setAttribute(name, value));
  node.append(...children);
  return node;
}

/**
 * Makes a button.
 *
 * @param {string} words
 * @param {string} look its classes
 * @param {() => void} pressed
 */
export function button(words, look, pressed) {
  const node = element('button', { type: 'button', class: look }, words);
  node.addEventListener('click', pressed);
  return node;
}

/**
 * Writes a text where it differs, so that a reader of the screen is told only what is new.
 *
 * @param {Element} node
 * @param {string} words
 */
export function write(node, words) {
  if (node.textContent !== words) {
    node.textContent = words;
  }
}

/**
 * Writes a problem beside the control it is about.
 *
 * @param {Element} place
 * @param {string} words empty when there is none
 * @param {Element} [control]
 */
export function writeProblem(place, words, control) {
  write(place, words);
  control?.setAttribute('aria-invalid', String(words !== ''));
}
