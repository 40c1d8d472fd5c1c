/**
 * The log of one room: its elements, kept in step with what was said, and where one has scrolled to.
 */

import { avatar } from './avatar.js';
import { button, element, keyedList, write } from './dom.js';
import { logEntries } from './log-entries.js';
import text from './text.js';
import { clockTime, dayOf, fullTime } from './times.js';
import { errorWords } from './words.js';

/** So near to the end counts as at the end. */
const NEAR_PX = 48;

/**
 * @param {import('./chat.js').Chat} chat
 * @param {import('./room.js').Room} room
 * @param {() => void} scrolled told when one follows the newest message, or no longer does
 */
export function logView(chat, room, scrolled) {
  const older = button(text.older, 'small', () => chat.loadOlder(room));
  const top = element('div', { class: 'log-top' }, older, element('p', { class: 'hint' }));
  const log = element('div', { class: 'log', role: 'log', tabindex: '0', 'aria-label': text.logLabel(room.name) });
  const entries = element('div', { class: 'log-entries' });
  log.append(top, entries);
  const showEntries = keyedList(entries, { create: (entry) => makers[entry.kind](entry), update });
  let following = true;

  const makers = {
    day: ({ day }) => element('p', { class: 'day' }, element('span', {}, day)),
    notice: () => element('p', { class: 'announcement', dir: 'auto' }),
    gap: () => element('div', { class: 'gap' }),
    message: ({ from }) =>
      element(
        'div',
        { class: 'message' },
        avatar(from),
        element('p', { class: 'message-head' }, element('bdi', { class: 'author' }, from), ' ', element('time')),
        element('p', { class: 'message-text', dir: 'auto' }),
        element('p', { class: 'message-state' }),
      ),
  };

  const updaters = {
    day: () => {},
    notice: (node, entry) => node.replaceChildren(element('b', {}, text.notice), ' ', entry.text),
    gap: (node, { anew, more, loading, run }) => {
      node.replaceChildren(element('span', {}, anew ? text.gapAnew : text.gap));
      if (more) {
        node.append(' ', button(loading ? text.loading : text.loadGap, 'small', () => chat.loadOlder(room, run)));
      }
    },
    message: updateMessage,
  };

  function update(node, entry) {
    updaters[entry.kind](node, entry);
  }

  function updateMessage(node, { id, text: words, at, follows, state, problem }) {
    node.classList.toggle('follows', follows);
    node.dataset.state = state;
    const time = node.querySelector('time');
    time.dateTime = at;
    time.title = fullTime(at);
    write(time, clockTime(at));
    write(node.querySelector('.message-text'), words);
    const place = node.querySelector('.message-state');
    place.replaceChildren();
    if (state === 'failed') {
      place.append(element('span', { class: 'problem' }, text.notSent(errorWords(text, problem))));
      place.append(' ', button(text.sayAgain, 'small', () => chat.sayAgain(id)));
      place.append(' ', button(text.unsay, 'quiet small', () => chat.unsay(id)));
    } else if (state === 'waiting' || state === 'sent') {
      place.append(state === 'sent' ? text.sending : text.waiting);
    }
  }

  function atEnd() {
    return log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_PX;
  }

  function toEnd() {
    log.scrollTop = log.scrollHeight;
  }

  /** Keeps what is read where it is while something is put in above it. */
  function holdStill(change) {
    const anchor = [...entries.children].find((node) => node.offsetTop + node.offsetHeight > log.scrollTop);
    const before = anchor?.offsetTop;
    change();
    if (anchor?.isConnected) {
      log.scrollTop += anchor.offsetTop - before;
    }
  }

  log.addEventListener('scroll', () => {
    follow(atEnd());
    if (log.scrollTop === 0 && !following) {
      chat.loadOlder(room);
    }
  });
  new ResizeObserver(() => following && toEnd()).observe(log);

  function follow(follows) {
    following = follows;
    chat.reads(room, !follows);
    scrolled();
  }

  function render() {
    const { transcript } = room;
    const shown = logEntries({
      items: transcript.items,
      unseen: chat.unseen(room),
      me: chat.name ?? chat.chosenName,
      loading: room.loading,
      dayOf,
    });
    const change = () => {
      older.hidden = !transcript.more;
      older.disabled = room.loading || room.standing !== 'live';
      write(older, room.loading ? text.loading : text.older);
      write(top.lastElementChild, topWords(shown.length === 0));
      showEntries(shown);
    };
    if (following) {
      change();
      toEnd();
    } else {
      // What was loaded from long ago is no news to be read out
      log.setAttribute('aria-live', room.loading ? 'off' : 'polite');
      holdStill(change);
    }
  }

  function topWords(empty) {
    if (!room.known) {
      return room.standing === 'refused' ? '' : text.joining;
    }
    if (room.transcript.more) {
      return '';
    }
    return empty ? text.empty : text.beginning(room.name);
  }

  return {
    node: log,
    render,
    toNewest: () => {
      follow(true);
      toEnd();
    },
    get following() {
      return following;
    },
  };
}
