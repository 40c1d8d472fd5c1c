/**
 * A coloured letter in front of a name, so that who said what is seen at a glance. The same name has the same colour
 * everywhere; the stylesheet knows the colours.
 */

import { html } from 'lit-html';
import { element } from './dom.js';

const HUES = 8;

/** @param {string} name */
export function avatar(name) {
  return element('span', { class: looks(name), 'aria-hidden': 'true' }, letter(name));
}

/**
 * The same for a template.
 *
 * @param {string} name
 */
export function avatarOf(name) {
  return html`<span class=${looks(name)} aria-hidden="true">${letter(name)}</span>`;
}

/** @param {string} name */
function looks(name) {
  const hue = [...name].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973, 7) % HUES;
  return `avatar hue-${hue}`;
}

/** @param {string} name */
function letter(name) {
  return [...name][0]?.toLocaleUpperCase() ?? '';
}
