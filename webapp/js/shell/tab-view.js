/**
 * What the browser's tab shows: the room, how much is unread, and a sign when one was mentioned.
 */

import { byId, write } from './dom.js';
import text from '../text/text.js';
import { short, total } from '../chat/unread.js';

/** @param {import('../chat/chat.js').Chat} chat */
export function tabView(chat) {
  const title = /** @type {Element} */ (document.querySelector('title'));

  function render() {
    const { count, mentions } = total([...chat.rooms.values()]);
    write(title, text.title(chat.active?.name ?? null, count > 0 ? short(count) : null));
    showIcon(mentions > 0 ? 'favicon-mention.svg' : 'favicon.svg');
  }

  return { render };
}

/** @param {string} file */
function showIcon(file) {
  const icon = byId('icon');
  if (icon.getAttribute('href') !== file) {
    icon.setAttribute('href', file);
  }
}
