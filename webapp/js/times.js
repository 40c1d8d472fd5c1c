/**
 * Times as the reader writes them: in the browser's language and time zone.
 */

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'medium' });
const day = new Intl.DateTimeFormat(undefined, { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' });

/** @param {string} at ISO 8601 */
export function clockTime(at) {
  return clock.format(new Date(at));
}

/** @param {string} at ISO 8601 */
export function fullTime(at) {
  return full.format(new Date(at));
}

/** @param {string} at ISO 8601 */
export function dayOf(at) {
  return day.format(new Date(at));
}
