import { COMMANDS } from '/page/js/chat/commands.js';
import { ORDER_COMMANDS } from '/page/js/chat/orders.js';
import { KEYS } from '/page/js/shell/keys.js';
import { LANGUAGES } from '/page/js/text/languages.js';
import english from '/page/js/text/text.en.js';
import text, { speak } from '/page/js/text/text.js';
import { dayOf } from '/page/js/text/times.js';
import { bundles } from './bundles.js';
import { equal, holds } from './harness.js';

/** Stands for a number and for a text, and for a list of one. */
const ANYTHING = '7';

/** Each leaf under its path. */
function leaves(bundle, path = '') {
  return Object.entries(bundle).flatMap(([key, value]) =>
    typeof value === 'object' ? leaves(value, `${path}${key}.`) : [[`${path}${key}`, value]],
  );
}

function shape(bundle) {
  return leaves(bundle).map(([path, value]) => `${path}: ${typeof value === 'string' ? 'text' : value.length}`);
}

function spoken(value) {
  return typeof value === 'string' ? value : value(...Array(value.length).fill(ANYTHING));
}

function without(some, others) {
  return some.filter((each) => !others.includes(each));
}

const forEachLanguage = (sentence, test) =>
  Object.fromEntries(bundles.map((bundle) => [`${bundle.lang}: ${sentence}`, () => test(bundle)]));

export const tests = {
  ...forEachLanguage('no text is missing, none is too many, and each takes what the English one takes', (bundle) => {
    holds(shape(english).length > 100, 'the bundle was read');
    equal(without(shape(english), shape(bundle)), []);
    equal(without(shape(bundle), shape(english)), []);
    equal(shape(bundle), shape(english));
  }),

  ...forEachLanguage('no text is empty', (bundle) => {
    equal(leaves(bundle).filter(([, value]) => spoken(value).trim() === ''), []);
  }),

  ...forEachLanguage('a text names what the English one names', (bundle) => {
    const naming = (each) => leaves(each).filter(([, value]) => typeof value !== 'string' && spoken(value).includes(ANYTHING));
    equal(naming(bundle).map(([path]) => path), naming(english).map(([path]) => path));
  }),

  ...forEachLanguage('a bundle knows its language', (bundle) => {
    holds(Object.hasOwn(LANGUAGES, bundle.lang), bundle.lang);
    equal(Intl.getCanonicalLocales(bundle.lang), [bundle.lang]);
  }),

  ...forEachLanguage('every key and every command has its line of help', (bundle) => {
    equal(Object.keys(bundle.keysDo), Object.keys(KEYS));
    const commands = [...COMMANDS, ...ORDER_COMMANDS];
    equal(Object.keys(bundle.commandsDo), commands);
    equal(commands.filter((name) => !bundle.commandUse[name].startsWith(`/${name}`)), []);
    const named = Object.values(KEYS).flat().flatMap((chord) => chord.split('+')).filter((key) => key.length > 1);
    equal([...new Set(named)].filter((key) => !Object.hasOwn(bundle.keyNames, key)), []);
  }),

  'no translation is the English text, but for names, signs and keys'() {
    const wordless = ['leave', 'help', 'close', 'reopen', 'private', 'public'].map((name) => `commandUse.${name}`);
    const same = ['product', 'title', 'number', 'mentionIn', ...wordless];
    const texts = leaves(english).filter(([path]) => !path.startsWith('keyNames.') && !same.includes(path));
    for (const bundle of bundles.filter((each) => each !== english)) {
      const own = Object.fromEntries(leaves(bundle));
      equal(texts.filter(([path, value]) => spoken(own[path]) === spoken(value)).map(([path]) => `${bundle.lang} ${path}`), []);
    }
  },

  'one message is one, and many have their thousands apart'() {
    equal([1, 2, 1234].map(english.unread), ['1 new message', '2 new messages', '1,234 new messages']);
  },

  async 'what is asked for last is spoken, whichever comes first'() {
    await Promise.all([speak('zh-Hant'), speak('en'), speak('ms')]);
    equal(text.lang, 'ms');
    await speak('en');
    equal(text.lang, 'en');
  },

  async 'days are written in the language that is spoken'() {
    const day = '2026-03-01T12:00:00Z';
    await speak('zh-Hans');
    holds(dayOf(day).includes('3月1日'), dayOf(day));
    await speak('ms');
    holds(dayOf(day).includes('Mac'), dayOf(day));
    await speak('en');
    holds(dayOf(day).includes('March'), dayOf(day));
  },
};
