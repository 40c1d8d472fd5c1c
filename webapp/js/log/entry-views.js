/**
 * How each entry of a log looks.
 */

import { html, nothing } from 'lit-html';
import { avatar } from '../shell/avatar.js';
import { icon } from '../shell/icons.js';
import text from '../text/text.js';
import { errorWords } from '../text/words.js';

/**
 * @typedef {import('./log-entries.js').LogEntry} LogEntry
 * @typedef {import('./log-entries.js').MessageEntry} MessageEntry
 *
 * @typedef {(said: { at: string }) => string} WriteTime
 * @typedef {{ clock: WriteTime, short: WriteTime, full: WriteTime }} Times
 *
 * @typedef {object} Doings what one may do about an entry
 * @property {(run: number) => void} loadGap
 * @property {(id: string) => void} sayAgain
 * @property {(id: string) => void} unsay
 * @property {((message: import('../chat/protocol.js').Message) => void) | null} moderate null for who may not
 */

/**
 * @param {LogEntry} entry
 * @param {(entry: MessageEntry) => import('./bodies.js').Body} bodyOf
 * @param {Times} times
 * @param {Doings} doings
 */
export function entryView(entry, bodyOf, times, doings) {
  switch (entry.kind) {
    case 'message':
      return messageView(entry, bodyOf(entry), times, doings);
    case 'day':
      return html`<p class="day"><span>${entry.day}</span></p>`;
    case 'line':
      return html`<p class="line"><span>${text.newFromHere}</span></p>`;
    case 'notice':
      return html`<p class="announcement entry" id=${entry.key} tabindex="-1" dir="auto"><strong>${text.notice}</strong> ${entry.text}</p>`;
    case 'gap':
      return html`<div class="gap entry" id=${entry.key} tabindex="-1">
        <span>${entry.anew ? text.gapAnew : text.gap}</span> ${entry.more ? loadGapButton(entry, doings) : nothing}
      </div>`;
  }
}

/**
 * @param {{ loading: boolean, run: number }} gap
 * @param {Doings} doings
 */
function loadGapButton({ loading, run }, { loadGap }) {
  return html`<button type="button" class="small" tabindex="-1" @click=${() => loadGap(run)}>
    ${loading ? text.loading : text.loadGap}
  </button>`;
}

/**
 * @param {MessageEntry} entry
 * @param {import('./bodies.js').Body} body
 * @param {Times} times
 * @param {Doings} doings
 */
function messageView(entry, { id, node, mentionsMe }, times, doings) {
  const { said, from, member, role, at, follows, acts, own, state } = entry;
  const look = `message entry${follows ? ' follows' : ''}${acts ? ' acts' : ''}${mentionsMe && !own ? ' mentioned' : ''}`;
  const full = times.full(said);
  const time = html`<time id="${id}-at" datetime=${at} title=${full} data-full=${full}
    >${follows ? times.short(said) : times.clock(said)}</time
  >`;
  const tag = member && !follows ? html`<span class="tag" id="${id}-tag">${text[role ?? 'member']}</span>` : nothing;
  return html`<article
    class=${look}
    id=${id}
    data-state=${state}
    tabindex="-1"
    aria-labelledby="${id}-from ${id}-tag ${id}-at ${id}-text"
  >
    ${follows ? nothing : avatar(from)}
    <p class="message-head"><bdi class="author" id="${id}-from">${from}</bdi> ${tag} ${acts ? nothing : time}</p>
    ${node} ${acts ? time : nothing}
    ${state === 'said' ? moreButton(entry, doings) : html`<p class="message-state">${stateView(entry, doings)}</p>`}
  </article>`;
}

/**
 * @param {MessageEntry} entry
 * @param {Doings} doings
 */
function moreButton({ said, from }, { moderate }) {
  if (moderate === null) {
    return nothing;
  }
  const label = text.moderateMessage(from);
  const message = /** @type {import('../chat/protocol.js').Message} */ (said);
  return html`<button
    type="button"
    class="icon-button moderate-message"
    tabindex="-1"
    aria-label=${label}
    title=${label}
    @click=${() => moderate(message)}
  >
    ${icon('more')}
  </button>`;
}

/**
 * @param {MessageEntry} entry
 * @param {Doings} doings
 */
function stateView({ said: { id }, state, problem }, { sayAgain, unsay }) {
  switch (state) {
    case 'failed':
      return html`<span class="problem" role="alert">${text.notSent(errorWords(text, problem))}</span>
        <button type="button" class="small" tabindex="-1" @click=${() => sayAgain(id)}>${text.sayAgain}</button>
        <button type="button" class="quiet small" tabindex="-1" @click=${() => unsay(id)}>${text.unsay}</button>`;
    case 'acknowledged':
      return nothing;
    default:
      return state === 'sent' ? text.sending : text.waiting;
  }
}
