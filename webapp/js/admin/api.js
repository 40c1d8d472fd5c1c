/**
 * The REST resources of Parley, asked as whoever has signed in.
 */

/**
 * @typedef {object} Reading
 * @property {number} connections
 * @property {number} people
 * @property {number} rooms
 * @property {number} connectionsOpened
 * @property {number} messagesIn
 * @property {number} messagesOut
 * @property {number} bytesIn
 * @property {number} bytesOut
 * @property {{ messagesIn: number, messagesOut: number, bytesIn: number, bytesOut: number }} perSecond
 * @property {number} slowConsumers
 * @property {number} resumes
 * @property {Record<string, number>} rejectsByCode
 * @property {Record<string, number>} closesByCode
 * @property {number} backlogHighWater
 * @property {number} outboxHighWater
 * @property {number} logQueue
 * @property {number} logQueueHighWater
 * @property {string} history
 * @property {string} historyTrouble
 * @property {keyof import('./text.js').Text['brokers']} broker
 * @property {boolean} draining
 * @property {string} version
 * @property {string} node
 *
 * @typedef {{ session: string, name: string, kind: string, address: string, since: string, rooms: string[], protocol: string }} Connected
 * @typedef {{ name: string, people: number, connections: number, seq: number, topic: string }} Occupied
 * @typedef {{ name: string, kind: string, connections: number, addresses: string[], rooms: string[] }} Present
 * @typedef {{ room: string, closed: boolean, membersOnly: boolean, members: string[] }} Ruled
 * @typedef {{ kind: 'ban' | 'mute', subject: string, room: string, until: string, reason: string, by: string, at: string }} Holding
 * @typedef {{ id: number, at: string, actor: string, actorKind: string, address: string, act: string, target: string, room: string, reason: string, outcome: string }} Noted
 * @typedef {(act: () => Promise<string>, where?: string) => Promise<void>} Attempt does something and tells what came of it: in the elements `done` and `trouble`, whose ids begin as said
 * @typedef {{ id: string, name: string, roles: string[], note: string, by: string, at: string, until: string, lastUsed: string }} Token
 * @typedef {{ name: string, value: string, source: string, live: boolean, defaultValue: string, allowed: string, meaning: string }} Setting
 */

/** What somebody does at a page makes one of these, whatever they do it with. */
const TOUCHES = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'click', 'input'];

/** Whether somebody has touched the page since the server was asked last. */
let touched = true;
TOUCHES.forEach((touch) => addEventListener(touch, () => (touched = true), { capture: true, passive: true }));

/** Something was refused; the message is for whoever asked. */
export class Refused extends Error {
  /**
   * @param {number} status
   * @param {string} detail
   */
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }
}

/**
 * Asks. The server is told whether somebody is there to ask: a page that nobody touches keeps nobody signed in.
 *
 * @param {string} method
 * @param {string} path below api/
 * @param {object} [body]
 * @returns {Promise<any>}
 * @throws {Refused}
 */
export async function ask(method, path, body) {
  const asking = touched || method !== 'GET' ? 'page' : 'poll';
  touched = false;
  const answer = await fetch(`api/${path}`, {
    method,
    // By this the server knows its own page: no other site's may send it
    headers: { 'X-Parley-Request': asking, 'Content-Type': 'application/json' },
    // Payara refuses a DELETE that has one
    body: method === 'GET' || method === 'DELETE' ? undefined : JSON.stringify(body ?? {}),
    cache: 'no-store',
  });
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({}));
    throw new Refused(answer.status, problem.detail ?? `${answer.status} ${answer.statusText}`);
  }
  return answer.json();
}

/**
 * Part of a list.
 *
 * @template T
 * @param {string} list connections, people or rooms
 * @param {string} query
 * @returns {Promise<{ total: number, items: T[] }>}
 */
export function look(list, query) {
  return ask('GET', `${list}?limit=100&query=${encodeURIComponent(query)}`);
}
