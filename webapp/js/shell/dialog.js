/**
 * A dialog of the shell: its title, the way out, and what it is about.
 */

import { html, render as renderInto } from 'lit-html';
import { byId } from './dom.js';
import { icon } from './icons.js';
import text from '../text/text.js';

/**
 * @param {string} id
 * @param {() => string} title
 * @param {() => unknown} content
 */
export function dialog(id, title, content) {
  /** @type {HTMLDialogElement} */
  const node = byId(id);
  node.addEventListener('close', focusAgain);

  function show() {
    renderInto(
      html`<form class="dialog-head" method="dialog">
          <h2 id="${id}-title">${title()}</h2>
          <button class="icon-button" aria-label=${text.close}>${icon('close')}</button>
        </form>
        <div class="dialog-body">${content()}</div>`,
      node,
    );
  }

  return {
    open() {
      show();
      node.showModal();
    },
    render() {
      if (node.open) {
        show();
      }
    },
  };
}

/** Where the dialog was asked for in a drawer, which has closed before it, what the browser goes back to is not seen. */
function focusAgain() {
  ['show-rooms', 'say'].forEach((id) => seesFocus() || byId(id).focus());
}

function seesFocus() {
  const focused = document.activeElement;
  return focused !== null && focused !== document.body && focused.checkVisibility();
}
