/**
 * Who is here: connections, people and rooms.
 */

import { html, render } from 'lit-html';
import { byId } from '../dom.js';
import { ask } from './api.js';
import text from './text.js';

/**
 * @template T
 * @typedef {{ total: number, items: T[] }} Found
 */

/**
 * @param {(act: () => Promise<string>) => void} attempt does something and tells what came of it
 */
export function rosterView(attempt) {
  /**
   * @param {Found<import('./api.js').Connected>} connections
   * @param {Found<import('./api.js').Present>} people
   * @param {Found<import('./api.js').Occupied>} rooms
   */
  function show(connections, people, rooms) {
    render(
      table(
        text.connections,
        connections,
        [text.name, text.kind, text.address, text.since, text.inRooms, text.session],
        (one) => [one.name || text.nobody, kindWords(one.kind), one.address, time(one.since), one.rooms.join(', '), one.session],
      ),
      byId('connections'),
    );
    render(
      table(text.people, people, [text.name, text.kind, text.connections, text.address, text.inRooms], (one) => [
        one.name,
        kindWords(one.kind),
        one.connections,
        one.addresses.join(', '),
        one.rooms.join(', '),
      ]),
      byId('people'),
    );
    render(
      table(
        text.rooms,
        rooms,
        [text.name, text.people, text.connections, text.lastSeq, text.topic, text.retention, text.export],
        (one) => [one.name, one.people, one.connections, one.seq, one.topic, retention(one), exporter(one)],
      ),
      byId('rooms'),
    );
  }

  /** @param {import('./api.js').Occupied} room */
  function retention({ name }) {
    return html`<form
      class="value"
      @submit=${(/** @type {SubmitEvent} */ event) => {
        event.preventDefault();
        const rule = /** @type {any} */ (event.target).elements.rule.value;
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
    return html`<button
      type="button"
      class="small"
      aria-label=${text.exportOf(name)}
      @click=${() =>
        attempt(async () => text.written((await ask('POST', `rooms/${encodeURIComponent(name)}/export`)).file))}
    >
      ${text.export}
    </button>`;
  }

  return { show };
}

/** @param {string} kind */
function kindWords(kind) {
  return kind === 'guest' ? text.guest : kind === 'member' ? text.member : '';
}

/** @param {string} at */
function time(at) {
  const words = new Intl.DateTimeFormat(text.lang, { dateStyle: 'short', timeStyle: 'medium' }).format(new Date(at));
  return html`<time datetime=${at}>${words}</time>`;
}

/**
 * @template T
 * @param {string} title
 * @param {Found<T>} found
 * @param {string[]} columns
 * @param {(one: T) => unknown[]} cells
 */
function table(title, { total, items }, columns, cells) {
  return html`<div class="table" tabindex="0" role="region" aria-label=${title}>
    <table>
      <caption>
        ${title}
        <span class="hint">${text.shownOf(items.length, total)}</span>
      </caption>
      <thead>
        <tr>
          ${columns.map((column) => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${items.length
          ? items.map(
              (one) =>
                html`<tr>
                  ${cells(one).map((cell) => html`<td class=${typeof cell === 'number' ? 'number' : ''}>${cell}</td>`)}
                </tr>`,
            )
          : html`<tr>
              <td colspan=${columns.length}>${text.none}</td>
            </tr>`}
      </tbody>
    </table>
  </div>`;
}
