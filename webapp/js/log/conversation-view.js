/**
 * The room one looks at: its name, its log, who types. Each room has a log of its own, so that changing rooms is not
 * read out as if it all had just been said.
 */

import { html, render as renderInto } from 'lit-html';
import { copy } from './copy.js';
import { byId, write, writeProblem } from '../shell/dom.js';
import { logView } from './log-view.js';
import text from '../text/text.js';
import { errorWords } from '../text/words.js';

/** So long it is told what came of something. */
const TOLD_MS = 4000;

/**
 * @param {import('../chat/chat.js').Chat} chat
 * @param {(message: import('../chat/protocol.js').Message) => void} moderate told when a moderator wants to act on a message
 */
export function conversationView(chat, moderate) {
  const place = byId('log-place');
  const toNewest = byId('to-newest');
  /** @type {Map<import('../chat/room.js').Room, import('./log-view.js').LogView>} */
  const logs = new Map();
  let told = '';
  toNewest.addEventListener('click', () => {
    chat.active && logOf(chat.active).toNewest();
    byId('say').focus();
  });

  /** @param {import('../chat/room.js').Room} room */
  function logOf(room) {
    const log = logs.get(room) ?? logView(chat, room, { moved: renderWays, leave: () => byId('say').focus(), copy: copyCode, moderate });
    logs.set(room, log);
    return log;
  }

  /** @param {string} code */
  async function copyCode(code) {
    tell((await copy(code)) ? text.copied : text.notCopied);
  }

  /** @param {string} words */
  function tell(words) {
    told = words;
    renderPlace();
    setTimeout(() => {
      told = told === words ? '' : told;
      renderPlace();
    }, TOLD_MS);
  }

  /** The ways to what is not in view. */
  function renderWays() {
    const room = chat.active;
    toNewest.hidden = room === null || logOf(room).following;
    write(toNewest, room !== null && room.unread.count > 0 ? text.newBelow(room.unread.count) : text.toNewest);
    renderPlace();
  }

  function renderPlace() {
    const log = chat.active && logOf(chat.active);
    renderInto(
      html`<button type="button" class="small to-unread" ?hidden=${!log?.unreadAbove} @click=${() => log?.toUnread()}>
          ${text.toUnread}
        </button>
        ${log?.node ?? ''}
        <p class="told" role="status">${told}</p>`,
      place,
    );
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
    if (room !== null) {
      show(logOf(room));
    }
    renderWays();
  }

  /** @param {import('./log-view.js').LogView} log */
  function show(log) {
    const appears = !log.node.isConnected;
    // Filled before it is in the document, so that it isn't read out
    log.render();
    if (appears) {
      renderPlace();
      log.toNewest();
    }
  }

  /** @param {string} words cut where there is no room for them, and whole when pointed at or focused */
  function writeTopic(words) {
    const topic = byId('topic');
    topic.hidden = words === '';
    topic.title = words;
    write(topic, words);
  }

  /** @param {import('../chat/room.js').Room | null} room */
  function typingWords(room) {
    const names = room ? chat.typists(room) : [];
    return names.length === 0 ? '' : text.typing(names);
  }

  /** The language has changed: what a log has written, it writes anew. */
  function renew() {
    logs.clear();
  }

  return {
    render,
    renew,
    tell,
    toNewest: () => chat.active && logOf(chat.active).toNewest(),
  };
}
