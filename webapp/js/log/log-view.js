/**
 * The log of one room: kept in step with what was said, and still under the eyes of who reads it.
 */

import { html, nothing, render as renderInto } from 'lit-html';
import { guard } from 'lit-html/directives/guard.js';
import { repeat } from 'lit-html/directives/repeat.js';
import { Bodies } from './bodies.js';
import { element } from '../shell/dom.js';
import { emojiNames, fetchEmoji } from './emoji.js';
import { entryView } from './entry-views.js';
import { firstUnread } from './first-unread.js';
import { logChunks } from './log-entries.js';
import { logKeys } from './log-keys.js';
import { readingPlace } from './reading-place.js';
import { MOST_DRAWN, stretch } from './stretch.js';
import text from '../text/text.js';
import { clockTime, dayOf, fullTime, shortTime, writtenOnce } from '../text/times.js';

/** More is drawn, and older messages are loaded, when so many views are left. */
const AHEAD = 1.5;

/** So many chunks at each end are always laid out, so that each was once; a rule by :nth-child would cost all the others, too. */
const OUTER = 10;

/** So many messages are loaded at most to come to the first unread one. */
const MOST_LOADED = 1000;

/** So many new messages at once are read out; more are what was missed, and too many to listen to. */
const MOST_READ_OUT = 10;

/** @typedef {ReturnType<typeof logView>} LogView */

/**
 * @param {import('../chat/chat.js').Chat} chat
 * @param {import('../chat/room.js').Room} room
 * @param {object} told
 * @param {() => void} told.moved told when one has scrolled
 * @param {() => void} told.leave told when one wants to write
 * @param {(code: string) => void} told.copy told when one wants to have code
 * @param {(message: import('../chat/protocol.js').Message) => void} told.moderate told when a moderator wants to act on a message
 */
export function logView(chat, room, { moved, leave, copy, moderate }) {
  const top = element('div', { class: 'log-top' });
  const content = element('div', { class: 'log-entries' });
  const log = element('div', { class: 'log', role: 'log', tabindex: '0', 'aria-live': 'off', 'aria-relevant': 'additions' });
  log.append(top, content);
  const place = readingPlace(log, content, { moved: scrolled, whole: endIsDrawn });
  const keys = logKeys(log, content, { leave, atTop: () => chat.loadOlder(room), atEnd: toNewest });
  const bodies = new Bodies((node, change) => {
    place.holdAt(node, change);
    tell();
  });
  const times = { day: writtenOnce(dayOf), clock: writtenOnce(clockTime), short: writtenOnce(shortTime), full: writtenOnce(fullTime) };
  const doings = {
    loadGap: (/** @type {number} */ run) => chat.loadOlder(room, run),
    sayAgain: (/** @type {string} */ id) => chat.sayAgain(id),
    unsay: (/** @type {string} */ id) => chat.unsay(id),
    get moderate() {
      return chat.moderates ? moderate : null;
    },
  };

  /** @type {import('./log-entries.js').Chunk[]} all there are */
  let chunks = [];
  /** @type {import('./log-entries.js').Chunk[]} those that are in the document */
  let drawn = [];
  /** @type {import('./adornment.js').Look} */
  let look = { names: new Set(), me: '', emoji: emojiNames(), text };
  /** @type {import('../chat/presence.js').Presence | null} whose names are known */
  let present = null;
  /** @type {import('./first-unread.js').FirstUnread} */
  let unread = { key: null, earlier: null };
  /** @type {import('../chat/protocol.js').Position | null} */
  let line = null;
  /** Whether one has come by the line, and needs no way to it. */
  let lineSeen = false;
  /** @type {{ length: number, asked: boolean } | null} on the way to what was not read, with so many items at first */
  let way = null;
  /** What was shown last. */
  let shown = { known: false, length: 0, last: '', look };
  /** @type {WeakSet<import('./log-entries.js').Chunk>} whose authors are known */
  const named = new WeakSet();
  let following = true;
  let emojiWanted = false;
  /** Whether the next frame draws more of an older page. */
  let drawsOn = false;

  content.addEventListener('click', ({ target }) => {
    const code = /** @type {Element} */ (target).closest('.copy')?.previousElementSibling;
    code && copy(code.textContent ?? '');
  });

  function scrolled() {
    if (!place.following && log.scrollTop < AHEAD * log.clientHeight && drawn[0]?.key === chunks[0]?.key) {
      chat.loadOlder(room);
    }
    drawOn();
    tell();
  }

  function tell() {
    if (following !== place.following) {
      following = place.following;
      chat.reads(room, !following);
    }
    lineSeen ||= lineIs('seen');
    moved();
  }

  function toNewest() {
    way = null;
    following = true;
    place.follow();
    chat.reads(room, false);
    if (!endIsDrawn()) {
      render();
    }
    tell();
  }

  /** Goes to where what was not read begins, or as near as it can be loaded. */
  function toUnread() {
    way = { length: room.transcript.length, asked: false };
    place.stay();
    tell();
    goOn();
  }

  function goOn() {
    if (way === null) {
      return;
    }
    const failed = way.asked && room.problem !== null;
    if (unread.earlier !== null && !failed && room.transcript.length - way.length < MOST_LOADED) {
      way.asked ||= !room.loading;
      chat.loadOlder(room, unread.earlier.run);
      if (room.loading) {
        return;
      }
    }
    if (unreadIsAbove()) {
      return;
    }
    way = null;
    lineSeen = true;
    const first = unread.key === null ? null : nodeOf(unread.key);
    if (first !== null) {
      place.show(first);
      first.focus({ preventScroll: true });
      tell();
    }
  }

  function render() {
    const { items, position, more } = room.transcript;
    const me = chat.name ?? chat.chosenName;
    if (room.unread.line !== line) {
      line = room.unread.line;
      lineSeen = false;
    }
    unread = line === null ? { key: null, earlier: null } : firstUnread(items, line, { epoch: position?.epoch, more, me });
    const begins = unread.earlier === null ? unread.key : null;
    chunks = logChunks({ items, unseen: chat.unseen(room), me, member: chat.isMember, roles: room.roles, loading: room.loading, line: begins, dayOf: times.day }, chunks);
    look = lookNow(me);
    const next = stretch(chunks, drawn, place.following ? 'end' : growth());
    readOut(items, next);
    drawn = next;
    place.hold(() => keys.keep(show));
    drawOn();
    fetchNeeded();
    goOn();
    tell();
  }

  /** Draws more in the next frame, if that is needed. */
  function drawOn() {
    if (!drawsOn && growth() !== null) {
      drawsOn = true;
      requestAnimationFrame(() => {
        drawsOn = false;
        render();
      });
    }
  }

  /**
   * Where more is to be drawn.
   *
   * @returns {'end' | 'above' | 'below' | null}
   */
  function growth() {
    if (!log.isConnected) {
      return null;
    }
    const ahead = AHEAD * log.clientHeight;
    const few = drawn.length < MOST_DRAWN;
    const beginIsDrawn = drawn[0]?.key === chunks[0]?.key;
    if (place.following) {
      return few && !beginIsDrawn ? 'end' : null;
    }
    if (!beginIsDrawn && (few || log.scrollTop < ahead || (way !== null && unreadIsAbove()))) {
      return 'above';
    }
    const below = log.scrollHeight - log.scrollTop - log.clientHeight;
    return !endIsDrawn() && (few || below < ahead) ? 'below' : null;
  }

  function endIsDrawn() {
    return drawn.at(-1)?.key === chunks.at(-1)?.key;
  }

  /** Whether where what was not read begins is here, above of what is drawn. */
  function unreadIsAbove() {
    const first = chunks.findIndex(({ key }) => key === drawn[0]?.key);
    return chunks.slice(0, first).some(({ entries }) => entries.some(({ key }) => key === unread.key));
  }

  /**
   * Everybody who is or was here may be mentioned.
   *
   * @param {string} me
   * @returns {import('./adornment.js').Look}
   */
  function lookNow(me) {
    const names = [me];
    if (present !== room.presence) {
      present = room.presence;
      names.push(...present.people.keys());
    }
    for (const chunk of chunks.filter((each) => !named.has(each))) {
      named.add(chunk);
      names.push(...chunk.authors);
    }
    const known = names.every((name) => look.names.has(name)) ? look.names : new Set([...look.names, ...names]);
    const emoji = emojiNames();
    const same = known === look.names && me === look.me && emoji === look.emoji && text === look.text;
    return same ? look : { names: known, me, emoji, text };
  }

  /**
   * What was just said is read out; what is loaded or drawn from long ago, or was said before one came, is not.
   *
   * @param {readonly import('../chat/transcript.js').Item[]} items
   * @param {readonly import('./log-entries.js').Chunk[]} next the chunks to be drawn
   */
  function readOut(items, next) {
    const before = new Set(drawn.map(({ key }) => key));
    const drawnMore = next.slice(0, -1).some(({ key }) => !before.has(key));
    const added = items.length - 1 - items.findLastIndex(({ key }) => key === shown.last);
    const loaded = drawnMore || items.length > shown.length + added || !shown.known || added > MOST_READ_OUT;
    if (loaded || look !== shown.look) {
      log.setAttribute('aria-live', 'off');
    } else if (added > 0) {
      log.setAttribute('aria-live', 'polite');
    }
    shown = { known: room.known, length: items.length, last: items.at(-1)?.key ?? '', look };
  }

  function show() {
    log.setAttribute('aria-label', text.logLabel(room.name));
    renderInto(topView(), top);
    renderInto(
      repeat(
        drawn,
        ({ key }) => key,
        (chunk) => guard(looksOf(chunk), () => chunkView(chunk)),
      ),
      content,
    );
    [...content.children].forEach((chunk, index) => {
      chunk.classList.toggle('inner', index >= OUTER && index < drawn.length - OUTER);
    });
  }

  /** @param {import('./log-entries.js').Chunk} chunk */
  function looksOf(chunk) {
    return [chunk, look.text, chat.moderates, chunk.mentions && look.names, chunk.mentions && look.me, chunk.emoji && look.emoji];
  }

  /** @param {import('./log-entries.js').Chunk} chunk */
  function chunkView({ entries }) {
    return html`<div class="chunk">
      ${repeat(
        entries,
        ({ key }) => key,
        (entry) => entryView(entry, (message) => bodies.of(message, look), times, doings),
      )}
    </div>`;
  }

  function topView() {
    const more = html`<button
      type="button"
      class="small"
      tabindex="-1"
      ?disabled=${room.loading || room.standing !== 'live'}
      @click=${() => chat.loadOlder(room)}
    >
      ${room.loading ? text.loading : text.older}
    </button>`;
    return html`${room.transcript.more ? more : nothing}
      <p class="hint">${topWords()}</p>`;
  }

  function topWords() {
    if (!room.known) {
      return room.standing === 'refused' ? '' : text.joining;
    }
    if (room.transcript.more) {
      return '';
    }
    return chunks.length === 0 ? text.empty : text.beginning(room.name);
  }

  function fetchNeeded() {
    if (!emojiWanted && chunks.some(({ emoji }) => emoji)) {
      emojiWanted = true;
      fetchEmoji().then(() => log.isConnected && render());
    }
  }

  /**
   * @param {string} key
   * @returns {HTMLElement | null}
   */
  function nodeOf(key) {
    const chunk = drawn.findIndex(({ entries }) => entries.some((entry) => entry.key === key));
    const index = drawn[chunk]?.entries.findIndex((entry) => entry.key === key);
    return /** @type {HTMLElement | null} */ (content.children[chunk]?.children[index] ?? null);
  }

  /**
   * Whether the line is in view, or above it.
   *
   * @param {'seen' | 'above'} where
   */
  function lineIs(where) {
    const chunk = drawn.findIndex((each) => each.line !== null);
    const around = content.children[chunk];
    if (!around || !log.isConnected) {
      return where === 'above' && unreadIsAbove();
    }
    const view = log.getBoundingClientRect();
    const { top: from, bottom: to } = around.getBoundingClientRect();
    // What is far away has no place of its own before it is drawn
    const far = to < view.top || from > view.bottom;
    const at = far ? from : (around.querySelector('.line')?.getBoundingClientRect().top ?? from);
    return where === 'seen' ? !far && at >= view.top && at < view.bottom : at < view.top;
  }

  return {
    node: log,
    render,
    toNewest,
    toUnread,
    get following() {
      return place.following;
    },

    /** Whether there is something unread above, or not loaded yet, to which one may want to go. */
    get unreadAbove() {
      return !lineSeen && (unread.earlier !== null || (unread.key !== null && lineIs('above')));
    },
  };
}
