/**
 * Who is in the room one looks at.
 */

import { avatar } from './avatar.js';
import { byId, element, keyedList, write } from './dom.js';
import { list } from './presence.js';
import text from './text.js';

/** @param {import('./chat.js').Chat} chat */
export function peopleView(chat) {
  const showPeople = keyedList(byId('people-list'), { create });

  function create({ name, self }) {
    const node = element('li', { class: 'person' }, avatar(name), element('bdi', { class: 'person-name' }, name));
    if (self) {
      node.append(element('span', { class: 'hint' }, `(${text.you})`));
    }
    return node;
  }

  function render() {
    const room = chat.active;
    const people = room ? list(room.presence) : [];
    const count = room?.presence.count ?? 0;
    showPeople(people.map(({ name }) => [`${name}/${name === chat.name}`, { name, self: name === chat.name }]));
    write(byId('people-count'), String(count));
    byId('people').hidden = room === null;
    byId('people-hint').hidden = people.length > 0 || count === 0;
  }

  return { render };
}
