import { Transcript } from '/page/js/chat/transcript.js';
import { Unread } from '/page/js/chat/unread.js';
import { message } from './fakes.js';
import { equal, examples } from './harness.js';

const at = (seq, epoch = 'e1') => ({ epoch, seq });

function transcriptOf(events, { epoch = 'e1', seq = events.at(-1)?.seq ?? 0 } = {}) {
  const transcript = new Transcript();
  transcript.join({ epoch, seq, recovered: false, more: true, events });
  return transcript;
}

function marked(mark) {
  const unread = new Unread();
  unread.read(mark);
  return unread;
}

export const tests = {
  ...(await examples('/page/js/chat/unread.js')),

  'what others say counts, and what mentions one counts twice over'() {
    const unread = marked(at(3));
    unread.add(message(4, 'grace', 'Hello'), 'ada');
    unread.add(message(5, 'grace', 'Hello @ada'), 'ada');
    unread.add(message(6, 'ada', 'I am @ada'), 'ada');
    equal([unread.count, unread.mentions], [2, 1]);
  },

  'the line stays where what was new began, until nothing is new when one looks'() {
    const unread = marked(at(3));
    unread.add(message(4), 'ada');
    unread.add(message(5), 'ada');
    unread.look();
    unread.read(at(5));
    equal(unread.line, at(3));
    unread.look();
    equal(unread.line, null);
  },

  'what is missing between the mark and the first that is here counts too'() {
    const unread = marked(at(10));
    unread.recount(transcriptOf([message(101), message(102, 'ada')]), 'ada');
    equal(unread.count, 91);
    equal(unread.line, at(10));
  },

  'of a log that began anew everything is new'() {
    const unread = marked(at(10, 'e0'));
    unread.recount(transcriptOf([message(1), message(2)]), 'ada');
    equal(unread.count, 2);
  },

  'a log that stepped back has nothing new'() {
    const unread = marked(at(10));
    unread.recount(transcriptOf([message(1), message(2)]), 'ada');
    equal(unread.count, 0);
  },

  'a mark from elsewhere counts when it is further on in the same log'() {
    const unread = marked(at(10));
    const newest = at(20);
    equal(
      [at(11), at(10), at(9), at(11, 'e0'), undefined].map((mark) => unread.isBehind(mark, newest)),
      [true, false, false, false, false],
    );
    equal(marked(at(10, 'e0')).isBehind(at(5), newest), true);
  },
};
