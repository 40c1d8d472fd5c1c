/**
 * What one has read: kept by room, and noted down for other tabs and for after a reload.
 */

/** What was read is noted down this long after it was, with what was read meanwhile. */
const NOTED_AFTER_MS = 500;

/**
 * @typedef {import('./room.js').Room} Room
 * @typedef {import('./protocol.js').Position} Position
 */

export class Reading {
  #memory;
  #clock;
  #chat;
  /** Whether anybody can see the page. */
  #visible = true;
  /** @type {any} */
  #timer = null;

  /**
   * @param {object} parts
   * @param {import('./chat.js').Memory} parts.memory
   * @param {import('./connection.js').Clock} parts.clock
   * @param {{ rooms: Map<string, Room>, active: Room | null, name: string | null }} parts.chat
   */
  constructor({ memory, clock, chat }) {
    this.#memory = memory;
    this.#clock = clock;
    this.#chat = chat;
  }

  /**
   * Whether anybody can see the page. What comes while nobody can is not read.
   *
   * @param {boolean} visible
   */
  see(visible) {
    this.#visible = visible;
    if (!visible && this.#timer !== null) {
      // The page may be about to end
      this.#clock.clearTimeout(this.#timer);
      this.#note();
    }
    if (this.#chat.active) {
      this.attend(this.#chat.active);
    }
  }

  /**
   * Something changed in a room: where one looks at its end, everything in it is read.
   *
   * @param {Room} room
   * @returns {boolean} whether one looks at its end
   */
  attend(room) {
    const { position } = room.transcript;
    if (!this.#visible || room !== this.#chat.active || room.reading || position === null) {
      return false;
    }
    const { mark, count } = room.unread;
    if (count > 0 || mark?.seq !== position.seq || mark.epoch !== position.epoch) {
      this.#read(room, position);
    }
    return true;
  }

  /**
   * A room was joined. In one never seen before nothing is new.
   *
   * @param {Room} room
   * @param {Position} from where it stood before, or stands
   */
  joined(room, from) {
    if (room.unread.mark === null) {
      this.#read(room, this.#memory.read[room.name] ?? from);
    }
    this.count(room);
    this.attend(room);
  }

  /**
   * Counts anew what is unread in a room.
   *
   * @param {Room} room
   */
  count(room) {
    room.unread.recount(room.transcript, this.#chat.name);
  }

  /** Another tab of this browser may have read on. */
  elsewhere() {
    const { read } = this.#memory;
    this.#chat.rooms.forEach((room) => {
      const mark = read[room.name];
      if (room.unread.isBehind(mark, room.transcript.position)) {
        room.unread.mark = mark;
        this.count(room);
      }
    });
  }

  /**
   * @param {Room} room
   * @param {Position} position
   */
  #read(room, position) {
    room.unread.read(position);
    this.#timer ??= this.#clock.setTimeout(() => this.#note(), NOTED_AFTER_MS);
  }

  /** Other tabs may have read further in other rooms. */
  #note() {
    this.#timer = null;
    const read = { ...this.#memory.read };
    this.#chat.rooms.forEach(({ name, unread, transcript }) => {
      if (unread.mark !== null && !unread.isBehind(read[name], transcript.position)) {
        read[name] = unread.mark;
      }
    });
    this.#memory.read = read;
  }
}
