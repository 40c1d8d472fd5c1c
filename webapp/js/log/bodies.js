/**
 * What was said in one room, as elements: made once for each message, and again only where it would look different. Long
 * ones are folded.
 */

import { adorn, namesEmoji } from './adornment.js';
import { deed } from '../chat/commands.js';
import { button, element } from '../shell/dom.js';
import { markup } from './markup.js';

/** @typedef {import('./adornment.js').Look} Look */

/** A text of more lines or characters is folded. */
const MOST_LINES = 12;
const MOST_CHARACTERS = 1000;

/**
 * Whether a text is folded until one asks for all of it.
 *
 * @example
 * isLong('short') // => false
 * isLong('line\n'.repeat(13)) // => true
 * isLong('x'.repeat(1001)) // => true
 *
 * @param {string} text
 */
export function isLong(text) {
  return text.length > MOST_CHARACTERS || text.split('\n').length > MOST_LINES;
}

/**
 * @typedef {object} Body
 * @property {string} id of the element with the text; those with author and time have it in theirs
 * @property {HTMLElement} node
 * @property {boolean} mentionsMe
 * @property {Look} look what it was adorned for
 * @property {boolean} folded
 */

export class Bodies {
  /** @type {WeakMap<object, Body>} by message */
  #known = new WeakMap();
  /** @type {Map<string, Body>} what was said and not yet told back, by id */
  #own = new Map();
  #number = 0;
  #toggled;

  /** @param {(node: HTMLElement, change: () => void) => void} toggled carries a fold out, so that the eye can follow */
  constructor(toggled) {
    this.#toggled = toggled;
  }

  /**
   * The body of a message. One's own keeps its element when the server has told it back, so that it is not read out twice.
   *
   * @param {import('./log-entries.js').MessageEntry} entry
   * @param {Look} look
   * @returns {Body}
   */
  of({ said, own, state }, look) {
    let body = this.#known.get(said) ?? (own ? this.#own.get(said.id) : undefined);
    if (body === undefined) {
      body = this.#make(said.text, look);
    } else if (looksDifferent(said.text, body.look, look)) {
      this.#fill(body, said.text, look);
    }
    if (own && state !== 'said') {
      this.#own.set(said.id, body);
    } else {
      this.#own.delete(said.id);
      this.#known.set(said, body);
    }
    return body;
  }

  /**
   * @param {string} text
   * @param {Look} look
   * @returns {Body}
   */
  #make(text, look) {
    const id = `message-${++this.#number}`;
    const words = element('div', { class: 'message-text', dir: 'auto', id: `${id}-text` });
    const node = element('div', { class: 'message-body' }, words);
    const body = { id, node, mentionsMe: false, look, folded: isLong(text) };
    // What has the focus is to be seen
    words.addEventListener('focusin', () => body.folded && /** @type {HTMLElement} */ (node.lastElementChild).click());
    this.#fill(body, text, look);
    return body;
  }

  /**
   * @param {Body} body
   * @param {string} text
   * @param {Look} look
   */
  #fill(body, text, look) {
    const words = /** @type {HTMLElement} */ (body.node.firstElementChild);
    const fragment = document.importNode(markup(deed(text) ?? text), true);
    body.mentionsMe = adorn(fragment, look);
    body.look = look;
    words.replaceChildren(fragment);
    if (isLong(text)) {
      this.#addFold(body, words, look);
    }
  }

  /**
   * @param {Body} body
   * @param {HTMLElement} words
   * @param {Look} look
   */
  #addFold(body, words, { text }) {
    const toggle = button('', 'quiet small fold', () => {
      this.#toggled(body.folded ? body.node : toggle, () => {
        body.folded = !body.folded;
        show();
      });
    });
    toggle.tabIndex = -1;
    const show = () => {
      words.classList.toggle('folded', body.folded);
      toggle.textContent = body.folded ? text.showAll : text.showLess;
      toggle.setAttribute('aria-expanded', String(!body.folded));
    };
    show();
    body.node.replaceChildren(words, toggle);
  }
}

/**
 * @param {string} text
 * @param {Look} before
 * @param {Look} now
 */
function looksDifferent(text, before, now) {
  return (
    before.text !== now.text ||
    ((before.names !== now.names || before.me !== now.me) && text.includes('@')) ||
    (before.emoji !== now.emoji && namesEmoji(text))
  );
}
