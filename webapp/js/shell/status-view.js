/**
 * How the connection is, in words, and what one can do about it.
 */

import { byId, write } from './dom.js';
import text from '../text/text.js';
import { signedOut, stateWords } from '../text/words.js';

/** @param {import('../chat/chat.js').Chat} chat */
export function statusView(chat) {
  const place = byId('state');
  const action = byId('state-action');
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let ticking;
  action.addEventListener('click', () => {
    if (signedOut(chat.connectionState)) {
      location.assign(`signin?lang=${text.lang}`);
    } else {
      chat.reconnect();
    }
  });

  function render() {
    const state = chat.connectionState;
    const { words, countdown, action: actionWords } = stateWords(
      text,
      state,
      chat.name !== null,
      Date.now(),
      chat.troubled,
    );
    place.dataset.phase = state.phase;
    write(byId('state-words'), words);
    write(byId('state-countdown'), countdown);
    action.hidden = actionWords === null;
    write(action, actionWords ?? '');
    clearTimeout(ticking);
    ticking = state.phase === 'waiting' ? setTimeout(render, 500) : undefined;
  }

  return { render };
}
