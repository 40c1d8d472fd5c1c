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
    // Stays as it was while it is tried again, so that nothing moves
    const again = state.phase === 'connecting' && actionWords !== null;
    place.dataset.phase = again ? 'waiting' : state.phase;
    write(byId('state-words'), words);
    write(byId('state-countdown'), countdown);
    action.hidden = actionWords === null;
    action.disabled = again;
    write(action, actionWords ?? '');
    clearTimeout(ticking);
    ticking = state.phase === 'waiting' ? setTimeout(render, 500) : undefined;
  }

  return { render };
}
