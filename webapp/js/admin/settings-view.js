/**
 * The settings, with where each value is from. Those that can be changed while Parley runs are changed here.
 */

import { html, nothing, render } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { byId } from '../shell/dom.js';
import { ask } from './api.js';
import { sure } from './sure.js';
import text from './text.js';

/** With what it says now, messages are deleted that were kept until now. */
const DELETING = 'parley.retention';

/**
 * @param {import('./api.js').Attempt} attempt
 */
export function settingsView(attempt) {
  async function show() {
    /** @type {import('./api.js').Setting[]} */
    const settings = (await ask('GET', 'settings')).items;
    render(
      html`<div class="table cards" tabindex="0" role="region" aria-label=${text.settings}>
        <table role="table">
          <thead role="rowgroup">
            <tr role="row">
              ${[text.setting, text.value, text.from, text.meaning].map((column) => html`<th role="columnheader" scope="col">${column}</th>`)}
            </tr>
          </thead>
          <tbody role="rowgroup">
            ${settings.map(row)}
          </tbody>
        </table>
      </div>`,
      byId('settings-table'),
    );
  }

  /** @param {import('./api.js').Setting} setting */
  function row(setting) {
    return html`<tr role="row" data-setting=${setting.name}>
      <th role="rowheader" scope="row"><code>${setting.name}</code></th>
      <td role="cell">${setting.live ? editor(setting) : html`<code>${setting.value}</code>`}</td>
      <td role="cell">${setting.source}</td>
      <td role="cell">
        ${setting.meaning}
        <span class="hint">${text.allowed(setting.allowed)} ${setting.live ? nothing : text.needsRestart}</span>
      </td>
    </tr>`;
  }

  /** @param {import('./api.js').Setting} setting */
  function editor({ name, value, source }) {
    return html`<form
      class="value"
      @submit=${async (/** @type {SubmitEvent} */ event) => {
        event.preventDefault();
        const wanted = /** @type {any} */ (event.target).elements.value.value;
        if (name === DELETING && !(await sure({ title: text.setOf(name), effect: text.retentionEffect, yes: text.set }))) {
          return;
        }
        attempt(() => changed(ask('PUT', `settings/${name}`, { value: wanted })));
      }}
    >
      <input name="value" type="text" .value=${live(value)} aria-label=${name} autocomplete="off" spellcheck="false" />
      <button type="submit" class="small" aria-label=${text.setOf(name)}>${text.set}</button>
      ${source === 'system property'
        ? html`<button
            type="button"
            class="small"
            aria-label=${text.resetOf(name)}
            @click=${() => attempt(() => changed(ask('DELETE', `settings/${name}`)))}
          >
            ${text.reset}
          </button>`
        : nothing}
    </form>`;
  }

  /** @param {Promise<import('./api.js').Setting>} asked */
  async function changed(asked) {
    const { name, value } = await asked;
    await show();
    return text.isNow(name, value);
  }

  return { show };
}
