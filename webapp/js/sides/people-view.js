/**
 * Who is in the room one looks at. Choosing somebody begins a mention of them.
 */

import { html, nothing, render as renderInto } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { avatar } from '../shell/avatar.js';
import { completed } from '../composer/completion.js';
import { byId, write } from '../shell/dom.js';
import { list } from '../chat/presence.js';
import { icon } from '../shell/icons.js';
import text from '../text/text.js';

/**
 * @param {import('../chat/chat.js').Chat} chat
 * @param {object} told
 * @param {() => void} told.chosen told when somebody was chosen, before the box is written to
 * @param {(person: import('../chat/protocol.js').Person) => void} told.moderate told when a moderator wants to act on somebody
 */
export function peopleView(chat, { chosen, moderate }) {
  /** @type {HTMLTextAreaElement} */
  const box = byId('say');

  /**
   * @param {import('../chat/protocol.js').Person} person
   * @param {boolean} tagged
   */
  function item(person, tagged) {
    const { name, kind, role } = person;
    const tag = tagged ? html` <span class="tag">${kind === 'guest' ? text.guest : text[role ?? 'member']}</span>` : nothing;
    const self = name === chat.name ? html` <span class="hint">(${text.you})</span>` : nothing;
    const who = html`${avatar(name)}<span class="person-words"><bdi>${name}</bdi>${tag}${self}</span>`;
    return html`<li>
      ${name === chat.name
        ? html`<div class="person">${who}</div>`
        : html`<button type="button" class="person" title=${text.mention(name)} @click=${() => mention(name)}>${who}</button>
            ${chat.moderates ? moderateButton(person) : nothing}`}
    </li>`;
  }

  /** @param {import('../chat/protocol.js').Person} person */
  function moderateButton(person) {
    const label = text.moderate(person.name);
    return html`<button type="button" class="icon-button moderate-person" aria-label=${label} title=${label} @click=${() => moderate(person)}>
      ${icon('more')}
    </button>`;
  }

  /** @param {string} name */
  function mention(name) {
    chosen();
    const { value, selectionStart: start, selectionEnd: end } = box;
    const space = /\S$/.test(value.slice(0, start)) ? ' ' : '';
    const { text: whole, caret } = completed(value, { start, end }, `${space}@${name} `);
    box.value = whole;
    box.setSelectionRange(caret, caret);
    box.dispatchEvent(new Event('input', { bubbles: true }));
    box.focus();
  }

  function render() {
    const room = chat.active;
    const people = room ? list(room.presence) : [];
    const count = room?.presence.count ?? 0;
    // Where everybody is a guest, there is nobody to be told apart from
    const tagged = people.some(({ kind }) => kind !== 'guest');
    renderInto(
      repeat(people, ({ name }) => name, (person) => item(person, tagged)),
      byId('people-list'),
    );
    write(byId('people-count'), text.number(count));
    byId('people').hidden = room === null;
    byId('people-hint').hidden = people.length > 0 || count === 0;
  }

  return { render };
}
