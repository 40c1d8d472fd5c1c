import { Transcript } from '/page/js/chat/transcript.js';
import { message } from './fakes.js';
import { equal } from './harness.js';

/** As a person sees it: texts, and gaps in brackets, with a plus when they can be loaded. */
const seen = (transcript) =>
  transcript.items.map((item) =>
    item.kind === 'message' ? item.message.text : item.kind === 'notice' ? item.text : `[${item.more ? '+' : ''}]`,
  );

const deletion = (seq, target) => ({ type: 'deleted', room: 'lobby', seq, target, by: 'grace', at: '' });

function joined(seqs, { epoch = 'e1', recovered = false, more = false, seq } = {}) {
  return { epoch, seq: seq ?? seqs.at(-1) ?? 0, recovered, more, events: seqs.map((each) => message(each)) };
}

function transcriptOf(...joins) {
  const transcript = new Transcript();
  joins.forEach((join) => transcript.join(join));
  return transcript;
}

export const tests = {
  'a new one has no position and nothing to show'() {
    equal([new Transcript().position, seen(new Transcript())], [null, []]);
  },

  'an empty room can be resumed'() {
    equal(transcriptOf(joined([])).position, { epoch: 'e1', seq: 0 });
  },

  'live messages follow the page that was joined with'() {
    const transcript = transcriptOf(joined([6, 7], { more: true }));
    equal(transcript.add(message(8)), 'new');
    equal(seen(transcript), ['text 6', 'text 7', 'text 8']);
    equal(transcript.position, { epoch: 'e1', seq: 8 });
  },

  'what is told twice is shown once'() {
    const transcript = transcriptOf(joined([1, 2]));
    equal(transcript.add(message(2)), 'known');
    transcript.join(joined([2, 3], { recovered: true }));
    equal(seen(transcript), ['text 1', 'text 2', 'text 3']);
  },

  'what is taken back is shown no more, and has its place'() {
    const transcript = transcriptOf(joined([1, 2]));
    equal(transcript.add(deletion(3, 1)), 'known');
    equal(seen(transcript), ['text 2']);
    equal(transcript.add(message(4)), 'new');
    equal(transcript.position.seq, 4);
  },

  'what was taken back while one was away is not shown'() {
    const transcript = transcriptOf(joined([1]));
    const events = [{ ...message(2), text: '', deleted: true }, message(3), deletion(4, 2), deletion(5, 1)];
    transcript.join({ epoch: 'e1', seq: 5, recovered: true, more: false, events });
    equal(seen(transcript), ['text 3']);
    equal(transcript.has(message(2).from, message(2).id), true);
    equal(transcript.position.seq, 5);
  },

  'a page that was on its way does not bring back what was taken back'() {
    const transcript = transcriptOf(joined([4, 5], { more: true }));
    transcript.add(deletion(6, 2));
    transcript.prepend(transcript.olderThan(), { events: [message(1), message(2), deletion(3, 9)], more: false });
    equal(seen(transcript), ['text 1', 'text 4', 'text 5']);
    equal(transcript.more, false);
  },

  'a message behind a hole is not taken'() {
    const transcript = transcriptOf(joined([1, 2]));
    equal(transcript.add(message(4)), 'hole');
    equal(transcript.position.seq, 2);
  },

  'a recovered join goes on without a gap, even with nothing missed'() {
    const transcript = transcriptOf(joined([1, 2]), joined([], { seq: 2, recovered: true }));
    transcript.join(joined([3, 4], { recovered: true }));
    equal(seen(transcript), ['text 1', 'text 2', 'text 3', 'text 4']);
  },

  'a join that was not recovered but meets what is known has no gap'() {
    equal(seen(transcriptOf(joined([1, 2]), joined([2, 3, 4]))), ['text 1', 'text 2', 'text 3', 'text 4']);
  },

  'what may be missing is a gap that history fills'() {
    const transcript = transcriptOf(joined([1, 2]), joined([7, 8], { more: true }));
    equal(seen(transcript), ['text 1', 'text 2', '[+]', 'text 7', 'text 8']);
    const gap = transcript.items.find(({ kind }) => kind === 'gap');
    const first = transcript.olderThan(gap.run);
    equal(first.before, 7);
    transcript.prepend(first, { events: [message(5), message(6)], more: true });
    equal(seen(transcript), ['text 1', 'text 2', '[+]', 'text 5', 'text 6', 'text 7', 'text 8']);
    transcript.prepend(transcript.olderThan(gap.run), { events: [1, 2, 3, 4].map((each) => message(each)), more: false });
    equal(seen(transcript), [1, 2, 3, 4, 5, 6, 7, 8].map((each) => `text ${each}`));
    equal([transcript.position.seq, transcript.add(message(9))], [8, 'new']);
  },

  'a gap whose events the server has no more stays, and offers nothing'() {
    const transcript = transcriptOf(joined([1]), joined([7], { more: true }));
    transcript.prepend(transcript.olderThan(2), { events: [], more: false });
    equal(seen(transcript), ['text 1', '[]', 'text 7']);
  },

  'older pages go to the top until there are none'() {
    const transcript = transcriptOf(joined([5, 6], { more: true }));
    equal(transcript.more, true);
    transcript.prepend(transcript.olderThan(), { events: [message(3), message(4)], more: true });
    transcript.prepend(transcript.olderThan(), { events: [message(1), message(2)], more: false });
    equal(seen(transcript), [1, 2, 3, 4, 5, 6].map((each) => `text ${each}`));
    equal([transcript.more, transcript.olderThan()], [false, null]);
  },

  'a page that was asked for twice is put in once'() {
    const transcript = transcriptOf(joined([3], { more: true }));
    const asked = transcript.olderThan();
    transcript.prepend(asked, { events: [message(1), message(2)], more: false });
    transcript.prepend(asked, { events: [message(1), message(2)], more: false });
    equal(seen(transcript), ['text 1', 'text 2', 'text 3']);
  },

  'a log begun anew leaves what was shown and marks the place'() {
    const transcript = transcriptOf(joined([1, 2]), joined([], { epoch: 'e2' }));
    equal(transcript.add(message(1, 'ada', 'first of the new')), 'new');
    equal(seen(transcript), ['text 1', 'text 2', '[]', 'first of the new']);
    equal(transcript.items[2].anew, true);
    equal(transcript.position, { epoch: 'e2', seq: 1 });
  },

  'what the ended log held cannot be asked for'() {
    const transcript = transcriptOf(joined([5, 6], { more: true }), joined([], { epoch: 'e2' }));
    equal([transcript.more, transcript.olderThan()], [false, null]);
  },

  'what is said again into the new log under its old id is shown once'() {
    const transcript = transcriptOf(joined([1, 2]), joined([], { epoch: 'e2' }));
    equal(transcript.add(message(1, 'grace', 'text 2', 'grace-2')), 'known');
    equal(transcript.add(message(2)), 'known');
    equal(seen(transcript), ['text 1', 'text 2', '[]']);
    equal(transcript.position, { epoch: 'e2', seq: 2 });
  },

  'another text under an old id is another message'() {
    const transcript = transcriptOf(joined([1]), joined([], { epoch: 'e2' }));
    equal(transcript.add(message(1, 'grace', 'something else', 'grace-1')), 'new');
  },

  'restarts with nothing said between them leave one mark'() {
    const anew = ['e2', 'e3', 'e4'].map((epoch) => joined([], { epoch }));
    equal(seen(transcriptOf(joined([1]), ...anew)), ['text 1', '[]']);
  },

  'a log that stepped back is a gap, not a mix'() {
    const transcript = transcriptOf(joined([1, 2, 3]), joined([1, 2]));
    transcript.add(message(3, 'ada', 'another third'));
    equal(seen(transcript), ['text 1', 'text 2', 'text 3', '[]', 'another third']);
    equal(new Set(transcript.items.map(({ key }) => key)).size, 5);
  },

  'what was acknowledged but never told stands where it was shown'() {
    const transcript = transcriptOf(joined([1]));
    transcript.keep(message(2, 'ada', 'mine'));
    transcript.join(joined([], { epoch: 'e2' }));
    equal(seen(transcript), ['text 1', 'mine', '[]']);
  },

  'an announcement stands where it came'() {
    const transcript = transcriptOf(joined([1]));
    transcript.notice('maintenance at noon', '2026-03-01T08:00:00.000Z');
    transcript.add(message(2));
    equal(seen(transcript), ['text 1', 'maintenance at noon', 'text 2']);
  },

  'the oldest are forgotten and can be loaded again'() {
    const transcript = transcriptOf(joined([1, 2, 3, 4, 5]));
    transcript.trim(2);
    equal(seen(transcript), ['text 4', 'text 5']);
    equal(transcript.olderThan(), { run: 1, before: 4 });
    transcript.prepend(transcript.olderThan(), { events: [message(2), message(3)], more: true });
    equal(seen(transcript), ['text 2', 'text 3', 'text 4', 'text 5']);
  },

  'forgetting goes over a gap'() {
    const transcript = transcriptOf(joined([1, 2]), joined([7, 8, 9], { more: true }));
    transcript.trim(2);
    equal(seen(transcript), ['text 8', 'text 9']);
  },
};
