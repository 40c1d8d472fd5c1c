/**
 * The words of protocol version 1, as docs/PROTOCOL.md has them: frames in, frames out, what a close code means.
 */

/** What we ask for at the handshake: a server frame then holds one object a line. */
export const SUBPROTOCOL = 'parley.v1.ndjson';

/** A typing notice is repeated no sooner than this: the server swallows what it sees less than 3 s after the one before. */
export const TYPING_EVERY_MS = 3500;

/** A typing notice is forgotten after this. */
export const TYPING_FADES_MS = 6000;

/** What is answered to what the server could not take now, and may be asked again. */
export const LATER = new Set(['rate_limited', 'busy', 'internal']);

/** It is asked again after this, unless the answer says when. */
export const AGAIN_AFTER_MS = 2000;

/**
 * @typedef {'admin' | 'moderator'} Role
 * @typedef {{ name: string, kind: string, role?: Role }} Person
 * @typedef {{ room: string, seq: number, id: string, from: string, member?: boolean, text: string, at: string, deleted?: boolean }} Message
 * @typedef {{ type: 'deleted', room: string, seq: number, target: number, by: string, at: string }} Deletion
 * @typedef {{ epoch: string, seq: number }} Position
 * @typedef {{ type: string, id?: string, [field: string]: any }} Frame
 * @typedef {{ frameBytes: number, textLength: number, historyPage: number }} Limits
 */

/**
 * The objects in one server frame. A line that is no object with a type is left out: a client is lenient.
 *
 * @example
 * parse('{"type":"left","room":"lobby"}\n{"type":"pong"}').map((frame) => frame.type) // => ["left","pong"]
 * parse('null\nhalf an obj') // => []
 *
 * @param {string} data
 * @returns {Frame[]}
 */
export function parse(data) {
  return data.split('\n').map(parseLine).filter((frame) => typeof frame?.type === 'string');
}

/** @param {string} line */
function parseLine(line) {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/**
 * Where the server listens, seen from the page: the same host, scheme and context path.
 *
 * @example
 * socketUrl('https://chat.example.org/parley/') // => "wss://chat.example.org/parley/ws"
 * socketUrl('http://localhost:8080/a/b/index.jsp?x#y') // => "ws://localhost:8080/a/b/ws"
 *
 * @param {string} baseUri
 */
export function socketUrl(baseUri) {
  const url = new URL('ws', baseUri);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.href;
}

/**
 * A room's name as the server takes it.
 *
 * @example
 * roomName('  Lobby ') // => "lobby"
 * roomName('#Ops') // => "ops"
 *
 * @param {string} typed
 */
export function roomName(typed) {
  return typed.trim().replace(/^#/, '').toLowerCase();
}

/**
 * What is said when this was typed: no blank lines before it, no space after it, nothing that is no text (half a
 * surrogate pair, U+0000).
 *
 * @example
 * spoken('\n\n  indented\n \n') // => "  indented"
 * spoken('a\uD800b\u0000') // => "a\uFFFDb"
 *
 * @param {string} typed
 */
export function spoken(typed) {
  return typed
    .replace(/\r\n?/g, '\n')
    .replace(/\0/g, '')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/^(?:[^\S\n]*\n)+/, '')
    .trimEnd();
}

/**
 * Whether a text can be sent: within the characters the server allows and, whole, within one frame.
 *
 * @example
 * fits('abc', { textLength: 3, frameBytes: 16384 }) // => true
 * fits('\u{1F600}\u{1F600}', { textLength: 2, frameBytes: 16384 }) // => true
 * fits('abcd', { textLength: 3, frameBytes: 16384 }) // => false
 * fits('\u{1F600}'.repeat(100), { textLength: 4000, frameBytes: 400 }) // => false
 *
 * @param {string} text
 * @param {Limits} limits
 */
export function fits(text, limits) {
  return [...text].length <= limits.textLength && bytes(JSON.stringify(text)) + SAY_OVERHEAD <= limits.frameBytes;
}

// Type, a UUID and the longest room name (64 characters of four bytes) around the text
const SAY_OVERHEAD = 400;

/** @param {string} text */
function bytes(text) {
  return new TextEncoder().encode(text).length;
}

/**
 * Whether a connection closed with this code is worth another try. The server's own codes tell by their range.
 *
 * @example
 * reconnects(1006) // => true
 * reconnects(4005) // => true
 * reconnects(4504) // => false
 * reconnects(1009) // => false
 *
 * @param {number} code
 */
export function reconnects(code) {
  return code < 4500 && ![1000, 1003, 1007, 1009].includes(code);
}
