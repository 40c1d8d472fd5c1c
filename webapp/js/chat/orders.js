/**
 * What a moderator orders by a command, as an act of the protocol. Pure.
 */

import { fold } from './mentions.js';

const MINUTE_MS = 60_000;

/** @type {Record<string, number>} */
const UNITS = { m: MINUTE_MS, h: 60 * MINUTE_MS, d: 24 * 60 * MINUTE_MS, w: 7 * 24 * 60 * MINUTE_MS };

/** As far as a date goes that every server can read. */
const LONGEST_MS = 100 * 365 * UNITS.d;

/**
 * @typedef {import('./protocol.js').Person} Person
 *
 * @typedef {object} Act what is sent as `moderate`
 * @property {string} act
 * @property {string} [room]
 * @property {Person} [user]
 * @property {number} [seq]
 * @property {string} [until] an ISO time
 * @property {string} [reason]
 * @property {string} [text]
 *
 * @typedef {object} Scene
 * @property {string} room the one that is looked at
 * @property {readonly Person[]} people whom one may mean
 * @property {number} now in ms
 *
 * @typedef {{ problem: string, about: string }} Misunderstood an error's code, and what it is about
 */

/** @type {Record<string, (typed: string, scene: Scene) => Act | Misunderstood>} by the command's name */
const ORDERS = {
  kick: (typed, scene) => ofPerson('kick', typed, scene, { room: scene.room }),
  mute: (typed, scene) => ofPerson('mute', typed, scene, { room: scene.room }),
  unmute: (typed, scene) => ofPerson('unmute', typed, scene, { room: scene.room }),
  ban: (typed, scene) => ofPerson('ban', typed, scene, {}),
  unban: (typed, scene) => ofPerson('unban', typed, scene, {}),
  close: (typed, { room }) => ({ act: 'close', room, ...because(typed) }),
  reopen: (typed, { room }) => ({ act: 'reopen', room, ...because(typed) }),
  private: (typed, { room }) => ({ act: 'make_private', room, ...because(typed) }),
  public: (typed, { room }) => ({ act: 'make_public', room, ...because(typed) }),
  admit: (typed, { room }) => ofMember('add_member', typed, room),
  exclude: (typed, { room }) => ofMember('remove_member', typed, room),
  announce: (typed, { room }) => (typed === '' ? { problem: 'text_empty', about: '' } : { act: 'announce', room, text: typed }),
};

/** Acts that may end by themselves. */
export const ENDING = Object.freeze(['ban', 'mute']);

/** The commands, in the order in which help lists them. */
export const ORDER_COMMANDS = Object.freeze(Object.keys(ORDERS));

/**
 * What a command means where it is given.
 *
 * @example
 * const scene = { room: 'ops', people: [{ name: 'grace h', kind: 'member' }, { name: 'grace', kind: 'guest' }], now: 0 };
 * order('kick', '@Grace H too loud', scene) // => { act: 'kick', user: { name: 'grace h', kind: 'member' }, room: 'ops', reason: 'too loud' }
 * order('ban', 'grace 2h', scene) // => { act: 'ban', user: { name: 'grace', kind: 'guest' }, until: '1970-01-01T02:00:00.000Z' }
 * order('ban', 'nobody', scene) // => { problem: 'person_unknown', about: 'nobody' }
 * order('mute', '', scene) // => { problem: 'person_empty', about: '' }
 * order('close', 'moved to garden', scene) // => { act: 'close', room: 'ops', reason: 'moved to garden' }
 * order('admit', '@ada', scene) // => { act: 'add_member', room: 'ops', user: { name: 'ada', kind: 'member' } }
 *
 * @param {string} command
 * @param {string} typed what stands behind it
 * @param {Scene} scene
 * @returns {Act | Misunderstood}
 */
export function order(command, typed, scene) {
  return ORDERS[command](typed.trim(), scene);
}

/**
 * When it ends that begins now, as the server takes it; undefined for never.
 *
 * @example
 * until(0, 60_000) // => "1970-01-01T00:01:00.000Z"
 * until(0, null) // => undefined
 *
 * @param {number} now in ms
 * @param {number | null} ms
 */
export function until(now, ms) {
  return ms === null ? undefined : new Date(now + Math.min(ms, LONGEST_MS)).toISOString();
}

/**
 * @param {string} act
 * @param {string} typed
 * @param {Scene} scene
 * @param {{ room?: string }} where
 * @returns {Act | Misunderstood}
 */
function ofPerson(act, typed, { people, now }, where) {
  const begun = typed.replace(/^@/, '');
  const longestFirst = [...people].sort((a, b) => b.name.length - a.name.length);
  const user = longestFirst.find(({ name }) => beginsWith(begun, name));
  if (!user) {
    return { problem: begun === '' ? 'person_empty' : 'person_unknown', about: begun };
  }
  const { ms, rest } = term(ENDING.includes(act), begun.slice(user.name.length).trim());
  const end = until(now, ms);
  return { act, user, ...where, ...(end && { until: end }), ...because(rest) };
}

/**
 * @param {string} act
 * @param {string} typed
 * @param {string} room
 * @returns {Act | Misunderstood}
 */
function ofMember(act, typed, room) {
  const name = typed.replace(/^@/, '');
  return name === '' ? { problem: 'person_empty', about: '' } : { act, room, user: { name, kind: 'member' } };
}

/**
 * @param {boolean} ends whether it may end by itself
 * @param {string} text
 * @returns {{ ms: number | null, rest: string }}
 */
function term(ends, text) {
  const found = ends ? text.match(/^(\d{1,4})([mhdw])(?:\s+([^]*))?$/i) : null;
  return found ? { ms: Number(found[1]) * UNITS[found[2].toLowerCase()], rest: found[3] ?? '' } : { ms: null, rest: text };
}

/** @param {string} reason */
function because(reason) {
  return reason === '' ? {} : { reason };
}

/**
 * @param {string} text
 * @param {string} name
 */
function beginsWith(text, name) {
  return fold(text.slice(0, name.length)) === fold(name) && /^(?:\s|$)/.test(text.slice(name.length));
}
