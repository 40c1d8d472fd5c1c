/**
 * From codes and states to sentences. Pure: the bundle comes in, a text goes out.
 */

/**
 * What an error means.
 *
 * @param {import('./text.js').Text} text
 * @param {string} code
 * @param {string} [about] the name or room
 */
export function errorWords(text, code, about = '') {
  return Object.hasOwn(text.errors, code) ? /** @type {Record<string, (about: string) => string>} */ (text.errors)[code](about) : text.errorOther(code);
}

/**
 * How the connection is. The seconds are apart, so that they can tick without being read out each time.
 *
 * @param {import('./text.js').Text} text
 * @param {import('../chat/connection.js').State} state
 * @param {boolean} wasOnline whether there was a connection before
 * @param {number} now
 * @param {boolean} [troubled] whether the server was reached and could not let one in
 * @returns {{ words: string, countdown: string, action: string | null }}
 */
export function stateWords(text, state, wasOnline, now, troubled = false) {
  switch (state.phase) {
    case 'waiting': {
      const seconds = Math.max(1, Math.ceil((state.until - now) / 1000));
      const words = troubled ? text.troubled : wasOnline ? text.lost : text.unreached;
      return { words, countdown: text.inSeconds(seconds), action: text.tryNow };
    }
    case 'closed':
      return { words: text.closed(closeWords(text, state)), countdown: '', action: signedOut(state) ? text.signIn : text.connectAgain };
    case 'connecting':
      return { words: text.connecting, countdown: '', action: wasOnline ? text.tryNow : null };
    case 'idle':
      return { words: '', countdown: '', action: null };
    default:
      return { words: text[state.phase], countdown: '', action: null };
  }
}

/**
 * Whether the server has closed the connection since nobody is signed in any more.
 *
 * @param {import('../chat/connection.js').State} state
 */
export function signedOut(state) {
  return state.phase === 'closed' && state.code === 4503;
}

/**
 * @param {import('./text.js').Text} text
 * @param {{ code: number, reason: string }} closed
 */
function closeWords(text, { code, reason }) {
  if (Object.hasOwn(text.closeCodes, code)) {
    return /** @type {Record<number, string>} */ (text.closeCodes)[code];
  }
  return [reason && text.serverSaid(reason), text.closeCodeOther].filter(Boolean).join(' ');
}
