/**
 * The chat itself, without a page around it: who one is, the rooms one is in, what one has said. It keeps three
 * promises over lost connections: nothing is missed, nothing is shown twice, nothing one said is forgotten.
 */

import { Connection } from './connection.js';
import { Directory } from './directory.js';
import { Drafts } from './drafts.js';
import { order } from './orders.js';
import { AGAIN_AFTER_MS, LATER, TYPING_EVERY_MS, TYPING_FADES_MS, fits, roomName, spoken } from './protocol.js';
import { Reading } from './reading.js';
import { Room } from './room.js';
import { Speech } from './speech.js';

/** So many rooms that were left are remembered. */
const MOST_LEFT = 10;

/** How often a name that another holds is tried again on the way back: it may be our own second tab's. */
const NAME_TRIES = 4;

/** What a server answers to a login or a join when it cannot reach its history. */
const TROUBLE = new Set(['busy', 'internal']);

/**
 * @typedef {import('./connection.js').State} State
 * @typedef {import('./connection.js').Clock} Clock
 * @typedef {import('./outbox.js').Entry} Entry
 * @typedef {import('./protocol.js').Frame} Frame
 * @typedef {import('./protocol.js').Limits} Limits
 * @typedef {import('./protocol.js').Message} Message
 *
 * @typedef {{ name: string, token?: string, member?: boolean }} Identity a member is known to the server by more than this
 *
 * @typedef {object} Memory what a browser keeps for us, see memory.js
 * @property {Identity | null} identity who the server knows this browser as
 * @property {string[]} rooms
 * @property {string[]} left those one has left, the last one first
 * @property {Record<string, string>} drafts what was begun in each room
 * @property {Record<string, import('./protocol.js').Position>} read up to where each room was read
 * @property {Record<string, import('./protocol.js').Position>} told up to where mentions in each room were told on the desktop
 * @property {Partial<import('../shell/settings.js').Settings>} settings
 * @property {string | null} activeRoom
 * @property {Entry[]} unsaid
 *
 * @typedef {{ code: string, about: string }} Problem an error's code, and the name or room it is about
 */

export class Chat {
  /** @type {State} */
  connectionState = { phase: 'idle' };
  /** @type {Map<string, Room>} in the order they were joined */
  rooms = new Map();
  /** @type {Room | null} the one that is looked at */
  active = null;
  /** @type {string | null} who one is, as the server writes it; null until the first welcome */
  name = null;
  /** @type {Problem | null} */
  nameProblem = null;
  /** @type {Problem | null} */
  roomProblem = null;
  /** @type {Problem | null} */
  topicProblem = null;
  /** @type {Problem | null} what the last act of moderation was refused for */
  moderationProblem = null;
  /** Whether the server lets one moderate. */
  moderates = false;
  /** Whether the server says that it cannot let one in just now. */
  troubled = false;
  /** Whether what is said outlives the server. */
  lasting = true;
  /** @type {Limits} what the protocol promises at least until the server tells its own */
  limits = { frameBytes: 16384, textLength: 4000, historyPage: 50 };

  #memory;
  #clock;
  #reading;
  #changed;
  #defaultRoom;
  #madeForMember;
  #renew;
  #connection;
  #speech;
  /** @type {Identity | null} who one wants to be, known to the server or not */
  #identity;
  /** @type {Identity | null} who one goes on as where a new name can't be had */
  #former = null;
  /** @type {string | null} who one will be when the server has answered for all that one said */
  #nextName = null;
  #nameTries = 0;
  #typedAt = -Infinity;

  /**
   * @param {object} parts
   * @param {string} parts.url
   * @param {typeof WebSocket} parts.WebSocket
   * @param {Clock} parts.clock
   * @param {(failures: number) => number} parts.delay
   * @param {Memory} parts.memory
   * @param {() => string} parts.newId a UUID
   * @param {string} parts.defaultRoom
   * @param {string | null} parts.member who the server has signed in, when it made the page
   * @param {() => void} parts.renew told when the server knows another than the page was made for
   * @param {() => void} parts.changed told after anything that may be shown has changed
   */
  constructor({ url, WebSocket, clock, delay, memory, newId, defaultRoom, member, renew, changed }) {
    this.#memory = memory;
    this.#clock = clock;
    this.#reading = new Reading({ memory, clock, chat: this });
    this.drafts = new Drafts(memory);
    this.#defaultRoom = defaultRoom;
    this.#changed = changed;
    this.#madeForMember = member !== null;
    this.#renew = renew;
    this.#identity = this.#beginAs(member);
    this.#connection = new Connection({
      url,
      WebSocket,
      clock,
      delay,
      listener: {
        login: () => this.#login(),
        welcomed: (welcome) => this.#welcomed(welcome),
        refused: (error) => this.#refused(error),
        received: (frame) => this.#received(frame),
        changed: (state) => this.#connectionChanged(state),
      },
    });
    const answered = () => this.#takeNextName();
    this.#speech = new Speech({ memory, clock, newId, connection: this.#connection, rooms: this.rooms, answered, changed });
    this.directory = new Directory(this.#connection, changed);
  }

  /**
   * @param {string | null} member
   * @returns {Identity | null}
   */
  #beginAs(member) {
    if (member !== null) {
      return { name: member, member: true };
    }
    const kept = this.#memory.identity;
    if (!kept?.member) {
      return kept;
    }
    // What is not said yet waits for them to come back
    this.nameProblem = { code: 'signed_out', about: '' };
    this.#memory.identity = null;
    return null;
  }

  /** Whether the server has signed one in. */
  get isMember() {
    return this.#identity?.member === true;
  }

  /** Whether somebody has chosen a name; otherwise the page asks for one. */
  get started() {
    return this.#identity !== null;
  }

  /** The name last chosen, whether the server knows it or not. */
  get chosenName() {
    return this.name ?? this.#identity?.name ?? '';
  }

  /** Connects as whoever one was before; does nothing for somebody new. */
  resume() {
    if (this.started) {
      this.#openRooms();
      this.#connection.start();
    }
  }

  /**
   * Connects under a name.
   *
   * @param {string} typed
   */
  enter(typed) {
    const name = typed.trim();
    this.nameProblem = name === '' ? { code: 'name_empty', about: '' } : null;
    if (name !== '') {
      this.#identity = { name };
      this.resume();
    }
    this.#changed();
  }

  /**
   * Goes on under another name, in the same rooms; under the one before where that can't be had.
   *
   * @param {string} typed
   */
  rename(typed) {
    const name = typed.trim();
    const problem = this.isMember ? 'name_fixed' : name === '' ? 'name_empty' : null;
    this.nameProblem = problem && { code: problem, about: '' };
    this.#nextName = problem !== null || name === this.name ? null : name;
    this.#takeNextName();
    this.#changed();
  }

  /** Whether another name was asked for and neither had nor refused yet. */
  get renaming() {
    return this.#nextName !== null || this.#former !== null;
  }

  /** The server knows what was said by who said it: said again by another it would be another message. */
  #takeNextName() {
    if (this.#nextName !== null && this.#speech.settled) {
      this.#former = this.#identity;
      this.#identity = { name: this.#nextName };
      this.#nextName = null;
      this.#connection.stop();
      this.#connection.start();
    }
  }

  /** Leaves every room and forgets who one is. */
  signOut() {
    this.rooms.forEach((room) => this.#connection.send({ type: 'leave', room: room.name }));
    Object.assign(this.#memory, { identity: null, left: [], drafts: {}, read: {}, told: {} });
    this.#forget();
  }

  /** Another tab of this browser may have signed out, or in as somebody else: so did we. */
  identityChanged() {
    const identity = this.#memory.identity;
    // Of a member's end the server tells by itself
    if (this.isMember || identity?.name === this.#identity?.name || (this.name === null && this.started)) {
      return;
    }
    this.#forget();
    this.#identity = identity;
    this.resume();
  }

  #forget() {
    this.#connection.stop();
    this.#speech.forget();
    this.#identity = null;
    this.#former = null;
    this.#nextName = null;
    this.name = null;
    this.rooms.clear();
    this.active = null;
    this.nameProblem = null;
    this.roomProblem = null;
    this.#changed();
  }

  /** Tries at once when the connection is lost; connects again when it was closed for good. */
  reconnect() {
    this.#connection.start();
    this.#connection.nudge();
  }

  /** Now is a good time to try again, or to see whether the connection still lives. */
  nudge() {
    this.#connection.nudge();
  }

  /**
   * Joins a room and looks at it.
   *
   * @param {string} typed
   */
  join(typed) {
    const name = roomName(typed);
    this.roomProblem = name === '' ? { code: 'room_empty', about: '' } : null;
    if (name !== '') {
      const room = this.#addRoom(name);
      if (room.standing === 'refused') {
        this.#joinRoom(room);
      }
      this.look(name);
    }
    this.#changed();
  }

  /**
   * Leaves a room.
   *
   * @param {string} name
   */
  leave(name) {
    this.#connection.send({ type: 'leave', room: name });
    this.#speech.abandon(name);
    this.#dropRoom(name);
    this.#memory.left = [name, ...this.roomsLeft].slice(0, MOST_LEFT);
    this.#changed();
  }

  /** The rooms one has left and not come back to, the last one first. */
  get roomsLeft() {
    return this.#memory.left.filter((name) => !this.rooms.has(name));
  }

  /**
   * Looks at a room.
   *
   * @param {string} name
   */
  look(name) {
    // One comes back to the newest, so nobody reads far back where nobody looks
    this.active && (this.active.reading &&= this.active.name === name);
    this.active = this.rooms.get(name) ?? null;
    if (this.active) {
      this.active.unread.look();
      this.#reading.attend(this.active);
      this.#typedAt = -Infinity;
      this.#memory.activeRoom = name;
    }
    this.#changed();
  }

  /**
   * Whether somebody reads far back in a room. At its end everything in it counts as read.
   *
   * @param {Room} room
   * @param {boolean} farBack
   */
  reads(room, farBack) {
    room.reading = farBack;
    this.#reading.attend(room);
    this.#changed();
  }

  /**
   * Whether anybody can see the page. What comes while nobody can is not read.
   *
   * @param {boolean} visible
   */
  see(visible) {
    this.#reading.see(visible);
  }

  /** Another tab of this browser may have read on. */
  readElsewhere() {
    this.#reading.elsewhere();
    this.#changed();
  }

  /**
   * What a text would be refused for.
   *
   * @param {string} typed
   * @returns {string | null} an error's code
   */
  unsayable(typed) {
    return fits(spoken(typed), this.limits) ? null : 'too_long';
  }

  /**
   * Says something in the active room. It is sent now, or as soon as it can be.
   *
   * @param {string} typed
   * @returns {boolean} whether there was something to say
   */
  say(typed) {
    const text = spoken(typed);
    if (text === '' || !this.active || this.unsayable(text)) {
      return false;
    }
    this.active.unread.look();
    this.#speech.say(this.active.name, text);
    this.#changed();
    return true;
  }

  /**
   * Sets what the active room is about.
   *
   * @param {string} typed a dash for nothing
   */
  setTopic(typed) {
    const room = this.active;
    this.topicProblem = typed === '' ? { code: 'topic_empty', about: '' } : null;
    if (room && typed !== '') {
      const topic = typed === '-' ? '' : typed;
      this.#connection.request({ type: 'topic', room: room.name, topic }, (answer) => {
        this.topicProblem = answer.type === 'error' ? { code: answer.code, about: room.name } : null;
        this.#changed();
      });
    }
    this.#changed();
  }

  /**
   * Moderates, by a command in the active room.
   *
   * @param {string} command
   * @param {string} typed what stands behind it
   * @param {(act: import('./orders.js').Act) => void} done told when it is done
   */
  order(command, typed, done) {
    const room = this.active?.name ?? '';
    const act = order(command, typed, { room, people: this.#peopleToModerate, now: this.#clock.now() });
    if ('problem' in act) {
      this.moderationProblem = { code: act.problem, about: act.about };
      this.#changed();
    } else {
      this.moderate(act, done);
    }
  }

  /**
   * Moderates.
   *
   * @param {import('./orders.js').Act} act
   * @param {(act: import('./orders.js').Act) => void} done told when it is done
   */
  moderate(act, done) {
    const about = act.user?.name ?? act.room ?? '';
    const online = this.connectionState.phase === 'online';
    this.moderationProblem = online ? null : { code: 'not_connected', about };
    if (online) {
      this.#connection.request({ type: 'moderate', ...act }, (answer) => {
        if (answer.type === 'error') {
          this.moderationProblem = { code: answer.code, about };
        } else {
          this.#moderated(act);
          done(act);
        }
        this.#changed();
      });
    }
    this.#changed();
  }

  /** @param {import('./orders.js').Act} act */
  #moderated({ act, room: name }) {
    const room = this.rooms.get(name ?? '');
    if (act === 'reopen' && room?.standing === 'refused') {
      this.#joinRoom(room);
    }
  }

  /** Who is in the active room, and who has spoken there. */
  get #peopleToModerate() {
    const room = this.active;
    const people = new Map(room?.transcript.authors);
    room?.presence.people.forEach((person) => people.set(person.name, person.kind));
    return [...people].filter(([name]) => name !== this.name).map(([name, kind]) => ({ name, kind }));
  }

  /** Everybody one may want to mention in the active room: who is there, and who has spoken. */
  get peopleToMention() {
    const room = this.active;
    const names = new Set(room ? [...room.presence.people.keys(), ...room.transcript.authors.keys()] : []);
    return [...names].filter((name) => name !== this.name).sort((a, b) => a.localeCompare(b));
  }

  /**
   * What one said in a room oneself, oldest first, as far as it is here.
   *
   * @param {Room} room
   * @returns {string[]}
   */
  ownTexts(room) {
    const said = room.transcript.items.flatMap((item) =>
      item.kind === 'message' && item.message.from === this.name ? [item.message.text] : [],
    );
    return [...said, ...this.unseen(room).map((entry) => entry.text)];
  }

  /**
   * What waits in a room, in the order it was said.
   *
   * @param {Room} room
   */
  unseen(room) {
    return this.#speech.of(room.name);
  }

  /**
   * Says a refused text again.
   *
   * @param {string} id
   */
  sayAgain(id) {
    this.#speech.again(id);
    this.#changed();
  }

  /**
   * Gives a refused text up.
   *
   * @param {string} id
   */
  unsay(id) {
    this.#speech.remove(id);
    this.#changed();
  }

  /** Tells the others that one types; as often as one likes. */
  typing() {
    const now = this.#clock.now();
    if (this.active?.standing === 'live' && now - this.#typedAt >= TYPING_EVERY_MS) {
      this.#typedAt = now;
      this.#connection.send({ type: 'typing', room: this.active.name });
    }
  }

  /**
   * Who types in a room now.
   *
   * @param {Room} room
   */
  typists(room) {
    return room.typists(this.#clock.now());
  }

  /**
   * Fetches the page before what is shown, or before the run behind a gap.
   *
   * @param {Room} room
   * @param {number} [run]
   */
  loadOlder(room, run) {
    const asked = room.transcript.olderThan(run);
    if (!asked || room.loading || room.standing !== 'live') {
      return;
    }
    room.loading = true;
    this.#connection.request({ type: 'history', room: room.name, before: asked.before }, (answer) => {
      room.loading = false;
      room.problem = answer.type === 'error' ? answer.code : null;
      if (answer.type === 'history') {
        room.transcript.prepend(asked, /** @type {any} */ (answer));
        this.#reading.count(room);
      }
      this.#changed();
    });
    this.#changed();
  }

  /** The token is taken from the common memory: another tab may have got a newer one. */
  #login() {
    if (this.isMember) {
      return { type: 'login' };
    }
    const { identity } = this.#memory;
    if (identity?.name === this.#identity?.name) {
      this.#identity = identity;
    }
    return { type: 'login', ...this.#identity };
  }

  /** @param {Frame} frame */
  #welcomed({ user, token, limits, server, roles }) {
    this.#nameTries = 0;
    this.#former = null;
    this.troubled = false;
    this.lasting = server?.history !== 'memory';
    this.name = user.name;
    this.moderates = roles?.length > 0;
    this.limits = { ...this.limits, ...limits };
    const member = user.kind === 'member';
    this.#identity = member ? { name: user.name, member } : { name: user.name, token: token ?? this.#identity?.token };
    this.#memory.identity = this.#identity;
    if (member !== this.#madeForMember) {
      this.#renew();
    }
    this.rooms.forEach((room) => this.#joinRoom(room));
    this.#changed();
  }

  /**
   * When a server without lasting secrets was restarted, the second tab of a browser may come back first. The name is
   * then ours, under the new token that tab has put into the common memory, or will have in a moment.
   *
   * @param {Frame} frame
   */
  #refused({ code }) {
    this.troubled = TROUBLE.has(code);
    const comingBack = this.#identity?.token !== undefined;
    if (LATER.has(code) || (code === 'name_taken' && comingBack && ++this.#nameTries <= NAME_TRIES)) {
      this.#connection.abandon();
    } else if (this.#former !== null) {
      this.nameProblem = { code, about: this.#identity?.name ?? '' };
      this.#identity = this.#former;
      this.#former = null;
      this.#connection.abandon();
    } else {
      this.#nameTries = 0;
      // Who asks as a member and is answered as a guest is signed in no more
      const signedOut = this.isMember && ['bad_message', 'unauthorized'].includes(code);
      this.nameProblem = { code: signedOut ? 'signed_out' : code, about: signedOut ? '' : this.chosenName };
      this.#identity = null;
      this.#memory.identity = null;
      this.name = null;
    }
    this.#changed();
  }

  /** @param {State} state */
  #connectionChanged(state) {
    this.connectionState = state;
    this.troubled &&= state.phase !== 'connecting';
    if (state.phase !== 'online') {
      this.rooms.forEach((room) => room.lost());
      this.#speech.lost();
    }
    this.#changed();
  }

  /** @param {Frame} frame */
  #received(frame) {
    const room = this.rooms.get(frame.room);
    if (frame.type === 'notice') {
      this.#notice(frame);
    } else if (room) {
      this.#happened(room, frame);
    }
    this.#changed();
  }

  /**
   * @param {Room} room
   * @param {Frame} frame
   */
  #happened(room, frame) {
    switch (frame.type) {
      case 'message':
      case 'deleted':
        this.#message(room, /** @type {any} */ (frame));
        break;
      case 'removed':
        room.removed(frame.why);
        break;
      case 'presence':
        room.present(frame);
        break;
      case 'typing':
        this.#typing(room, frame.name);
        break;
      case 'topic':
        room.topic = frame.topic;
        break;
      case 'resync':
        this.#resync(room);
        break;
    }
  }

  /**
   * Invariant: between leaving a room and the answer to joining it, nothing that comes from it counts.
   *
   * @param {Room} room
   * @param {Message} message
   */
  #message(room, message) {
    if (room.standing !== 'live') {
      return;
    }
    const news = room.said(message);
    if (news === 'hole') {
      this.#resync(room);
      return;
    }
    this.#seen(message);
    if (news === 'new' && !this.#reading.attend(room)) {
      room.unread.add(message, this.name);
    }
  }

  /**
   * Invariant: one's own message is shown from the outbox or from the transcript, never from both.
   *
   * @param {Message} message
   */
  #seen(message) {
    if (message.from === this.name) {
      this.#speech.remove(message.id);
    }
  }

  /**
   * @param {Room} room
   * @param {string} name
   */
  #typing(room, name) {
    const now = this.#clock.now();
    if (name !== this.name) {
      room.types(name, now);
      this.#clock.setTimeout(this.#changed, TYPING_FADES_MS + 1);
    }
  }

  /** @param {Frame} frame */
  #notice({ room, text }) {
    const at = new Date(this.#clock.now()).toISOString();
    this.rooms.forEach((each) => {
      if (room === undefined || room === each.name) {
        each.transcript.notice(text, at);
      }
    });
  }

  /**
   * Leaves and joins in one breath, with where we stand: the answer has what was missed.
   *
   * @param {Room} room
   */
  #resync(room) {
    if (room.standing === 'live') {
      this.#connection.request({ type: 'leave', room: room.name }, () => {});
      this.#joinRoom(room);
    }
  }

  #openRooms() {
    const names = this.#memory.rooms.length > 0 ? this.#memory.rooms : [this.#defaultRoom];
    [...names, ...this.#speech.rooms].forEach((name) => this.#addRoom(name));
    const active = this.#memory.activeRoom;
    this.look(active && this.rooms.has(active) ? active : names[0]);
  }

  /** @param {string} name */
  #addRoom(name) {
    const known = this.rooms.get(name);
    if (known) {
      return known;
    }
    const room = new Room(name);
    this.rooms.set(name, room);
    this.#memory.rooms = [...new Set([...this.#memory.rooms, name])];
    this.#joinRoom(room);
    return room;
  }

  /** @param {string} name */
  #dropRoom(name) {
    this.rooms.delete(name);
    this.#memory.rooms = this.#memory.rooms.filter((each) => each !== name);
    if (this.active?.name === name) {
      this.active = null;
      const next = this.rooms.keys().next();
      if (!next.done) {
        this.look(next.value);
      }
    }
  }

  /** @param {Room} room */
  #joinRoom(room) {
    if (this.#connection.state.phase !== 'online') {
      return;
    }
    room.standing = 'joining';
    const after = room.transcript.position ?? undefined;
    this.#connection.request({ type: 'join', room: room.name, after }, (answer) => {
      // It may have been left in the meantime
      if (this.rooms.get(room.name) !== room) {
        return;
      }
      if (answer.type === 'joined') {
        this.#joined(room, answer);
      } else {
        this.#notJoined(room, answer);
      }
      this.#changed();
    });
  }

  /**
   * @param {Room} room
   * @param {Frame} joined
   */
  #joined(room, joined) {
    if (!joined.recovered && room.known && joined.epoch !== room.transcript.position?.epoch) {
      this.#speech.keepAcknowledged(room, this.name ?? '');
    }
    const newest = room.transcript.position;
    room.joined(joined);
    joined.events.forEach((/** @type {Message} */ event) => this.#seen(event));
    this.#speech.dropPassed(room);
    this.#reading.joined(room, newest ?? { epoch: joined.epoch, seq: joined.seq });
    this.#speech.sendNext();
  }

  /**
   * @param {Room} room
   * @param {Frame} frame
   */
  #notJoined(room, { code, retryAfterMs }) {
    if (LATER.has(code)) {
      room.standing = 'away';
      room.problem = TROUBLE.has(code) ? 'unavailable' : null;
      this.#clock.setTimeout(() => {
        if (this.rooms.get(room.name) === room && room.standing === 'away') {
          this.#joinRoom(room);
        }
      }, retryAfterMs ?? AGAIN_AFTER_MS);
    } else if (room.known || this.#speech.of(room.name).length > 0) {
      room.standing = 'refused';
      room.problem = code;
    } else {
      this.roomProblem = { code, about: room.name };
      this.#dropRoom(room.name);
    }
  }
}
