/**
 * What one says: sent in the order it was said, again where that is needed, and kept until the server has told it back.
 */

import { LATER, AGAIN_AFTER_MS } from './protocol.js';
import { Outbox } from './outbox.js';

/**
 * @typedef {import('./outbox.js').Entry} Entry
 * @typedef {import('./protocol.js').Frame} Frame
 * @typedef {import('./room.js').Room} Room
 */

export class Speech {
  #memory;
  #clock;
  #newId;
  #connection;
  #rooms;
  #answered;
  #changed;
  #outbox;
  #timer = null;

  /**
   * @param {object} parts
   * @param {import('./chat.js').Memory} parts.memory
   * @param {import('./connection.js').Clock} parts.clock
   * @param {() => string} parts.newId a UUID
   * @param {import('./connection.js').Connection} parts.connection
   * @param {ReadonlyMap<string, Room>} parts.rooms
   * @param {() => void} parts.answered told after each answer, before anything else is sent
   * @param {() => void} parts.changed
   */
  constructor({ memory, clock, newId, connection, rooms, answered, changed }) {
    this.#memory = memory;
    this.#clock = clock;
    this.#newId = newId;
    this.#connection = connection;
    this.#rooms = rooms;
    this.#answered = answered;
    this.#changed = changed;
    this.#outbox = this.#outboxOf(memory.unsaid);
  }

  /** @param {Entry[]} entries */
  #outboxOf(entries) {
    return new Outbox(entries, (unsaid) => (this.#memory.unsaid = unsaid));
  }

  /** The rooms in which something waits. */
  get rooms() {
    return this.#outbox.rooms;
  }

  /** Whether the server has answered for all there is. */
  get settled() {
    return this.#outbox.settled;
  }

  /**
   * What waits in a room, in the order it was said.
   *
   * @param {string} room
   */
  of(room) {
    return this.#outbox.of(room);
  }

  /**
   * Sent now, or as soon as it can be.
   *
   * @param {string} room
   * @param {string} text
   */
  say(room, text) {
    const at = new Date(this.#clock.now()).toISOString();
    this.#outbox.add({ id: this.#newId(), room, text, at });
    this.sendNext();
  }

  /**
   * Says a refused text again.
   *
   * @param {string} id
   */
  again(id) {
    // A server that knows the id with another text would refuse it for ever
    this.#outbox.again(id, this.#newId());
    this.sendNext();
  }

  /**
   * Removes what the server has told back, or what is given up.
   *
   * @param {string} id
   */
  remove(id) {
    this.#outbox.remove(id);
  }

  /**
   * Gives up all that waits in a room.
   *
   * @param {string} room
   */
  abandon(room) {
    this.of(room).forEach(({ id }) => this.remove(id));
  }

  /** Gives up all there is. */
  forget() {
    this.#memory.unsaid = [];
    this.#outbox = this.#outboxOf([]);
  }

  /** The connection is gone. */
  lost() {
    this.#outbox.lost();
    this.#clock.clearTimeout(this.#timer);
    this.#timer = null;
  }

  /** Sends what is next, if it may be sent now. */
  sendNext() {
    if (this.#timer !== null || this.#connection.state.phase !== 'online') {
      return;
    }
    const entry = this.#outbox.next((room) => this.#rooms.get(room)?.standing === 'live');
    if (entry) {
      const { id, room, text } = entry;
      this.#connection.request({ type: 'say', id, room, text }, (answer) => this.#heard(entry, answer));
    }
  }

  /**
   * @param {Entry} entry
   * @param {Frame} answer
   */
  #heard(entry, answer) {
    if (answer.type === 'ack') {
      this.#acknowledged(entry, answer);
    } else if (LATER.has(answer.code)) {
      this.#outbox.refuse(entry.id);
      this.#timer = this.#clock.setTimeout(() => {
        this.#timer = null;
        this.sendNext();
      }, answer.retryAfterMs ?? AGAIN_AFTER_MS);
    } else {
      this.#outbox.refuse(entry.id, answer.code);
    }
    this.#answered();
    this.sendNext();
    this.#changed();
  }

  /**
   * An entry stays until its message comes, unless that has come, or lies in what was not fetched.
   *
   * @param {Entry} entry
   * @param {Frame} frame
   */
  #acknowledged(entry, { seq, at }) {
    const position = this.#rooms.get(entry.room)?.transcript.position;
    if (position && seq <= position.seq) {
      this.remove(entry.id);
    } else {
      this.#outbox.acknowledge(entry.id, { seq, at });
    }
  }

  /**
   * What the ended log had acknowledged but not yet told will never be told: it stays where it was shown.
   *
   * @param {Room} room
   * @param {string} from
   */
  keepAcknowledged(room, from) {
    for (const { id, state, seq, text, at } of this.of(room.name)) {
      if (state === 'acknowledged') {
        room.transcript.keep({ room: room.name, seq: seq ?? 0, id, from, text, at });
        this.remove(id);
      }
    }
  }

  /**
   * What is acknowledged and lies in a gap stands there, not at the end.
   *
   * @param {Room} room
   */
  dropPassed(room) {
    const newest = room.transcript.position?.seq ?? 0;
    this.of(room.name)
      .filter(({ state, seq = 0 }) => state === 'acknowledged' && seq <= newest)
      .forEach(({ id }) => this.remove(id));
  }
}
