/**
 * Tells on the desktop that one was mentioned while nobody sees the page. Of several tabs one tells it, and none does what
 * is read in another.
 */

import { mentioned } from '../chat/mentions.js';
import text from '../text/text.js';

/** As long another tab has to show or read it. */
const TOLD_AFTER_MS = 1000;

/**
 * @typedef {'granted' | 'denied' | 'default' | 'unknown'} Permission unknown: this browser has no notifications
 * @typedef {import('../chat/room.js').Room} Room
 */

/** @returns {Permission} */
export function permission() {
  return 'Notification' in window ? Notification.permission : 'unknown';
}

/** Asks the reader for their permission, through the browser. */
export function askToNotify() {
  return Notification.requestPermission();
}

/**
 * The newest message of others that mentions one and has not been read.
 *
 * @param {Room} room
 * @param {string} me
 */
export function unreadMention({ unread, transcript }, me) {
  return transcript.since(unread.mark).messages.findLast((each) => each.from !== me && mentioned(each.text, me)) ?? null;
}

/**
 * @param {object} parts
 * @param {import('../chat/chat.js').Chat} parts.chat
 * @param {import('../chat/chat.js').Memory} parts.memory
 * @param {() => boolean} parts.wanted
 */
export function notices({ chat, memory, wanted }) {
  /** @type {Map<string, Notification>} those on the desktop, by room */
  const shown = new Map();
  /** @type {ReturnType<typeof setTimeout> | null} */
  let timer = null;

  function untold() {
    return [...chat.rooms.values()].flatMap((room) => {
      const message = room.unread.mentions > 0 ? unreadMention(room, chat.name ?? '') : null;
      const { epoch } = room.transcript.position ?? {};
      return message && epoch && !isTold(room.name, epoch, message.seq) ? [{ room: room.name, epoch, message }] : [];
    });
  }

  /**
   * @param {string} room
   * @param {string} epoch
   * @param {number} seq
   */
  function isTold(room, epoch, seq) {
    const told = memory.told[room];
    return told?.epoch === epoch && told.seq >= seq;
  }

  /** @param {{ room: string, epoch: string, message: import('../chat/protocol.js').Message }} mention */
  function noteTold({ room, epoch, message }) {
    memory.told = { ...memory.told, [room]: { epoch, seq: message.seq } };
  }

  function tell() {
    timer = null;
    for (const mention of untold()) {
      noteTold(mention);
      if (wanted() && document.hidden) {
        show(mention.room, mention.message);
      }
    }
  }

  /**
   * @param {string} room
   * @param {import('../chat/protocol.js').Message} message
   */
  function show(room, message) {
    try {
      const notice = new Notification(text.mentionIn(message.from, room), { body: message.text, tag: room, lang: text.lang });
      notice.onclick = () => {
        window.focus();
        chat.look(room);
        notice.close();
      };
      shown.set(room, notice);
    } catch {
      // A phone's browser has them for service workers only
    }
  }

  function closeRead() {
    shown.forEach((notice, name) => {
      if (!chat.rooms.get(name)?.unread.mentions) {
        notice.close();
        shown.delete(name);
      }
    });
  }

  function render() {
    closeRead();
    if (!document.hidden) {
      // Who sees the page sees there that they were mentioned
      untold().forEach(noteTold);
    } else if (timer === null && untold().length > 0) {
      timer = setTimeout(() => alone(tell), TOLD_AFTER_MS);
    }
  }

  return { render };
}

/**
 * While no other tab does the same. Without locks (a page that came by http) two tabs may both do it; the desktop then
 * shows one notification of the two, since they have one tag.
 *
 * @param {() => void} run
 */
function alone(run) {
  return navigator.locks ? navigator.locks.request('parley:notices', run) : run();
}
