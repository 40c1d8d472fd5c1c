import text from '/page/js/text/text.en.js';
import { errorWords, stateWords } from '/page/js/text/words.js';
import { bundles } from './bundles.js';
import { equal, holds } from './harness.js';

const shell = await (await fetch('/page/index.jsp')).text();
const protocol = await (await fetch('/docs/PROTOCOL.md')).text();
const section = (heading) => protocol.split(`\n## ${heading}\n`)[1].split('\n## ')[0];

export const tests = {
  'every word the shell asks for is in the bundle'() {
    const asked = [...shell.matchAll(/data-(?:text|label|placeholder)="(\w+)"/g)].map(([, key]) => key);
    holds(asked.length > 10, 'the shell was read');
    equal(asked.filter((key) => typeof text[key] !== 'string' || text[key] === ''), []);
  },

  'the shell has no words of its own but the title and the plea for JavaScript'() {
    const markup = shell.replace(/<%[^]*?%>/g, '').replace(/<!doctype html>/i, '');
    const body = new DOMParser().parseFromString(markup, 'text/html').body;
    body.querySelector('noscript').remove();
    equal(body.textContent.trim(), '');
  },

  'every error code has words, in every language'() {
    const codes = [...section('Errors').matchAll(/^\| `(\w+)`/gm)].map(([, code]) => code);
    holds(codes.length > 15, 'the table was read');
    for (const text of bundles) {
      equal(codes.filter((code) => errorWords(text, code) === text.errorOther(code)), []);
    }
  },

  'every final close code has words, in every language, and they say what to do'() {
    const rows = [...section('Close codes').matchAll(/^\| ([\d, ]+) \|.*\| no \|$/gm)];
    const codes = rows.flatMap(([, cell]) => cell.split(', '));
    holds(codes.length > 8, 'the table was read');
    for (const text of bundles) {
      for (const code of codes) {
        const { words } = stateWords(text, { phase: 'closed', code: Number(code), reason: '' }, true, 0);
        holds(words === text.closed(text.closeCodes[code]), `${text.lang} ${code}: ${words}`);
        holds(/[.。].*[.。]/.test(text.closeCodes[code]), `${text.lang} ${code} says what, and what to do`);
      }
    }
  },

  'a server that cannot let one in is not called unreachable'() {
    const { words } = stateWords(text, { phase: 'waiting', until: 2000 }, false, 0, true);
    equal(words, text.troubled);
  },

  'an unknown close code tells what the server said'() {
    const { words } = stateWords(text, { phase: 'closed', code: 4999, reason: 'moved house' }, true, 0);
    equal(words, 'Connection closed. The server said: “moved house”. Connect again, or reload the page.');
  },

  'an unknown error code is named'() {
    equal(errorWords(text, 'toString'), 'The server refused it (toString).');
  },

  'a lost connection counts the seconds, rounded up and never none'() {
    const lost = (until) => stateWords(text, { phase: 'waiting', until, code: 1006 }, true, 1000).countdown;
    equal([lost(8200), lost(1000), lost(500)], ['in 8 s', 'in 1 s', 'in 1 s']);
  },

  'a connection that never was is not called lost'() {
    holds(/can’t be reached/.test(stateWords(text, { phase: 'waiting', until: 1, code: 1006 }, false, 0).words), 'unreached');
  },
};
