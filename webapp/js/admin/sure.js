/**
 * Asks before what cannot be taken back at once.
 */

import { html, render } from 'lit-html';
import { byId } from '../shell/dom.js';
import text from './text.js';

/**
 * Whether whoever asked for it wants it, having read what comes of it. Focus begins at the way back, and returns to where it was.
 *
 * @param {object} words
 * @param {string} words.title what is asked for
 * @param {string} words.effect what comes of it
 * @param {string} words.yes what the button says that goes on
 * @returns {Promise<boolean>}
 */
export function sure({ title, effect, yes }) {
  /** @type {HTMLDialogElement} */
  const dialog = byId('sure');
  render(
    html`<form class="act" method="dialog">
      <h2 id="sure-title">${title}</h2>
      <p id="sure-effect">${effect}</p>
      <div class="buttons">
        <button value="yes" class="primary">${yes}</button>
        <button value="" autofocus>${text.cancel}</button>
      </div>
    </form>`,
    dialog,
  );
  // It keeps what was answered the last time
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true });
  });
}

/**
 * Goes on from here when what had the focus is there no more.
 *
 * @param {HTMLElement | null} place
 */
export function goOnFrom(place) {
  if (document.activeElement === document.body) {
    place?.focus();
  }
}
