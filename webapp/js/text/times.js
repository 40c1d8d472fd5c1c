/**
 * Times as the reader writes them: in the language of the page and the browser's time zone.
 */

import { localeOf } from './languages.js';
import text from './text.js';

let formats = formatsIn(text.lang);

/** @param {string} language */
function formatsIn(language) {
  const locale = localeOf(language, navigator.languages);
  return {
    language,
    clock: new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }),
    full: new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'medium' }),
    day: new Intl.DateTimeFormat(locale, { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' }),
  };
}

/** Making a format is slow, so they are made once for each change of the language. */
function inUse() {
  if (formats.language !== text.lang) {
    formats = formatsIn(text.lang);
  }
  return formats;
}

/** @param {string} at ISO 8601 */
export function clockTime(at) {
  return inUse().clock.format(new Date(at));
}

/**
 * Without the half of the day, for where there is little room.
 *
 * @param {string} at ISO 8601
 */
export function shortTime(at) {
  const parts = inUse().clock.formatToParts(new Date(at));
  return parts
    .filter(({ type }) => type !== 'dayPeriod')
    .map(({ value }) => value)
    .join('')
    .trim();
}

/** @param {string} at ISO 8601 */
export function fullTime(at) {
  return inUse().full.format(new Date(at));
}

/** @param {string} at ISO 8601 */
export function dayOf(at) {
  return inUse().day.format(new Date(at));
}

/**
 * A way to write the times of things that are written again and again: each is written once.
 *
 * @param {(at: string) => string} write
 * @returns {(said: { at: string }) => string}
 */
export function writtenOnce(write) {
  /** @type {WeakMap<{ at: string }, { at: string, words: string }>} */
  const written = new WeakMap();
  return (said) => {
    let known = written.get(said);
    // The time of what one has just said is the server's in the end
    if (known?.at !== said.at) {
      known = { at: said.at, words: write(said.at) };
      written.set(said, known);
    }
    return known.words;
  };
}
