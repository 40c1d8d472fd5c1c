/**
 * The way out of a room, which asks where something one wrote would be left behind.
 */

import { html } from 'lit-html';
import text from '../text/text.js';
import { dialog } from './dialog.js';
import { byId } from './dom.js';

/**
 * @param {import('../chat/chat.js').Chat} chat
 * @param {(room: string) => void} left told when one has left
 */
export function leaveView(chat, left) {
  /** The room it is about. */
  let name = '';
  const view = dialog('leaving', () => text.leaveOf(name), content);
  byId('leave').addEventListener('click', () => {
    if (chat.active) {
      name = chat.active.name;
      if (waiting() || chat.drafts.of(name) !== '') {
        view.open();
      } else {
        leave();
      }
    }
  });

  function waiting() {
    const room = chat.rooms.get(name);
    return room !== undefined && chat.unseen(room).some(({ state }) => state !== 'acknowledged');
  }

  function leave() {
    byId('leaving').close();
    chat.leave(name);
    left(name);
  }

  function content() {
    return html`<p>${waiting() ? text.leaveUnsent : text.leaveDraft}</p>
      <div class="buttons">
        <button type="button" class="primary" @click=${leave}>${text.leave}</button>
        <button type="button" autofocus @click=${() => byId('leaving').close()}>${text.cancel}</button>
      </div>`;
  }

  return { render: view.render };
}
