/**
 * The dialog in which a moderator acts on somebody, or on what they said.
 */

import { html, nothing } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { ENDING, until } from '../chat/orders.js';
import text from '../text/text.js';
import { errorWords } from '../text/words.js';
import { dialog } from './dialog.js';
import { byId } from './dom.js';

const HOUR_MS = 3_600_000;

/** How long a ban or a mute may be chosen to last, in ms; null: until somebody ends it. */
const TERMS = Object.freeze({ hour: HOUR_MS, day: 24 * HOUR_MS, week: 7 * 24 * HOUR_MS, ever: null });

/** What may be done to somebody here, the mildest first. */
const ON_PEOPLE = ['kick', 'mute', 'unmute', 'ban'];

/** Those that may hold for one room or for all. */
const SOMEWHERE = ['kick', 'mute', 'unmute'];

/**
 * @typedef {object} Subject
 * @property {import('../chat/protocol.js').Person} user
 * @property {number} [seq] of a message of theirs
 */

/**
 * @param {import('../chat/chat.js').Chat} chat
 * @param {(act: import('../chat/orders.js').Act) => void} done told when an act is done
 */
export function moderationView(chat, done) {
  /** @type {Subject} */
  let subject = { user: { name: '', kind: 'guest' } };
  let room = '';
  let chosen = '';
  /** Whether an act was asked for since the dialog was opened. */
  let asked = false;
  const view = dialog('moderation', () => text.moderate(subject.user.name), content);

  /** @param {Subject} about */
  function open(about) {
    subject = about;
    room = chat.active?.name ?? '';
    chosen = acts()[0];
    asked = false;
    view.open();
  }

  function acts() {
    const onMessage = subject.seq === undefined ? [] : ['delete'];
    return subject.user.name === chat.name ? onMessage : [...onMessage, ...ON_PEOPLE];
  }

  /** @param {SubmitEvent} event */
  function submit(event) {
    event.preventDefault();
    const { where, term, reason } = /** @type {any} */ (event.target).elements;
    const end = term && until(Date.now(), TERMS[/** @type {keyof TERMS} */ (term.value)]);
    asked = true;
    chat.moderate(
      {
        act: chosen,
        ...(chosen === 'delete' ? { seq: subject.seq } : { user: subject.user }),
        ...((chosen === 'delete' || where?.value === 'here') && { room }),
        ...(end && { until: end }),
        ...(reason.value.trim() && { reason: reason.value.trim() }),
      },
      (act) => {
        byId('moderation').close();
        done(act);
      },
    );
  }

  function content() {
    const problem = asked ? chat.moderationProblem : null;
    return html`<form class="moderate" @submit=${submit}>
      <fieldset class="setting">
        <legend>${text.actLegend}</legend>
        ${acts().map(actChoice)}
      </fieldset>
      ${SOMEWHERE.includes(chosen)
        ? choice('where', text.where, [
            ['here', text.whereHere(room)],
            ['all', text.whereAll],
          ])
        : nothing}
      ${ENDING.includes(chosen) ? choice('term', text.howLong, Object.entries(text.terms)) : nothing}
      <div class="setting">
        <label for="moderate-reason">${text.reason}</label>
        <input id="moderate-reason" name="reason" type="text" maxlength="250" autocomplete="off" aria-describedby="moderate-hint" />
        <p class="hint" id="moderate-hint">${text.reasonHint}</p>
      </div>
      <p class="problem" role="alert">${problem ? errorWords(text, problem.code, problem.about) : ''}</p>
      <button type="submit" class="primary">${text.acts[/** @type {keyof typeof text.acts} */ (chosen)]}</button>
    </form>`;
  }

  /** @param {string} act */
  function actChoice(act) {
    const words = /** @type {keyof typeof text.acts} */ (act);
    return html`<label class="choice">
      <input
        type="radio"
        name="act"
        value=${act}
        .checked=${live(chosen === act)}
        @change=${() => {
          chosen = act;
          view.render();
        }}
      />
      <span>${text.acts[words]} <span class="hint">${text.actsDo[words]}</span></span>
    </label>`;
  }

  return { open, render: view.render };
}

/**
 * @param {string} name
 * @param {string} label
 * @param {string[][]} options each with its value and its words
 */
function choice(name, label, options) {
  return html`<div class="setting">
    <label for="moderate-${name}">${label}</label>
    <select id="moderate-${name}" name=${name}>
      ${options.map(([value, words]) => html`<option value=${value}>${words}</option>`)}
    </select>
  </div>`;
}
