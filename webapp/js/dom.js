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

/**
 * Keeps the children of an element in step with a list of values. What stays keeps its element, and so its focus; an
 * element is updated only when a field of its value has changed.
 *
 * @template {object} V
 * @param {Element} parent
 * @param {object} kind
 * @param {(value: V) => Element} kind.create
 * @param {(node: any, value: V) => void} [kind.update] called after `create` too
 * @returns {(entries: [key: string, value: V][]) => void} shows these, in this order
 */
export function keyedList(parent, { create, update = () => {} }) {
  /** @type {Map<string, { node: Element, value: V }>} */
  let shown = new Map();
  return (entries) => {
    const wanted = new Map();
    for (const [key, value] of entries) {
      let unique = key;
      while (wanted.has(unique)) {
        unique += '+';
      }
      wanted.set(unique, value);
    }
    shown.forEach(({ node }, key) => wanted.has(key) || node.remove());
    const next = new Map();
    let place = parent.firstElementChild;
    for (const [key, value] of wanted) {
      const known = shown.get(key);
      const node = known?.node ?? create(value);
      if (!known || !same(known.value, value)) {
        update(node, value);
      }
      if (node === place) {
        place = place.nextElementSibling;
      } else {
        parent.insertBefore(node, place);
      }
      next.set(key, { node, value });
    }
    shown = next;
  };
}

function same(a, b) {
  const keys = Object.keys(b);
  return Object.keys(a).length === keys.length && keys.every((key) => Object.is(a[key], b[key]));
}
