/**
 * A coloured letter in front of a name, so that who said what is seen at a glance. The same name has the same colour
 * everywhere; the stylesheet knows the colours.
 */

import { element } from './dom.js';

const HUES = 8;

/** @param {string} name */
export function avatar(name) {
  const letter = [...name][0]?.toLocaleUpperCase() ?? '';
  const hue = [...name].reduce((sum, character) => (sum * 31 + character.codePointAt(0)) % 9973, 7) % HUES;
  return element('span', { class: `avatar hue-${hue}`, 'aria-hidden': 'true' }, letter);
}
