/**
 * The room one looks at: its name, its log, who types. Each room has a log of its own, so that changing rooms is not
 * read out as if it all had just been said.
 */

import { byId, write, writeProblem } from './dom.js';
import { logView } from './log-view.js';
import text from './text.js';
import { errorWords } from './words.js';

/** @param {import('./chat.js').Chat} chat */
export function conversationView(chat) {
  const place = byId('log-place');
  const toNewest = byId('to-newest');
  const logs = new Map();
  byId('leave').addEventListener('click', () => chat.leave(chat.active.name));
  toNewest.addEventListener('click', () => {
    logOf(chat.active).toNewest();
    byId('say').focus();
  });

  function logOf(room) {
    if (!logs.has(room)) {
      logs.set(room, logView(chat, room, renderToNewest));
    }
    return logs.get(room);
  }

  function renderToNewest() {
    toNewest.hidden = !chat.active || logOf(chat.active).following;
  }

  function render() {
    const room = chat.active;
    const rooms = new Set(chat.rooms.values());
    [...logs.keys()].filter((known) => !rooms.has(known)).forEach((gone) => logs.delete(gone));
    byId('leave').hidden = room === null;
    write(byId('room-title'), room?.name ?? text.noRoom);
    writeTopic(room?.topic ?? '');
    write(byId('typing'), typingWords(room));
    byId('passing').hidden = room === null || chat.lasting;
    writeProblem(byId('conversation-problem'), room?.problem ? errorWords(text, room.problem, room.name) : '');
    if (room === null) {
      place.replaceChildren();
    } else {
      show(logOf(room));
    }
    renderToNewest();
  }

  function show(log) {
    const appears = log.node.parentNode !== place;
    if (!appears) {
      log.render();
      return;
    }
    // Filled before it is in the document, so that it isn't read out
    log.render();
    place.replaceChildren(log.node);
    log.toNewest();
  }

  /** @param {string} words cut where there is no room for them, and whole when pointed at or focused */
  function writeTopic(words) {
    const topic = byId('topic');
    topic.hidden = words === '';
    topic.title = words;
    write(topic, words);
  }

  function typingWords(room) {
    const names = room ? chat.typists(room) : [];
    return names.length === 0 ? '' : text.typing(names);
  }

  /** The language has changed: what a log has written, it writes anew. */
  function renew() {
    logs.clear();
    place.replaceChildren();
  }

  return {
    render,
    renew,
    toNewest: () => chat.active && logOf(chat.active).toNewest(),
  };
}
