import { fullJitter } from '/page/js/chat/backoff.js';
import { equal, examples, holds } from './harness.js';

export const tests = {
  ...(await examples('/page/js/chat/backoff.js')),

  'the wait is anything between nothing and the ceiling'() {
    equal(fullJitter({ baseMs: 500, maxMs: 30000, random: () => 0 })(7), 0);
    const delay = fullJitter({ baseMs: 500, maxMs: 30000 });
    for (let failures = 0; failures < 100; failures++) {
      const wait = delay(failures);
      holds(wait >= 0 && wait <= Math.min(30000, 500 * 2 ** failures), `${wait} after ${failures}`);
    }
  },
};
