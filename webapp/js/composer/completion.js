/**
 * What may be meant by what stands before the caret: a person, an emoji, a command. Pure.
 */

/** As many are offered. */
const MOST_OFFERS = 6;

/**
 * @typedef {'person' | 'emoji' | 'command'} Kind
 * @typedef {{ kind: Kind, start: number, end: number, query: string }} Begun what was begun, and where it stands
 * @typedef {{ insert: string, name: string, sign: string }} Offer what would be inserted; what it is called; what it looks like
 */

/** What each kind begins with, behind the start of the text or something that is no part of a word. */
const BEGINNINGS = /** @type {[Kind, RegExp][]} */ ([
  ['command', /^\/(?<query>[a-z]*)$/i],
  ['person', /(?:^|[^\p{L}\p{N}_.@-])@(?<query>[^\n@]{0,32})$/u],
  ['emoji', /(?:^|[^\p{L}\p{N}_:]):(?<query>[a-z0-9+_-]{2,})$/iu],
]);

/**
 * What was begun before the caret.
 *
 * @example
 * begun('Hello @gr', 9) // => { kind: 'person', start: 6, end: 9, query: 'gr' }
 * begun(':tad', 4) // => { kind: 'emoji', start: 0, end: 4, query: 'tad' }
 * begun('/jo', 3) // => { kind: 'command', start: 0, end: 3, query: 'jo' }
 * begun('at 10:45', 8) // => null
 * begun('mail me@home', 12) // => null
 *
 * @param {string} text
 * @param {number} caret
 * @returns {Begun | null}
 */
export function begun(text, caret) {
  const before = text.slice(0, caret);
  for (const [kind, beginning] of BEGINNINGS) {
    const query = before.match(beginning)?.groups?.query;
    if (query !== undefined) {
      return { kind, start: caret - query.length - 1, end: caret, query };
    }
  }
  return null;
}

/**
 * What it may become.
 *
 * @example
 * const from = { people: ['grace', 'ada', 'Grete', 'agra'], emoji: { tada: '🎉', data: '🔢' }, commands: ['join', 'leave'] };
 * offers({ kind: 'person', start: 0, end: 3, query: 'gr' }, from).map(({ name }) => name) // => ["grace", "Grete", "agra"]
 * offers({ kind: 'emoji', start: 0, end: 4, query: 'tad' }, from) // => [{ insert: '🎉 ', name: ':tada:', sign: '🎉' }]
 * offers({ kind: 'emoji', start: 0, end: 3, query: 'da' }, { ...from, emoji: { dancer: '💃', dart: '🎯' } })[0].name // => ":dart:"
 * offers({ kind: 'command', start: 0, end: 2, query: 'j' }, from) // => [{ insert: '/join ', name: '/join', sign: '/' }]
 *
 * @param {Begun} begun
 * @param {{ people: string[], emoji: Record<string, string>, commands: readonly string[] }} from
 * @returns {Offer[]} those that begin so first, then those that have it within
 */
export function offers({ kind, query }, { people, emoji, commands }) {
  switch (kind) {
    case 'person':
      return matching(people, query).map((name) => ({ insert: `@${name} `, name, sign: '@' }));
    case 'emoji':
      return matching(Object.keys(emoji).sort(shorterFirst), query).map((name) => ({
        insert: `${emoji[name]} `,
        name: `:${name}:`,
        sign: emoji[name],
      }));
    case 'command':
      return matching(commands, query).map((name) => ({ insert: `/${name} `, name: `/${name}`, sign: '/' }));
  }
}

/**
 * The text with what was offered in the place of what was begun.
 *
 * @example
 * completed('Hi @gr!', { kind: 'person', start: 3, end: 6, query: 'gr' }, '@grace ') // => { text: 'Hi @grace !', caret: 10 }
 *
 * @param {string} text
 * @param {Pick<Begun, 'start' | 'end'>} begun
 * @param {string} insert
 * @returns {{ text: string, caret: number }}
 */
export function completed(text, { start, end }, insert) {
  return { text: text.slice(0, start) + insert + text.slice(end), caret: start + insert.length };
}

/**
 * Of many emoji whose names begin alike, the shortest name is what most people mean.
 *
 * @param {string} a
 * @param {string} b
 */
function shorterFirst(a, b) {
  return a.length - b.length;
}

/**
 * @param {readonly string[]} names
 * @param {string} query
 */
function matching(names, query) {
  const wanted = query.toLowerCase();
  const places = names.map((name) => /** @type {[string, number]} */ ([name, name.toLowerCase().indexOf(wanted)]));
  const found = places.filter(([, place]) => place >= 0);
  found.sort(([, a], [, b]) => Math.sign(a) - Math.sign(b));
  return found.slice(0, MOST_OFFERS).map(([name]) => name);
}
