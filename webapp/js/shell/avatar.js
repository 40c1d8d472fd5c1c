/**
 * A coloured letter in front of a name, so that who said what is seen at a glance. The same name has the same colour
 * everywhere; the stylesheet knows the colours.
 */

import { html } from 'lit-html';

const HUES = 8;

/** @param {string} name */
export function avatar(name) {
  const letter = [...name][0]?.toLocaleUpperCase() ?? '';
  return html`<span class="avatar hue-${hueOf(name)}" aria-hidden="true">${letter}</span>`;
}

/**
 * The number of a name's colour.
 *
 * @example
 * hueOf('ada') === hueOf('ada') // => true
 * [...'abcdefghij'].every((name) => hueOf(name) >= 0 && hueOf(name) < 8) // => true
 *
 * @param {string} name
 */
export function hueOf(name) {
  return [...name].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973, 7) % HUES;
}
