/**
 * The small pictures on buttons. The button says in words what they mean.
 */

import { html, render, svg } from 'lit-html';

const ICONS = {
  rooms: svg`<path d="M4 6h16M4 12h16M4 18h16" />`,
  people: svg`<path
    d="M15.5 19.5V18a3.5 3.5 0 0 0-3.5-3.5H7A3.5 3.5 0 0 0 3.5 18v1.5M9.5 11a3.3 3.3 0 1 0 0-6.6 3.3 3.3 0 0 0 0 6.6M20.5 19.5V18a3.5 3.5 0 0 0-2.6-3.4M15 4.6a3.3 3.3 0 0 1 0 6.2"
  />`,
  help: svg`<circle cx="12" cy="12" r="9" /><path d="M9.3 9.6a2.8 2.8 0 0 1 5.4.8c0 1.9-2.7 2.2-2.7 3.9M12 17.3v.01" />`,
  settings: svg`<circle cx="12" cy="12" r="5.5" stroke-width="2.4" /><circle
    cx="12"
    cy="12"
    r="8.6"
    stroke-width="3"
    stroke-dasharray="3.377"
    stroke-linecap="butt"
  />`,
  more: svg`<path d="M6 12h.01M12 12h.01M18 12h.01" stroke-width="3" />`,
  close: svg`<path d="M6 6l12 12M18 6 6 18" />`,
};

/** @param {keyof typeof ICONS} name */
export function icon(name) {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${ICONS[name]}</svg>`;
}

/** Puts the pictures in where the shell asks for them. */
export function fillIcons() {
  /** @type {NodeListOf<HTMLElement>} */
  const places = document.querySelectorAll('[data-icon]');
  places.forEach((place) => render(icon(/** @type {keyof typeof ICONS} */ (place.dataset.icon)), place));
}
