/**
 * The settings, each of which takes effect as it is chosen.
 */

import { html, nothing } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { dialog } from './dialog.js';
import { byId } from './dom.js';
import { LANGUAGES, bestLanguage } from '../text/languages.js';
import { askToNotify, permission } from './notices.js';
import { THEMES } from './settings.js';
import text from '../text/text.js';

/**
 * @param {object} parts
 * @param {() => import('./settings.js').Settings} parts.settings
 * @param {(choice: Partial<import('./settings.js').Settings>) => void} parts.choose
 */
export function settingsView({ settings, choose }) {
  const view = dialog('settings', () => text.settings, content);
  byId('show-settings').addEventListener('click', view.open);

  function content() {
    const { singleKeys, notify } = settings();
    const granted = permission();
    return html`
      ${languageField()} ${themeField()}
      ${check({
        id: 'notify',
        label: text.notify,
        hint: text.notifyHint,
        checked: notify && granted === 'granted',
        disabled: granted === 'unknown',
        change: (wanted) => (wanted ? switchOn() : choose({ notify: false })),
      })}
      <p class="hint notify-problem" role="status">${notifyProblem(granted)}</p>
      ${check({
        id: 'single-keys',
        label: text.singleKeys,
        hint: text.singleKeysHint,
        checked: singleKeys,
        disabled: false,
        change: (wanted) => choose({ singleKeys: wanted }),
      })}
    `;
  }

  function languageField() {
    const { language } = settings();
    const preferred = /** @type {keyof LANGUAGES} */ (bestLanguage(navigator.languages));
    return html`<div class="setting">
      <label for="language">${text.language}</label>
      <select id="language" @change=${(/** @type {any} */ { target }) => choose({ language: target.value || null })}>
        <option value="" .selected=${live(language === null)}>${text.languageOfBrowser(LANGUAGES[preferred])}</option>
        ${Object.entries(LANGUAGES).map(
          ([tag, name]) => html`<option value=${tag} lang=${tag} .selected=${live(language === tag)}>${name}</option>`,
        )}
      </select>
    </div>`;
  }

  function themeField() {
    const { theme } = settings();
    return html`<fieldset class="setting">
      <legend>${text.theme}</legend>
      <div class="choices">
        ${THEMES.map(
          (each) =>
            html`<label class="choice">
              <input
                type="radio"
                name="theme"
                value=${each}
                .checked=${live(theme === each)}
                @change=${() => choose({ theme: each })}
              />
              <span>${text.themes[each]}</span>
            </label>`,
        )}
      </div>
    </fieldset>`;
  }

  async function switchOn() {
    choose({ notify: (await askToNotify()) === 'granted' });
  }

  /** @param {import('./notices.js').Permission} granted */
  function notifyProblem(granted) {
    return granted === 'unknown' ? text.notifyUnknown : granted === 'denied' ? text.notifyDenied : nothing;
  }

  return view;
}

/**
 * @param {object} box
 * @param {string} box.id
 * @param {string} box.label
 * @param {string} box.hint
 * @param {boolean} box.checked
 * @param {boolean} box.disabled
 * @param {(wanted: boolean) => void} box.change
 */
function check({ id, label, hint, checked, disabled, change }) {
  return html`<div class="setting check">
    <input
      type="checkbox"
      id=${id}
      aria-describedby="${id}-hint"
      .checked=${live(checked)}
      ?disabled=${disabled}
      @change=${(/** @type {any} */ { target }) => change(target.checked)}
    />
    <label for=${id}>${label}</label>
    <p class="hint" id="${id}-hint">${hint}</p>
  </div>`;
}
