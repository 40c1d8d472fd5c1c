import { logChunks } from '/page/js/log/log-entries.js';
import { equal, holds } from './harness.js';

const START = Date.parse('2026-03-01T08:00:00Z');

function message(seq, { from = 'grace', text = `text ${seq}`, minutes = seq } = {}) {
  const at = new Date(START + minutes * 60000).toISOString();
  return { kind: 'message', key: `1/${seq}`, message: { room: 'lobby', seq, id: `id-${seq}`, from, text, at } };
}

const range = (from, to, more) => Array.from({ length: to - from + 1 }, (_, index) => message(from + index, more));

const NO_ROLES = new Map();

function shown(items, more = {}) {
  return { items, unseen: [], me: 'ada', member: false, roles: NO_ROLES, loading: false, line: null, dayOf: ({ at }) => at.slice(0, 10), ...more };
}

const unseen = (id, more = {}) => ({ id, room: 'lobby', text: id, at: new Date(START).toISOString(), state: 'sent', ...more });

/** As a person sees it: texts, with a dash where the name is that of the one before; others in brackets. */
const seen = (chunks) =>
  chunks
    .flatMap(({ entries }) => entries)
    .map((entry) => (entry.kind === 'message' ? `${entry.follows ? '- ' : ''}${entry.said.text}` : `[${entry.day ?? entry.kind}]`));

/** Which chunks are others than before. */
const changed = (before, after) => [...after.keys()].filter((index) => !before.includes(after[index]));

export const tests = {
  'a member and a guest of one name do not speak under one head'() {
    const items = [message(1, { minutes: 0 }), message(2, { minutes: 1 }), message(3, { minutes: 2 })];
    items.slice(1).forEach((item) => (item.message.member = true));
    equal(seen(logChunks(shown(items))), ['[2026-03-01]', 'text 1', 'text 2', '- text 3']);
  },

  'a member is shown as a moderator in what they have said, a guest of that name is not, and nothing else is made anew'() {
    const items = range(1, 40);
    items.slice(0, 2).forEach((item) => (item.message.from = 'alan'));
    items[1].message.member = true;
    const before = logChunks(shown(items));
    const after = logChunks(shown(items, { roles: new Map([['alan', 'moderator']]) }), before);
    const roles = after.flatMap(({ entries }) => entries).filter(({ kind }) => kind === 'message').map(({ role }) => role);
    equal(roles.slice(0, 3), [undefined, 'moderator', undefined]);
    equal(changed(before, after), [0]);
  },

  'messages of one person within five minutes stand under one name, day by day'() {
    const items = [message(1, { minutes: 0 }), message(2, { minutes: 4 }), message(3, { minutes: 9 }), message(4, { from: 'alan', minutes: 10 })];
    items.push(message(5, { from: 'alan', minutes: 16 * 60 }));
    equal(seen(logChunks(shown(items))), ['[2026-03-01]', 'text 1', '- text 2', 'text 3', 'text 4', '[2026-03-02]', 'text 5']);
  },

  'what somebody does has the name with it'() {
    const items = [message(1, { minutes: 0 }), message(2, { text: '/me waves', minutes: 0 }), message(3, { minutes: 0 })];
    const [{ entries }] = logChunks(shown(items));
    equal(entries.slice(1).map(({ acts, follows }) => [acts, follows]), [[false, false], [true, false], [false, false]]);
  },

  'a new message costs the last chunk only'() {
    const items = range(1, 200);
    const before = logChunks(shown(items));
    const after = logChunks(shown([...items, message(201)]), before);
    equal(changed(before, after), [after.length - 1]);
  },

  'nothing new costs nothing'() {
    const items = range(1, 200);
    const waiting = [unseen('a')];
    const before = logChunks(shown(items, { unseen: waiting }));
    const after = logChunks(shown([...items], { unseen: waiting }), before);
    equal(changed(before, after), []);
  },

  'an older page costs the chunk it meets'() {
    const items = range(80, 250);
    const before = logChunks(shown(items.slice(50)));
    const after = logChunks(shown(items), before);
    equal(changed(before, after), [0, 1, 2, 3, 4, 5]);
    equal(new Set(after.map(({ key }) => key)).size, after.length);
  },

  'what is forgotten costs the first chunk'() {
    const items = range(1, 250);
    const before = logChunks(shown(items));
    const after = logChunks(shown(items.slice(120)), before);
    equal(changed(before, after), [0]);
  },

  'the line of what is new stands before its message, and moves nothing else'() {
    const items = range(1, 200, { minutes: 0 });
    const before = logChunks(shown(items));
    const after = logChunks(shown(items, { line: '1/120' }), before);
    equal(changed(before, after), [12]);
    const texts = seen(after);
    equal(texts.slice(texts.indexOf('[line]') - 1, texts.indexOf('[line]') + 3), ['- text 119', '[line]', 'text 120', '- text 121']);
  },

  'one’s own message keeps its key and its chunk from the first to the last'() {
    const place = (chunks) => chunks.flatMap(({ key, entries }) => entries.filter((each) => each.own).map((each) => [key, each.key]));
    for (const last of [0, 8, 9, 10]) {
      const items = range(1, last);
      const waiting = place(logChunks(shown(items, { unseen: [unseen(`id-${last + 1}`)] })));
      const told = place(logChunks(shown([...items, message(last + 1, { from: 'ada' })])));
      equal(waiting, told);
      equal(told.length, 1);
    }
  },

  'a change of what is on its way is seen'() {
    const entry = unseen('a');
    const before = logChunks(shown(range(1, 3), { unseen: [entry] }));
    entry.state = 'failed';
    entry.problem = 'muted';
    const after = logChunks(shown(range(1, 3), { unseen: [entry] }), before);
    equal([after[0] === before[0], after[0].entries.at(-1).problem], [false, 'muted']);
  },

  'a gap has a chunk of its own'() {
    const [older, newer] = [range(1, 9), range(40, 45)];
    const items = () => [...older, { kind: 'gap', key: 'gap/2', run: 2, anew: false, more: true }, ...newer];
    const before = logChunks(shown(items()));
    equal(seen(before).filter((text) => text === '[gap]').length, 1);
    const same = logChunks(shown(items()), before);
    equal(same.map((chunk, index) => chunk === before[index]), [true, true, true]);
    const loading = logChunks(shown(items(), { loading: true }), before);
    equal(loading.map((chunk, index) => chunk === before[index]), [true, false, true]);
  },

  'announcements before anything was said are shown'() {
    const notice = { kind: 'notice', key: 'notice/1', text: 'noon', at: new Date(START).toISOString() };
    equal(seen(logChunks(shown([notice, message(1)]))), ['[2026-03-01]', '[notice]', 'text 1']);
  },

  'chunks know who spoke, and whether names may stand in them'() {
    const [chunk] = logChunks(shown([message(1, { text: 'hi @ada :tada:' }), message(2, { from: 'alan' })]));
    equal([[...chunk.authors], chunk.mentions, chunk.emoji], [['grace', 'alan'], true, true]);
    const [plain] = logChunks(shown([message(1, { text: 'at 10:45' })]));
    equal([plain.mentions, plain.emoji], [false, false]);
  },

  'ten thousand messages are looked through in no time'() {
    const items = range(1, 10000);
    let chunks = logChunks(shown(items));
    const times = Array.from({ length: 20 }, (_, index) => {
      const begun = performance.now();
      chunks = logChunks(shown([...items, message(10001 + index)]), chunks);
      return performance.now() - begun;
    });
    holds(Math.min(...times) < 10, `${times} ms`);
  },
};
