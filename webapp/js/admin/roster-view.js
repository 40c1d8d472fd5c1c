/**
 * Who is here: connections, people and rooms.
 */

import { html, render } from 'lit-html';
import { byId } from '../shell/dom.js';
import { ask } from './api.js';
import { sure } from './sure.js';
import { rowButton, table, time } from './table.js';
import text from './text.js';

/**
 * @template T
 * @typedef {{ total: number, items: T[] }} Found
 */

/**
 * @param {import('./api.js').Attempt} attempt
 * @param {(act: 'kick' | 'ban' | 'mute', person: import('./api.js').Present) => void} moderate asks how, and does it
 * @param {(room: string) => unknown} doorOf a button for who may enter a room
 */
export function rosterView(attempt, moderate, doorOf) {
  /**
   * @param {Found<import('./api.js').Connected>} connections
   * @param {Found<import('./api.js').Present>} people
   * @param {Found<import('./api.js').Occupied>} rooms
   */
  function show(connections, people, rooms) {
    render(
      table({
        title: text.connections,
        hint: shown(connections),
        columns: [text.name, text.kind, text.address, text.since, text.inRooms, text.session],
        items: connections.items,
        key: (one) => one.session,
        cells: (one) => [
          one.name || text.nobody,
          kindWords(one.kind),
          one.address,
          time(one.since),
          one.rooms.join(', '),
          one.session,
        ],
      }),
      byId('connections'),
    );
    render(
      table({
        title: text.people,
        hint: shown(people),
        columns: [text.name, text.kind, text.connections, text.address, text.inRooms, text.moderate],
        items: people.items,
        key: (one) => `${one.kind} ${one.name}`,
        cells: (one) => [
          one.name,
          kindWords(one.kind),
          one.connections,
          one.addresses.join(', '),
          one.rooms.join(', '),
          moderation(one, moderate),
        ],
      }),
      byId('people'),
    );
    render(
      table({
        title: text.rooms,
        hint: shown(rooms),
        columns: [text.name, text.people, text.connections, text.lastSeq, text.topic, text.doors, text.retention, text.export],
        items: rooms.items,
        key: (one) => one.name,
        cells: (one) => [
          one.name,
          one.people,
          one.connections,
          one.seq,
          one.topic,
          doorOf(one.name),
          retention(one),
          exporter(one),
        ],
      }),
      byId('rooms'),
    );
  }

  /** @param {import('./api.js').Occupied} room */
  function retention({ name }) {
    return html`<form
      class="value"
      @submit=${async (/** @type {SubmitEvent} */ event) => {
        event.preventDefault();
        const rule = /** @type {any} */ (event.target).elements.rule.value;
        if (!(await sure({ title: text.retentionOf(name), effect: text.retentionEffect, yes: text.set }))) {
          return;
        }
        attempt(async () => {
          const kept = await ask('PUT', `rooms/${encodeURIComponent(name)}/retention`, { retention: rule });
          return text.retained(name, kept.retention || text.asSettings);
        });
      }}
    >
      <input name="rule" type="text" aria-label=${text.retentionOf(name)} title=${text.retentionHint} autocomplete="off" />
      <button type="submit" class="small" aria-label=${text.retentionOf(name)}>${text.set}</button>
    </form>`;
  }

  /** @param {import('./api.js').Occupied} room */
  function exporter({ name }) {
    return rowButton(text.export, text.exportOf(name), () =>
      attempt(async () => text.written((await ask('POST', `rooms/${encodeURIComponent(name)}/export`)).file)),
    );
  }

  return { show };
}

/**
 * @param {import('./api.js').Present} person
 * @param {(act: 'kick' | 'ban' | 'mute', person: import('./api.js').Present) => void} moderate
 */
function moderation(person, moderate) {
  /** @type {['kick' | 'ban' | 'mute', string, string][]} */
  const acts = [
    ['kick', text.kick, text.kickOf(person.name)],
    ['ban', text.ban, text.banOf(person.name)],
    ['mute', text.mute, text.muteOf(person.name)],
  ];
  return html`<div class="buttons">
    ${acts.map(([act, words, label]) => rowButton(words, label, () => moderate(act, person)))}
  </div>`;
}

/** @param {Found<unknown>} found */
function shown({ total, items }) {
  return text.shownOf(items.length, total);
}

/** @param {string} kind */
function kindWords(kind) {
  return kind === 'guest' ? text.guest : kind === 'member' ? text.member : '';
}
