/**
 * Help: how to write, every key and every command, and what it does.
 */

import { html, nothing } from 'lit-html';
import { COMMANDS } from '../chat/commands.js';
import { ORDER_COMMANDS } from '../chat/orders.js';
import { dialog } from './dialog.js';
import { byId } from './dom.js';
import { KEYS } from './keys.js';
import text from '../text/text.js';

/** @param {import('../chat/chat.js').Chat} chat */
export function helpView(chat) {
  const view = dialog('help', () => text.helpTitle, () => content(chat.moderates));
  byId('show-help').addEventListener('click', view.open);
  return view;
}

/** @param {boolean} moderates */
function content(moderates) {
  const { keysDo, commandUse, commandsDo } = /** @type {Record<string, any>} */ (text);
  const keys = Object.entries(KEYS).map(([what, chords]) => row(html`<span class="chords">${chords.map(caps)}</span>`, keysDo[what]));
  const rowsOf = (/** @type {readonly string[]} */ names) =>
    names.map((name) => row(html`<code>${commandUse[name]}</code>`, commandsDo[name]));
  const orders = moderates ? table(text.helpOrders, rowsOf(ORDER_COMMANDS)) : nothing;
  const writing = Object.entries(text.writing).map(([how, does]) => row(html`<code>${how}</code>`, does));
  return html`${table(text.helpWriting, writing)} ${table(text.helpKeys, keys)} ${table(text.helpCommands, rowsOf(COMMANDS))} ${orders}`;
}

/**
 * @param {string} caption
 * @param {unknown[]} rows
 */
function table(caption, rows) {
  return html`<table class="help-table">
    <caption>
      ${caption}
    </caption>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}

/**
 * @param {unknown} what
 * @param {string} does
 */
function row(what, does) {
  return html`<tr>
    <th scope="row">${what}</th>
    <td>${does}</td>
  </tr>`;
}

/**
 * The keys as they are written on the keyboard.
 *
 * @param {string} chord
 */
function caps(chord) {
  /** @type {Record<string, string>} */
  const names = text.keyNames;
  const keys = chord.split('+').map((key) => html`<kbd>${names[key] ?? key}</kbd>`);
  return html`<span class="chord">${keys}</span>`;
}
