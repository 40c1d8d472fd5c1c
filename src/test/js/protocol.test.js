import { fits, parse, reconnects } from '/page/js/chat/protocol.js';
import { equal, examples, holds } from './harness.js';

/** The rows of the table under a heading of docs/PROTOCOL.md, as lists of cells. */
async function table(heading) {
  const document = await (await fetch('/docs/PROTOCOL.md')).text();
  const section = document.split(`\n## ${heading}\n`)[1].split('\n## ')[0];
  const rows = section.split('\n').filter((line) => line.startsWith('| '));
  return rows.slice(1).map((row) => row.split('|').slice(1, -1).map((cell) => cell.trim()));
}

const closeCodes = await table('Close codes');

export const tests = {
  ...(await examples('/page/js/chat/protocol.js')),

  'every close code reconnects or not as the protocol says'() {
    const told = closeCodes.flatMap(([codes, , reconnect]) => codes.split(', ').map((code) => [code, reconnect === 'yes']));
    holds(told.length > 15, 'the table was read');
    equal(told.map(([code]) => [code, reconnects(Number(code))]), told);
  },

  'a line that is broken costs only itself'() {
    equal(parse('{"type":"a"}\n{broken\n\n[]\n3\n{"type":"b"}').map(({ type }) => type), ['a', 'b']);
  },

  'control characters count as the bytes they become'() {
    holds(!fits('\u0001'.repeat(3000), { textLength: 4000, frameBytes: 16384 }), '18,000 bytes do not fit');
    holds(fits('\u{1F600}'.repeat(3900), { textLength: 4000, frameBytes: 16384 }), '15,600 bytes fit');
  },
};
