/**
 * Puts the page together: the chat, its views, and what the browser tells us.
 */

import { fullJitter } from './backoff.js';
import { Chat } from './chat.js';
import { composerView } from './composer-view.js';
import { conversationView } from './conversation-view.js';
import { byId, write } from './dom.js';
import { loginView } from './login-view.js';
import { browserMemory } from './memory.js';
import { peopleView } from './people-view.js';
import { socketUrl } from './protocol.js';
import { roomsView } from './rooms-view.js';
import { statusView } from './status-view.js';
import text, { fillShell } from './text.js';

const WIDE = matchMedia('(min-width: 48rem)');

/** Once a frame at most; a hidden page has no frames, but a title. */
function coalesce(render) {
  let frame = null;
  let timer = null;
  const run = () => {
    cancelAnimationFrame(frame);
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

/** A browser that forbids storage throws at the mere mention of it. */
function storage(name) {
  try {
    return window[name];
  } catch {
    return null;
  }
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
  views.forEach((view) => view.render());
  byId('me').hidden = !chat.started;
  write(byId('me-name'), chat.chosenName);
  const appears = byId('chat').hidden && chat.started;
  byId('chat').hidden = !chat.started;
  const unread = [...chat.rooms.values()].reduce((sum, room) => sum + room.unread.count, 0);
  write(document.querySelector('title'), text.title(chat.active?.name ?? null, unread));
  if (appears) {
    conversation.toNewest();
    composer.focus();
  }
}

/** Rooms and people stand beside the conversation where there is room for them, else they are folded away. */
function foldSides() {
  document.querySelectorAll('details').forEach((side) => (side.open = WIDE.matches));
}

function foldOnNarrow() {
  if (!WIDE.matches) {
    foldSides();
  }
}

const changed = coalesce(renderAll);
const memory = browserMemory({
  lasting: storage('localStorage'),
  fleeting: storage('sessionStorage'),
  prefix: `parley:${new URL('.', document.baseURI).pathname}:`,
});
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
  changed,
});

fillShell(document);
const conversation = conversationView(chat);
const composer = composerView(chat, { said: () => conversation.toNewest(), help: () => byId('help').showModal() });
const views = [loginView(chat), statusView(chat), roomsView(chat), peopleView(chat), conversation, composer];

foldSides();
WIDE.addEventListener('change', foldSides);
byId('conversation').addEventListener('focusin', foldOnNarrow);
byId('room-list').addEventListener('click', foldOnNarrow);
byId('chat').addEventListener('keydown', (event) => event.key === 'Escape' && foldOnNarrow());
byId('sign-out').addEventListener('click', () => chat.signOut());
addEventListener('online', () => chat.nudge());
addEventListener('storage', () => {
  chat.identityChanged();
  chat.readElsewhere();
});
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
