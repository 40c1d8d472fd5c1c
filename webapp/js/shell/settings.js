/**
 * What a reader has chosen in the settings. Pure.
 */

import { LANGUAGES, bestLanguage } from '../text/languages.js';

/** @typedef {'system' | 'light' | 'dark'} Theme */

/** @type {readonly Theme[]} in the order in which the settings list them */
export const THEMES = Object.freeze(['system', 'light', 'dark']);

/**
 * @typedef {object} Settings
 * @property {string | null} language its tag; null for the one the browser prefers
 * @property {Theme} theme
 * @property {boolean} notify whether mentions are told on the desktop
 * @property {boolean} singleKeys whether keys without Alt do something outside of a text field
 */

/**
 * What was kept, as far as it is of use: another version may have kept it.
 *
 * @example
 * settingsOf({ language: 'ms', theme: 'dark', notify: true }) // => { language: 'ms', theme: 'dark', notify: true, singleKeys: true }
 * settingsOf({ language: 'tlh', theme: 'pink' }) // => { language: null, theme: 'system', notify: false, singleKeys: true }
 * settingsOf(null).theme // => "system"
 *
 * @param {any} kept
 * @returns {Settings}
 */
export function settingsOf(kept) {
  const { language, theme, notify, singleKeys } = kept ?? {};
  return {
    language: Object.hasOwn(LANGUAGES, language) ? language : null,
    theme: THEMES.includes(theme) ? theme : 'system',
    notify: notify === true,
    singleKeys: singleKeys !== false,
  };
}

/**
 * The language to speak.
 *
 * @example
 * languageOf({ language: null }, ['zh-TW', 'en']) // => "zh-Hant"
 * languageOf({ language: 'ms' }, ['zh-TW', 'en']) // => "ms"
 *
 * @param {Pick<Settings, 'language'>} settings
 * @param {readonly string[]} wanted what the browser prefers
 */
export function languageOf({ language }, wanted) {
  return language ?? bestLanguage(wanted);
}
