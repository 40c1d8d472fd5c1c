/**
 * The tokens by which bots come in: a form to make one, a dialog that shows its secret this once, and all there are.
 */

import { html, render } from 'lit-html';
import { copy } from '../log/copy.js';
import { byId, write } from '../shell/dom.js';
import { ask } from './api.js';
import { goOnFrom, sure } from './sure.js';
import { rowButton, table, time } from './table.js';
import text from './text.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const ROLES = ['parley-moderator', 'parley-admin'];

/**
 * @param {import('./api.js').Attempt} attempt
 */
export function tokensView(attempt) {
  async function show() {
    render(list((await ask('GET', 'tokens')).items), byId('tokens'));
    render(form(), byId('make-token'));
  }

  function form() {
    return html`<form
      class="act"
      @submit=${(/** @type {SubmitEvent} */ event) => {
        event.preventDefault();
        const filled = /** @type {any} */ (event.target);
        const { bot, role, days, note } = filled.elements;
        const until = Number(days.value) ? new Date(Date.now() + days.value * DAY_MS).toISOString() : null;
        attempt(async () => {
          const roles = role.value ? [role.value] : [];
          const { secret, token } = await ask('POST', 'tokens', { name: bot.value, roles, until, note: note.value });
          filled.reset();
          showSecret(token.name, secret);
          await show();
          return text.wasDone(token.name);
        });
      }}
    >
      <h3>${text.makeToken}</h3>
      <label for="bot-name">${text.botName}</label>
      <input id="bot-name" name="bot" type="text" maxlength="128" required autocomplete="off" autocapitalize="none" spellcheck="false" />
      <label for="bot-role">${text.botRole}</label>
      <select id="bot-role" name="role">
        <option value="">${text.noRole}</option>
        ${ROLES.map((role) => html`<option value=${role}>${role}</option>`)}
      </select>
      <label for="bot-days">${text.botDays}</label>
      <input id="bot-days" name="days" type="number" min="0" max="36500" value="365" required />
      <label for="bot-note">${text.botNote}</label>
      <input id="bot-note" name="note" type="text" maxlength="250" autocomplete="off" />
      <button type="submit" class="primary">${text.makeToken}</button>
    </form>`;
  }

  /** @param {import('./api.js').Token[]} items */
  function list(items) {
    return table({
      title: text.tokens,
      columns: [text.name, text.roles, text.botNote, text.by, text.madeAt, text.until, text.lastUsed, text.revoke],
      items,
      key: (one) => one.id,
      cells: (one) => [
        one.name,
        one.roles.join(', '),
        one.note,
        one.by,
        time(one.at),
        one.until ? time(one.until) : text.forever,
        one.lastUsed ? time(one.lastUsed) : text.never,
        rowButton(text.revoke, text.revokeOf(one.name), () => revoke(one)),
      ],
    });
  }

  /** @param {import('./api.js').Token} token */
  async function revoke({ id, name }) {
    if (!(await sure({ title: text.revokeOf(name), effect: text.revokeEffect, yes: text.revoke }))) {
      return;
    }
    await attempt(async () => {
      await ask('DELETE', `tokens/${id}`);
      await show();
      return text.wasDone(name);
    });
    goOnFrom(byId('tokens').firstElementChild);
  }

  return { show };
}

/**
 * Nothing but this dialog has the secret: with it gone, it is gone from the page.
 *
 * @param {string} name
 * @param {string} secret
 */
function showSecret(name, secret) {
  const dialog = byId('secret');
  render(
    html`<form class="act" method="dialog">
      <h2 id="secret-title">${text.secretOf(name)}</h2>
      <p id="secret-once">${text.secretOnce}</p>
      <input id="secret-value" type="text" readonly aria-labelledby="secret-title" aria-describedby="secret-once" .value=${secret} />
      <div class="buttons">
        <button
          type="button"
          class="primary"
          @click=${async () => {
            const copied = await copy(secret);
            write(byId('secret-copied'), copied ? text.copied : text.notCopied);
          }}
        >
          ${text.copySecret}
        </button>
        <button type="submit">${text.close}</button>
      </div>
      <p id="secret-copied" role="status"></p>
    </form>`,
    dialog,
  );
  dialog.addEventListener('close', () => render(html``, dialog), { once: true });
  dialog.showModal();
}
