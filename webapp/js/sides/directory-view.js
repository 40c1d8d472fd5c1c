/**
 * The dialog that shows which rooms there are to enter.
 */

import { html, nothing } from 'lit-html';
import { dialog } from '../shell/dialog.js';
import { byId } from '../shell/dom.js';
import text from '../text/text.js';
import { errorWords } from '../text/words.js';

/**
 * @param {import('../chat/chat.js').Chat} chat
 * @param {() => void} chosen told when a room was chosen
 */
export function directoryView(chat, chosen) {
  const view = dialog('directory', () => text.findRoom, content);
  byId('find-room').addEventListener('click', () => {
    chat.directory.ask();
    view.open();
  });

  function content() {
    const { rooms, more, problem } = chat.directory;
    const told = problem ? '' : rooms === null ? text.loading : more ? text.moreRooms : text.roomsHint;
    return html`<p class="hint" role="status">${told}</p>
      <p class="problem" role="alert">${problem ? errorWords(text, problem) : ''}</p>
      <ul class="places" role="list">
        ${rooms?.map(item)}
      </ul>`;
  }

  /** @param {import('../chat/directory.js').Place} place */
  function item({ name, count, topic }) {
    const here = chat.rooms.has(name) ? html` <span class="tag">${text.joinedAlready}</span>` : nothing;
    return html`<li>
      <button type="button" class="room" @click=${() => choose(name)}>
        <span class="place">
          <span><bdi class="room-name">${name}</bdi>${here}</span>
          <span class="hint">${text.peopleIn(count)}</span>
          <span class="hint" dir="auto">${topic}</span>
        </span>
      </button>
    </li>`;
  }

  /** @param {string} name */
  function choose(name) {
    byId('directory').close();
    chat.join(name);
    chosen();
  }

  return { render: view.render };
}
