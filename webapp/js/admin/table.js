/**
 * A table with a title. On a narrow screen each row is a card; elsewhere it scrolls sideways where it is too wide.
 */

import { html, nothing } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import text from './text.js';

/**
 * @template T
 * @param {object} parts
 * @param {string} parts.title
 * @param {string} [parts.hint] beside the title
 * @param {string[]} parts.columns
 * @param {readonly T[]} parts.items
 * @param {(one: T) => string | number} parts.key what an item is known by: its row stays its own, under a pointer too, whatever comes and goes
 * @param {(one: T) => unknown[]} parts.cells
 */
export function table({ title, hint, columns, items, key, cells }) {
  // Roles that it has anyway: some browsers forget them when a table is laid out as cards
  return html`<div class="table cards" tabindex="0" role="region" aria-label=${title}>
    <table role="table">
      <caption>
        ${title} ${hint ? html`<span class="hint">${hint}</span>` : nothing}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          ${columns.map((column) => html`<th role="columnheader" scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${items.length
          ? repeat(
              items,
              key,
              (one) =>
                html`<tr role="row">
                  ${cells(one).map(
                    (cell, i) =>
                      html`<td role="cell" data-column=${columns[i]} class=${typeof cell === 'number' ? 'number' : ''}>${cell}</td>`,
                  )}
                </tr>`,
            )
          : html`<tr role="row">
              <td role="cell" colspan=${columns.length}>${text.none}</td>
            </tr>`}
      </tbody>
    </table>
  </div>`;
}

/**
 * A button in a row. Its words are short, for the row says what it is about; its label says it to whoever does not see the row.
 *
 * @param {string} words
 * @param {string} label
 * @param {() => void} act
 */
export function rowButton(words, label, act) {
  return html`<button type="button" class="small" aria-label=${label} @click=${act}>${words}</button>`;
}

/**
 * A moment, in the reader's language and zone.
 *
 * @param {string} at
 */
export function time(at) {
  const words = new Intl.DateTimeFormat(text.lang, { dateStyle: 'short', timeStyle: 'medium' }).format(new Date(at));
  return html`<time datetime=${at}>${words}</time>`;
}
