/**
 * What an administrator does to the whole server.
 */

import { html, render } from 'lit-html';
import { byId } from '../shell/dom.js';
import { ask } from './api.js';
import { sure } from './sure.js';
import text from './text.js';

/**
 * @param {import('./api.js').Attempt} attempt
 */
export function actsView(attempt) {
  function show() {
    render(html`<div class="acts">${announce()} ${drain()} ${backUp()}</div>`, byId('acts'));
  }

  function announce() {
    return html`<form
      class="act"
      @submit=${(/** @type {SubmitEvent} */ event) => {
        event.preventDefault();
        const form = /** @type {any} */ (event.target);
        const { announcement, room } = form.elements;
        attempt(async () => {
          await ask('POST', 'acts', { act: 'announce', text: announcement.value, room: room.value });
          form.reset();
          return text.announced;
        });
      }}
    >
      <h3>${text.announce}</h3>
      <label for="announcement">${text.announceText}</label>
      <textarea id="announcement" name="announcement" rows="2" maxlength="1000" required></textarea>
      <label for="announce-room">${text.announceRoom}</label>
      <input id="announce-room" name="room" type="text" autocomplete="off" autocapitalize="none" spellcheck="false" />
      <button type="submit" class="primary">${text.announce}</button>
    </form>`;
  }

  function drain() {
    return html`<form
      class="act"
      @submit=${async (/** @type {SubmitEvent} */ event) => {
        event.preventDefault();
        const after = Number(/** @type {any} */ (event.target).elements.after.value);
        if (!(await sure({ title: text.drain, effect: text.drainEffect, yes: text.beginDrain }))) {
          return;
        }
        attempt(async () => text.sentAway((await ask('PUT', 'drain', { afterSeconds: after })).sentAway));
      }}
    >
      <h3>${text.drain}</h3>
      <p class="hint">${text.drainHint}</p>
      <label for="drain-after">${text.drainAfter}</label>
      <input id="drain-after" name="after" type="number" min="0" max="3600" value="30" required />
      <div class="buttons">
        <button type="submit">${text.beginDrain}</button>
        <button
          type="button"
          @click=${() =>
            attempt(async () => {
              await ask('DELETE', 'drain');
              return text.letIn;
            })}
        >
          ${text.endDrain}
        </button>
      </div>
    </form>`;
  }

  function backUp() {
    return html`<div class="act">
      <h3>${text.backUp}</h3>
      <p class="hint">${text.backUpHint}</p>
      <button type="button" @click=${() => attempt(async () => text.written((await ask('POST', 'backups')).file))}>
        ${text.backUp}
      </button>
    </div>`;
  }

  return { show };
}
