/**
 * The form that asks for a name.
 */

import { byId, writeProblem } from './dom.js';
import text from '../text/text.js';
import { errorWords } from '../text/words.js';

/** @param {import('../chat/chat.js').Chat} chat */
export function loginView(chat) {
  const form = byId('login');
  /** @type {HTMLInputElement | null} none where only those chat who sign in */
  const name = byId('name');
  const signIn = byId('sign-in');
  form.addEventListener('submit', (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    if (name) {
      chat.enter(name.value);
    }
  });

  function render() {
    const appears = form.hidden && !chat.started;
    form.hidden = chat.started;
    const problem = chat.nameProblem;
    writeProblem(byId('name-problem'), problem ? errorWords(text, problem.code, problem.about) : '', name ?? undefined);
    // The page that signs in has no script to ask which language is wanted
    signIn.href = `signin?lang=${text.lang}`;
    if (name && problem?.about && appears) {
      name.value = problem.about;
    }
    if (appears) {
      (name ?? signIn).focus();
    }
  }

  return { render };
}
