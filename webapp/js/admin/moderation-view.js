/**
 * What moderators have done, what holds because of it, and a dialog to do more.
 */

import { html, nothing, render } from 'lit-html';
import { byId } from '../shell/dom.js';
import { ask } from './api.js';
import { doorsView } from './doors-view.js';
import { rowButton, table, time } from './table.js';
import text from './text.js';

const MINUTE_MS = 60_000;

/**
 * @param {import('./api.js').Attempt} attempt
 */
export function moderationView(attempt) {
  const doors = doorsView(attempt, show);

  async function show() {
    const [rules, audit] = await Promise.all([ask('GET', 'rules'), ask('GET', 'audit?limit=100')]);
    render(sanctions(rules.sanctions), byId('sanctions'));
    doors.show(rules.rooms);
    render(log(audit.items), byId('audit-log'));
  }

  /** @param {import('./api.js').Holding[]} items */
  function sanctions(items) {
    return table({
      title: text.sanctions,
      columns: [text.what, text.whom, text.room, text.until, text.reason, text.by, text.lift],
      items,
      key: (one) => `${one.kind} ${one.subject} ${one.room}`,
      cells: (one) => [
        text.bans[one.kind],
        one.subject,
        one.room,
        one.until ? time(one.until) : text.forever,
        one.reason,
        one.by,
        rowButton(text.lift, text.liftOf(one.subject), () => lift(one)),
      ],
    });
  }

  /** @param {import('./api.js').Holding} holding */
  function lift({ kind, subject, room }) {
    attempt(async () => {
      await ask('POST', 'acts', { act: `un${kind}`, room, ...whom(subject) });
      await show();
      return text.wasDone(subject);
    });
  }

  /** @param {import('./api.js').Noted[]} items */
  function log(items) {
    return table({
      title: text.audit,
      columns: [text.when, text.by, text.address, text.what, text.whom, text.room, text.reason, text.outcome],
      items,
      key: (one) => one.id,
      cells: (one) => [time(one.at), one.actor, one.address, one.act, one.target, one.room, one.reason, one.outcome],
    });
  }

  /**
   * Asks why and for how long, and does it.
   *
   * @param {'kick' | 'ban' | 'mute'} act
   * @param {import('./api.js').Present} person
   */
  function moderate(act, { name, kind }) {
    const title = { kick: text.kickOf, ban: text.banOf, mute: text.muteOf }[act](name);
    const dialog = byId('moderate');
    render(
      html`<form
        class="act"
        method="dialog"
        @submit=${(/** @type {SubmitEvent} */ event) => {
          event.preventDefault();
          const { reason, minutes } = /** @type {any} */ (event.target).elements;
          const until = minutes && Number(minutes.value) ? new Date(Date.now() + minutes.value * MINUTE_MS).toISOString() : null;
          dialog.close();
          attempt(async () => {
            await ask('POST', 'acts', { act, name, kind, reason: reason.value, until });
            await show();
            return text.wasDone(name);
          });
        }}
      >
        <h2 id="moderate-title">${title}</h2>
        <label for="moderate-reason">${text.reasonFor}</label>
        <input id="moderate-reason" name="reason" type="text" maxlength="250" autocomplete="off" .value=${''} />
        ${act === 'kick'
          ? nothing
          : html`<label for="moderate-minutes">${text.minutesFor}</label>
              <input id="moderate-minutes" name="minutes" type="number" min="0" max="5256000" .value=${'60'} required />`}
        <div class="buttons">
          <button type="submit" class="primary">${{ kick: text.kick, ban: text.ban, mute: text.mute }[act]}</button>
          <button type="button" @click=${() => dialog.close()}>${text.cancel}</button>
        </div>
      </form>`,
      dialog,
    );
    dialog.showModal();
  }

  return { show, moderate, doorOf: doors.opener };
}

/**
 * From how the audit log writes it to how the server is asked.
 *
 * @param {string} subject
 */
function whom(subject) {
  const [kind, ...rest] = subject.split(' ');
  return rest.length ? { kind, name: rest.join(' ') } : { address: subject };
}
