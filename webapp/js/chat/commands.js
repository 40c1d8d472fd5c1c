/**
 * What one writes that begins with a slash. Pure.
 */

import { ORDER_COMMANDS } from './orders.js';

/** The commands that everybody has, in the order in which help lists them. */
export const COMMANDS = Object.freeze(['join', 'leave', 'topic', 'me', 'nick', 'help']);

/**
 * @typedef {{ kind: 'say', text: string }} Say something to be said
 * @typedef {{ kind: 'command', name: string, rest: string }} Command
 * @typedef {{ kind: 'unknown', name: string }} Unknown no such command
 */

/**
 * What a text means. Two slashes begin a text with one; `/me` is said as it stands, and shown as what one does.
 *
 * @example
 * understood('/join ops ') // => { kind: 'command', name: 'join', rest: 'ops' }
 * understood('/HELP') // => { kind: 'command', name: 'help', rest: '' }
 * understood('/me waves') // => { kind: 'say', text: '/me waves' }
 * understood('//etc/hosts') // => { kind: 'say', text: '/etc/hosts' }
 * understood('/kick grace') // => { kind: 'command', name: 'kick', rest: 'grace' }
 * understood('/etc/hosts is empty') // => { kind: 'unknown', name: 'etc/hosts' }
 * understood('either / or') // => { kind: 'say', text: 'either / or' }
 *
 * @param {string} text
 * @returns {Say | Command | Unknown}
 */
export function understood(text) {
  if (!text.startsWith('/') || text.startsWith('//')) {
    return { kind: 'say', text: text.replace(/^\/\//, '/') };
  }
  const [, word, rest] = /** @type {RegExpMatchArray} */ (text.match(/^\/(\S*)\s*([^]*)$/));
  const name = word.toLowerCase();
  if (name === 'me') {
    return { kind: 'say', text };
  }
  return COMMANDS.includes(name) || ORDER_COMMANDS.includes(name) ? { kind: 'command', name, rest: rest.trim() } : { kind: 'unknown', name: word };
}

/**
 * What somebody does, if that is what a text says.
 *
 * @example
 * deed('/me waves') // => "waves"
 * deed('/meet you there') // => null
 * deed('hello') // => null
 *
 * @param {string} text
 * @returns {string | null}
 */
export function deed(text) {
  return text.match(/^\/me\s+([^]+)$/i)?.[1] ?? null;
}
