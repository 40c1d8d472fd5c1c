/**
 * Where one writes. Enter sends, Shift+Enter begins a new line, and neither does anything while an input method is
 * composing a character.
 */

import { byId, writeProblem } from './dom.js';
import text from './text.js';
import { errorWords } from './words.js';

/** What an input method in the middle of a character says its keys are. */
const COMPOSING_KEY_CODE = 229;

/**
 * @param {import('./chat.js').Chat} chat
 * @param {() => void} said told after something was said
 */
export function composerView(chat, said) {
  const form = byId('composer');
  const box = byId('say');
  /** @type {Map<string, string>} what was begun in each room */
  const drafts = new Map();
  let room = null;
  let refused = false;

  box.addEventListener('keydown', (event) => {
    const composing = event.isComposing || event.keyCode === COMPOSING_KEY_CODE;
    if (event.key === 'Enter' && !event.shiftKey && !composing) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  box.addEventListener('input', () => {
    if (box.value.trim() !== '') {
      chat.typing();
    }
    render();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    refused = chat.connectionState.phase === 'closed';
    if (!refused && chat.say(box.value)) {
      box.value = '';
      said();
    }
    box.focus();
    render();
  });

  function render() {
    form.hidden = chat.active === null;
    const name = chat.active?.name ?? null;
    if (name !== room) {
      drafts.set(room, box.value);
      box.value = drafts.get(name) ?? '';
      room = name;
    }
    refused &&= chat.connectionState.phase === 'closed';
    const problem = chat.unsayable(box.value);
    const words = problem ? errorWords(text, problem) : refused ? text.closedUnsaid : '';
    writeProblem(byId('say-problem'), words, box);
  }

  return { render, focus: () => box.focus() };
}
