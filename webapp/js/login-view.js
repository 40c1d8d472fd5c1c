/**
 * The form that asks for a name.
 */

import { byId, writeProblem } from './dom.js';
import text from './text.js';
import { errorWords } from './words.js';

/** @param {import('./chat.js').Chat} chat */
export function loginView(chat) {
  const form = byId('login');
  const name = byId('name');
  form.addEventListener('submit', (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    chat.enter(name.value);
  });

  function render() {
    const appears = form.hidden && !chat.started;
    form.hidden = chat.started;
    const problem = chat.nameProblem;
    writeProblem(byId('name-problem'), problem ? errorWords(text, problem.code, problem.about) : '', name);
    if (problem?.about && appears) {
      name.value = problem.about;
    }
    if (appears) {
      name.focus();
    }
  }

  return { render };
}
