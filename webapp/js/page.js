/**
 * Puts the page together: the chat, its views, and what the browser tells us.
 */

import { fullJitter } from './chat/backoff.js';
import { Chat } from './chat/chat.js';
import { composerView } from './composer/composer-view.js';
import { conversationView } from './log/conversation-view.js';
import { byId } from './shell/dom.js';
import { directoryView } from './sides/directory-view.js';
import { drawers } from './sides/drawers.js';
import { helpView } from './shell/help-view.js';
import { fillIcons } from './shell/icons.js';
import { leaveView } from './shell/leave-view.js';
import { loginView } from './shell/login-view.js';
import { meView } from './sides/me-view.js';
import { pageMemory } from './chat/memory.js';
import { notices } from './shell/notices.js';
import { peopleView } from './sides/people-view.js';
import { socketUrl } from './chat/protocol.js';
import { beside, nextSuch } from './chat/room-steps.js';
import { renameView } from './shell/rename-view.js';
import { roomsView } from './sides/rooms-view.js';
import { settingsView } from './shell/settings-view.js';
import { moderationView } from './shell/moderation-view.js';
import { languageOf, settingsOf } from './shell/settings.js';
import { shortcuts } from './shell/shortcuts.js';
import { statusView } from './shell/status-view.js';
import { tabView } from './shell/tab-view.js';
import text, { fillShell, speak } from './text/text.js';
import { showTheme } from './shell/theme.js';

/** So often the server is told that a member looks at the page. */
const LOOKS_EVERY_MS = 60_000;

/**
 * Once a frame at most; a hidden page has no frames, but a title.
 *
 * @param {() => void} render
 */
function coalesce(render) {
  /** @type {number | null} */
  let frame = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const run = () => {
    cancelAnimationFrame(frame ?? 0);
    clearTimeout(timer);
    frame = null;
    render();
  };
  return () => {
    if (frame === null) {
      frame = requestAnimationFrame(run);
      timer = setTimeout(run, 250);
    }
  };
}

/**
 * A UUID of version 7 (RFC 9562). It begins with the time, so the server's database finds the place for the next one where
 * it put the last.
 */
function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  new DataView(bytes.buffer).setBigUint64(0, (BigInt(Date.now()) << 16n) | BigInt((bytes[6] << 8) | bytes[7]));
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function renderAll() {
  if (!chat.started) {
    sides.close();
  }
  views.forEach((view) => view.render());
  const appears = byId('chat').hidden && chat.started;
  ['chat', 'show-rooms', 'show-people'].forEach((id) => (byId(id).hidden = !chat.started));
  if (appears) {
    conversation.toNewest();
    composer.focus();
  }
}

/** What is set takes effect, whichever tab it was set in. */
async function heedSettings() {
  const settings = settingsOf(memory.settings);
  showTheme(settings.theme);
  const before = text.lang;
  // A language that can't be had leaves the page in the one it speaks
  await speak(languageOf(settings, navigator.languages)).catch(() => {});
  if (text.lang !== before) {
    fillShell();
    conversation.renew();
  }
  changed();
}

/** @param {Partial<import('./shell/settings.js').Settings>} choice */
function choose(choice) {
  memory.settings = { ...memory.settings, ...choice };
  heedSettings();
}

/** @param {import('./chat/orders.js').Act} act */
function tellDone({ act, user, room }) {
  conversation.tell(text.actsDone[/** @type {keyof typeof text.actsDone} */ (act)](user?.name ?? room ?? ''));
}

/** @param {1 | -1} step */
function lookBeside(step) {
  lookAt(beside([...chat.rooms.values()], chat.active ?? undefined, step));
}

function lookAtUnread() {
  lookAt(nextSuch([...chat.rooms.values()], chat.active ?? undefined, ({ unread }) => unread.count > 0));
}

/** @param {import('./chat/room.js').Room | undefined} room */
function lookAt(room) {
  if (room) {
    chat.look(room.name);
  }
}

const changed = coalesce(renderAll);
const memory = pageMemory();
const chat = new Chat({
  url: socketUrl(document.baseURI),
  WebSocket,
  clock: {
    now: () => Date.now(),
    setTimeout: (run, ms) => setTimeout(run, ms),
    clearTimeout: (timer) => clearTimeout(timer),
  },
  delay: fullJitter({ baseMs: 500, maxMs: 30000 }),
  memory,
  newId: uuid,
  defaultRoom: 'lobby',
  member: document.body.dataset.member || null,
  renew: () => location.reload(),
  changed,
});

// Else the page would begin in English and change under the reader's eyes
await speak(languageOf(settingsOf(memory.settings), navigator.languages)).catch(() => {});
fillShell();
fillIcons();
const sides = drawers();
const help = helpView(chat);
const moderation = moderationView(chat, tellDone);
const conversation = conversationView(chat, ({ from, member, seq }) =>
  moderation.open({ user: { name: from, kind: member ? 'member' : 'guest' }, seq }),
);
const composer = composerView(chat, { said: () => conversation.toNewest(), help: help.open, moderated: tellDone });
const views = [
  loginView(chat),
  statusView(chat),
  roomsView(chat, sides.close),
  directoryView(chat, () => {
    sides.close();
    composer.focus();
  }),
  peopleView(chat, {
    chosen: sides.close,
    moderate: (user) => {
      sides.close();
      moderation.open({ user });
    },
  }),
  meView(chat),
  renameView(chat),
  leaveView(chat, (room) => {
    conversation.tell(text.left(room));
    composer.focus();
  }),
  conversation,
  composer,
  tabView(chat),
  notices({ chat, memory, wanted: () => settingsOf(memory.settings).notify }),
  help,
  moderation,
  settingsView({ settings: () => settingsOf(memory.settings), choose }),
];

shortcuts(
  {
    'Alt+ArrowUp': () => lookBeside(-1),
    'Alt+ArrowDown': () => lookBeside(1),
    'Alt+Shift+ArrowDown': lookAtUnread,
    c: () => {
      sides.close();
      composer.focus();
    },
    '?': help.open,
  },
  () => settingsOf(memory.settings).singleKeys,
);
setInterval(() => {
  // Who looks at the page is not idle, whether they say something or not
  if (chat.isMember && !document.hidden) {
    fetch('session').catch(() => {});
  }
}, LOOKS_EVERY_MS);
addEventListener('online', () => chat.nudge());
addEventListener('storage', () => {
  chat.identityChanged();
  chat.readElsewhere();
  heedSettings();
});
addEventListener('languagechange', heedSettings);
addEventListener('pageshow', (event) => event.persisted && chat.nudge());
document.addEventListener('visibilitychange', () => {
  chat.see(!document.hidden);
  if (!document.hidden) {
    chat.nudge();
    changed();
  }
});

chat.see(!document.hidden);
chat.resume();
renderAll();
