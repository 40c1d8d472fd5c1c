/**
 * The rooms one is in, and the form to join another.
 */

import { html, nothing, render as renderInto } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { badges } from './badges.js';
import { byId, write, writeProblem } from '../shell/dom.js';
import { roomName } from '../chat/protocol.js';
import text from '../text/text.js';
import { total } from '../chat/unread.js';
import { errorWords } from '../text/words.js';

/**
 * @param {import('../chat/chat.js').Chat} chat
 * @param {() => void} chosen told when a room was chosen, and when one was joined
 */
export function roomsView(chat, chosen) {
  const form = byId('join');
  const typed = byId('room');
  /** @type {string | null} the room asked for, until it is known whether one may be in it */
  let asked = null;
  form.addEventListener('submit', (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    chat.join(typed.value);
    if (!chat.roomProblem) {
      asked = roomName(typed.value);
      typed.value = '';
    }
  });

  /** @param {import('../chat/room.js').Room} room */
  function item(room) {
    const { name, unread } = room;
    return html`<li>
      <button
        type="button"
        class=${unread.count > 0 ? 'room room-unread' : 'room'}
        aria-current=${room === chat.active ? 'true' : nothing}
        @click=${() => {
          chat.look(name);
          chosen();
        }}
      >
        <bdi class="room-name">${name}</bdi><span class="badges">${badges(unread)}</span>
      </button>
    </li>`;
  }

  function tellChosen() {
    if (asked !== null && asked === chat.active?.name && chat.active.standing !== 'joining') {
      asked = null;
      chosen();
    }
  }

  function render() {
    const rooms = [...chat.rooms.values()];
    renderInto(repeat(rooms, ({ name }) => name, item), byId('room-list'));
    renderInto(badges(total(rooms)), byId('unread-total'));
    renderInto(chat.roomsLeft.map((name) => html`<option value=${name}></option>`), byId('rooms-left'));
    write(byId('room-count'), text.number(rooms.length));
    const problem = chat.roomProblem;
    writeProblem(byId('room-problem'), problem ? errorWords(text, problem.code, problem.about) : '', typed);
    if (problem?.about && typed.value === '') {
      typed.value = problem.about;
    }
    asked = problem ? null : asked;
    tellChosen();
  }

  return { render };
}
