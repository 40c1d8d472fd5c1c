/**
 * The rooms one is in, and the form to join another.
 */

import { byId, element, keyedList, write, writeProblem } from './dom.js';
import text from './text.js';
import { errorWords } from './words.js';

/** @param {import('./chat.js').Chat} chat */
export function roomsView(chat) {
  const form = byId('join');
  const typed = byId('room');
  const showRooms = keyedList(byId('room-list'), { create, update });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    chat.join(typed.value);
    if (!chat.roomProblem) {
      typed.value = '';
    }
  });

  function create({ name }) {
    const link = element('button', { type: 'button', class: 'room' }, element('bdi', { class: 'room-name' }, name));
    link.append(element('span', { class: 'unread' }));
    link.addEventListener('click', () => chat.look(name));
    return element('li', {}, link);
  }

  function update(node, { active, unread }) {
    const link = node.firstElementChild;
    if (active) {
      link.setAttribute('aria-current', 'true');
    } else {
      link.removeAttribute('aria-current');
    }
    const badge = link.querySelector('.unread');
    badge.replaceChildren();
    if (unread > 0) {
      badge.append(element('span', { 'aria-hidden': 'true' }, String(unread)));
      badge.append(element('span', { class: 'visually-hidden' }, text.unread(unread)));
    }
  }

  function render() {
    const rooms = [...chat.rooms.values()];
    showRooms(rooms.map((room) => [room.name, { name: room.name, active: room === chat.active, unread: room.unread.count }]));
    write(byId('room-count'), String(rooms.length));
    const problem = chat.roomProblem;
    writeProblem(byId('room-problem'), problem ? errorWords(text, problem.code, problem.about) : '', typed);
    if (problem?.about && typed.value === '') {
      typed.value = problem.about;
    }
  }

  return { render };
}
