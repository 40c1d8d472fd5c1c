/**
 * The dialog in which a guest takes another name, or goes and is forgotten here.
 */

import { html } from 'lit-html';
import text from '../text/text.js';
import { errorWords } from '../text/words.js';
import { dialog } from './dialog.js';
import { byId } from './dom.js';

/** @param {import('../chat/chat.js').Chat} chat */
export function renameView(chat) {
  /** Whether a name was asked for since the dialog was opened. */
  let asked = false;
  const view = dialog('rename', () => text.changeName, content);
  // A member has none: the server knows their name
  byId('change-name')?.addEventListener('click', () => {
    asked = false;
    view.open();
    byId('new-name').value = chat.chosenName;
    byId('new-name').select();
  });

  /** @param {SubmitEvent} event */
  function submit(event) {
    event.preventDefault();
    asked = true;
    chat.rename(/** @type {any} */ (event.target).elements.name.value);
  }

  function close() {
    byId('rename').close();
  }

  function content() {
    const problem = asked ? chat.nameProblem : null;
    return html`<form class="moderate" novalidate @submit=${submit}>
        <div class="setting">
          <label for="new-name">${text.nameLabel}</label>
          <input
            id="new-name"
            name="name"
            type="text"
            maxlength="64"
            autocomplete="nickname"
            spellcheck="false"
            aria-describedby="new-name-hint new-name-problem"
            aria-invalid=${problem !== null}
          />
          <p class="hint" id="new-name-hint">${text.nameHint}</p>
          <p class="problem" id="new-name-problem" role="alert">${problem ? errorWords(text, problem.code, problem.about) : ''}</p>
        </div>
        <div class="buttons">
          <button type="submit" class="primary">${text.changeName}</button>
          <button type="button" @click=${close}>${text.cancel}</button>
        </div>
      </form>
      <div class="setting">
        <p class="hint" id="forget-hint">${text.forgetMeHint}</p>
        <div class="buttons">
          <button type="button" class="small" aria-describedby="forget-hint" @click=${forget}>${text.forgetMe}</button>
        </div>
      </div>`;
  }

  function forget() {
    close();
    chat.signOut();
  }

  function render() {
    if (asked && !chat.renaming && chat.nameProblem === null) {
      asked = false;
      close();
    }
    view.render();
  }

  return { render };
}
