/**
 * A coloured letter in front of a name, so that who said what is seen at a glance. The same name has the same colour
 * everywhere; the stylesheet knows the colours.
 */

import { element } from './dom.js';

const HUES = 8;

/**
 * @example
 * letterOf('ada') // => "A"
 *
 * @param {string} name
 */
export function letterOf(name) {
  return [...name][0]?.toLocaleUpperCase() ?? '';
}

/**
 * The number of a name's colour.
 *
 * @param {string} name
 */
export function hueOf(name) {
  return [...name].reduce((sum, character) => (sum * 31 + /** @type {number} */ (character.codePointAt(0))) % 9973, 7) % HUES;
}

/** @param {string} name */
export function avatar(name) {
  return element('span', { class: `avatar hue-${hueOf(name)}`, 'aria-hidden': 'true' }, letterOf(name));
}
