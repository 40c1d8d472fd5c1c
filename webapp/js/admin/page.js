/**
 * Puts the admin page together: asks the server again and again, and shows what it says.
 */

import { byId, write } from '../shell/dom.js';
import { pageMemory } from '../chat/memory.js';
import { languageOf, settingsOf } from '../shell/settings.js';
import { fillWords } from '../text/shell.js';
import { actsView } from './acts-view.js';
import { ask, look, Refused } from './api.js';
import { figuresView } from './figures-view.js';
import { moderationView } from './moderation-view.js';
import { rosterView } from './roster-view.js';
import { settingsView } from './settings-view.js';
import { tokensView } from './tokens-view.js';
import text, { speak } from './text.js';

/** How long after an answer the next question comes. */
const PAUSE_MS = 2000;

/** @type {import('./api.js').Attempt} */
async function attempt(act, where = '') {
  write(byId(`${where}done`), '');
  write(byId(`${where}trouble`), '');
  try {
    write(byId(`${where}done`), await act());
    refresh();
  } catch (failure) {
    write(byId(`${where}trouble`), words(failure));
  }
}

/** @param {any} failure */
function words(failure) {
  if (!(failure instanceof Refused)) {
    return text.unreached;
  }
  return failure.status === 401 ? text.signInAgain : text.failed(failure.message);
}

async function refresh() {
  const query = byId('query').value;
  const [reading, connections, people, rooms] = await Promise.all([
    ask('GET', 'figures'),
    look('connections', query),
    look('people', query),
    look('rooms', query),
  ]);
  figures.show(reading);
  // Not under the hands of whoever writes in it
  if (!byId('rooms').contains(document.activeElement)) {
    roster.show(/** @type {any} */ (connections), /** @type {any} */ (people), /** @type {any} */ (rooms));
  }
}

async function watch() {
  try {
    if (!document.hidden) {
      await refresh();
      if ([text.unreached, text.signInAgain].includes(byId('trouble').textContent)) {
        write(byId('trouble'), '');
      }
    }
  } catch (failure) {
    write(byId('trouble'), words(failure));
  }
  setTimeout(watch, PAUSE_MS);
}

await speak(languageOf(settingsOf(pageMemory().settings), navigator.languages)).catch(() => {});
fillWords(text);
document.title = `Parley · ${text.heading}`;
const figures = figuresView();
const moderation = moderationView(attempt);
const roster = rosterView(attempt, moderation.moderate, moderation.doorOf);
actsView(attempt).show();
byId('query').addEventListener('input', () => refresh().catch(() => {}));
for (const view of [settingsView(attempt), tokensView(attempt), moderation]) {
  view.show().catch((failure) => write(byId('trouble'), words(failure)));
}
watch();
