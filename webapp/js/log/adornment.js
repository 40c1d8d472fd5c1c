/**
 * What a message's markup gets besides: emoji by name, who is mentioned, links that open beside the page, buttons that copy
 * code. Everything a user wrote goes in as text.
 */

import { element } from '../shell/dom.js';
import { withEmoji } from './emoji.js';
import { mentions } from '../chat/mentions.js';

/** Where a text stays as it is: addresses and code may have names of people and emoji in them, and mean neither. */
const LEFT_ALONE = 'a, code, pre';

/**
 * @typedef {object} Look what the adornment depends on
 * @property {ReadonlySet<string>} names who may be mentioned
 * @property {string} me oneself
 * @property {Record<string, string>} emoji by name
 * @property {import('../text/text.js').Text} text
 */

/**
 * Whether a text has what may be the name of an emoji.
 *
 * @example
 * namesEmoji('done :tada:') // => true
 * namesEmoji('at 10:45') // => false
 *
 * @param {string} text
 */
export function namesEmoji(text) {
  return /:[a-z0-9+_-]+:/i.test(text);
}

/**
 * Adorns a piece of this document.
 *
 * @param {DocumentFragment} fragment
 * @param {Look} look
 * @returns {boolean} whether oneself is mentioned
 */
export function adorn(fragment, { names, me, emoji, text }) {
  fragment.querySelectorAll('a').forEach(leadOut);
  const mentioned = textsOf(fragment).map((node) => adornText(node, names, me, emoji));
  fragment.querySelectorAll('pre').forEach((code) => addCopy(code, text.copy));
  return mentioned.includes(true);
}

/** @param {HTMLAnchorElement} link */
function leadOut(link) {
  link.target = '_blank';
  link.rel = 'noopener noreferrer nofollow';
  // Keys reach it from its message
  link.tabIndex = -1;
}

/**
 * @param {DocumentFragment} fragment
 * @returns {Text[]}
 */
function textsOf(fragment) {
  const walker = document.createTreeWalker(fragment, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.parentElement?.closest(LEFT_ALONE) === null) {
      found.push(/** @type {Text} */ (node));
    }
  }
  return found;
}

/**
 * @param {Text} node
 * @param {Iterable<string>} names
 * @param {string} me
 * @param {Record<string, string>} emoji
 * @returns {boolean} whether oneself is mentioned
 */
function adornText(node, names, me, emoji) {
  const words = withEmoji(node.data, emoji);
  const found = mentions(words, names);
  if (found.length === 0) {
    if (words !== node.data) {
      node.data = words;
    }
    return false;
  }
  const pieces = [];
  let end = 0;
  for (const mention of found) {
    const own = mention.name === me;
    pieces.push(words.slice(end, mention.start));
    pieces.push(element('span', { class: own ? 'mention own' : 'mention' }, words.slice(mention.start, mention.end)));
    end = mention.end;
  }
  node.replaceWith(...pieces, words.slice(end));
  return found.some(({ name }) => name === me);
}

/**
 * @param {HTMLPreElement} code
 * @param {string} words
 */
function addCopy(code, words) {
  const place = element('div', { class: 'code' });
  code.replaceWith(place);
  place.append(code, element('button', { type: 'button', class: 'copy', tabindex: '-1', 'aria-label': words, title: words }));
}
