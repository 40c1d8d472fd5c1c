/**
 * What was said in one room, in order and once.
 *
 * A transcript is a list of runs. In a run no seq is missing; between two runs something may be. The last run is live:
 * its end is where a lost connection resumes. A room's log that began anew (another epoch) begins a new run; what was
 * shown before stays. A message that was taken back is not shown, and has its seq all the same.
 */

/**
 * @typedef {import('./protocol.js').Message} Message
 * @typedef {import('./protocol.js').Deletion} Deletion
 * @typedef {import('./protocol.js').Position} Position
 *
 * @typedef {object} Run
 * @property {number} number its key, counting from 1
 * @property {string} epoch
 * @property {number} first the lowest seq it has
 * @property {number} last the highest; first - 1 when it has none
 * @property {boolean} more whether the server has older ones that are not here
 * @property {Item[]} items
 *
 * @typedef {{ kind: 'message', key: string, message: Message }} MessageItem
 * @typedef {{ kind: 'notice', key: string, text: string, at: string }} NoticeItem
 * @typedef {{ kind: 'gap', key: string, run: number, anew: boolean, more: boolean }} GapItem
 * @typedef {MessageItem | NoticeItem | GapItem} Item
 */

export class Transcript {
  /** @type {Run[]} */
  #runs = [];
  /** Who said what under which id, and in which run: what is told again in a later run is known by it. */
  #said = new Map();
  /** What was taken back: a page that was on its way then may still have the text. */
  #takenBack = new Set();
  #runNumber = 0;
  #noticeNumber = 0;

  /**
   * Where to resume.
   *
   * @returns {Position | null} null when nothing was ever joined
   */
  get position() {
    const run = this.#runs.at(-1);
    return run ? { epoch: run.epoch, seq: run.last } : null;
  }

  /** Whether the server has events older than the first that is shown. */
  get more() {
    return this.#runs.length > 0 && this.#reachable(this.#runs[0]);
  }

  /** How many items there are, without the gaps. */
  get length() {
    return this.#runs.reduce((sum, run) => sum + run.items.length, 0);
  }

  /** @returns {Map<string, string>} who said what is here, and the kind of user they were when they did last */
  get authors() {
    const authors = new Map();
    this.items.forEach((item) => {
      if (item.kind === 'message') {
        authors.set(item.message.from, item.message.member ? 'member' : 'guest');
      }
    });
    return authors;
  }

  /** @returns {Item[]} everything to show, oldest first */
  get items() {
    return this.#runs.flatMap((run, index) => (index === 0 ? run.items : [this.#gap(run, index), ...run.items]));
  }

  /**
   * What the live log has behind a position; all of it that is here when the position is of another epoch, or null.
   *
   * @param {Position | null} position
   * @returns {{ messages: Message[], missing: number }} `missing`: how many more there are that are not here
   */
  since(position) {
    const live = this.#runs.at(-1);
    if (!live) {
      return { messages: [], missing: 0 };
    }
    const after = position?.epoch === live.epoch ? position.seq : 0;
    const runs = this.#runs.filter((run) => run.epoch === live.epoch && run.last > after);
    const messages = runs
      .flatMap((run) => run.items)
      .flatMap((item) => (item.kind === 'message' && item.message.seq > after ? [item.message] : []));
    const here = runs.reduce((sum, run) => sum + run.last - Math.max(run.first - 1, after), 0);
    return { messages, missing: position?.epoch === live.epoch ? Math.max(0, live.last - after - here) : 0 };
  }

  /**
   * A room was joined, for the first time or again.
   *
   * @param {{ epoch: string, seq: number, recovered: boolean, more: boolean, events: (Message | Deletion)[] }} joined
   */
  join({ epoch, seq, recovered, more, events }) {
    const live = this.#runs.at(-1);
    const first = events.length > 0 ? events[0].seq : seq + 1;
    const connects = live?.epoch === epoch && first <= live.last + 1 && seq >= live.last;
    if (live && (recovered || connects)) {
      events.forEach((event) => this.#append(live, event));
      live.last = seq;
      return;
    }
    // An empty run behind a gap has nothing to show but the gap, and one gap says enough
    if (live && this.#runs.length > 1 && live.items.length === 0) {
      this.#runs.pop();
    }
    const run = { number: ++this.#runNumber, epoch, first, last: first - 1, more, items: [] };
    this.#runs.push(run);
    events.forEach((event) => this.#append(run, event));
    run.last = seq;
  }

  /**
   * A live message, or that one was taken back.
   *
   * @param {Message | Deletion} event
   * @returns {'new' | 'known' | 'hole'} `hole` when one before it is missing; it is then not taken
   */
  add(event) {
    const live = this.#runs.at(-1);
    if (!live || event.seq > live.last + 1) {
      return 'hole';
    }
    return this.#append(live, event) ? 'new' : 'known';
  }

  /**
   * Where the history before a run is to be asked for.
   *
   * @param {number} [number] the run behind a gap; without it the first run
   * @returns {{ run: number, before: number } | null} null when there is none to get
   */
  olderThan(number) {
    const run = number === undefined ? this.#runs[0] : this.#runs.find((each) => each.number === number);
    return run && this.#reachable(run) ? { run: run.number, before: run.first } : null;
  }

  /**
   * A page of history came.
   *
   * @param {{ run: number, before: number }} asked
   * @param {{ events: (Message | Deletion)[], more: boolean }} page
   */
  prepend(asked, { events, more }) {
    const index = this.#runs.findIndex((each) => each.number === asked.run);
    const run = this.#runs[index];
    if (!run || run.first !== asked.before) {
      return;
    }
    const before = this.#runs[index - 1];
    const meets = before?.epoch === run.epoch ? before.last : 0;
    const fresh = events.filter((event) => event.seq < run.first && event.seq > meets);
    const shown = fresh.flatMap((event) => this.#shown(run, event));
    run.items.unshift(...shown);
    run.first = fresh.length > 0 ? fresh[0].seq : run.first;
    run.more = more && fresh.length > 0;
    if (meets > 0 && run.first === meets + 1) {
      before.items.push(...run.items);
      before.last = run.last;
      this.#runs.splice(index, 1);
    }
  }

  /**
   * Keeps a message of one's own that was acknowledged but that the log, begun anew, will never tell us.
   *
   * @param {Message} message
   */
  keep(message) {
    const live = this.#runs.at(-1);
    if (live && this.#isNews(live, message)) {
      live.items.push(item(live, message));
    }
  }

  /**
   * An announcement. It has no place in the log; it stands where it came.
   *
   * @param {string} text
   * @param {string} at
   */
  notice(text, at) {
    this.#runs.at(-1)?.items.push({ kind: 'notice', key: `notice/${++this.#noticeNumber}`, text, at });
  }

  /**
   * Whether this is shown, or was told and stands in a run.
   *
   * @param {string} from
   * @param {string} id
   */
  has(from, id) {
    return this.#said.has(sayKey(from, id));
  }

  /**
   * Forgets the oldest, so that a page left open for weeks does not grow without end.
   *
   * @param {number} most how many items may stay
   */
  trim(most) {
    let surplus = this.length - most;
    while (surplus > 0) {
      const run = this.#runs[0];
      const gone = run.items.splice(0, surplus);
      surplus -= gone.length;
      gone.filter((each) => each.kind === 'message').forEach(({ message }) => {
        this.#said.delete(sayKey(message.from, message.id));
        run.first = Math.max(run.first, message.seq + 1);
        run.more = true;
      });
      if (run.items.length === 0 && this.#runs.length > 1) {
        this.#runs.shift();
      }
    }
  }

  /**
   * Invariant: in one epoch a seq is taken once, and each is the one before it plus one.
   *
   * @param {Run} run
   * @param {Message | Deletion} event
   */
  #append(run, event) {
    if (event.seq <= run.last) {
      return false;
    }
    run.last = event.seq;
    const shown = this.#shown(run, event);
    run.items.push(...shown);
    return shown.length > 0;
  }

  /**
   * What there is to show of an event: a message that is new, and nothing of a deletion, which is done with.
   *
   * @param {Run} run
   * @param {Message | Deletion} event
   * @returns {Item[]}
   */
  #shown(run, event) {
    if ('target' in event) {
      this.#takeBack(run.epoch, event.target);
      return [];
    }
    const news = this.#isNews(run, event);
    return news && !event.deleted && !this.#takenBack.has(placeKey(run.epoch, event.seq)) ? [item(run, event)] : [];
  }

  /**
   * @param {string} epoch
   * @param {number} seq
   */
  #takeBack(epoch, seq) {
    this.#takenBack.add(placeKey(epoch, seq));
    for (const run of this.#runs.filter((each) => each.epoch === epoch)) {
      run.items = run.items.filter((each) => each.kind !== 'message' || each.message.seq !== seq);
    }
  }

  /**
   * A server without durable history that was restarted numbers anew, and is told again what it had not acknowledged:
   * the same words of the same person under the same id are the same message.
   *
   * @param {Run} run
   * @param {Message} message
   */
  #isNews(run, { from, id, text }) {
    const key = sayKey(from, id);
    const known = this.#said.get(key);
    if (known && known.run !== run.number && known.text === text) {
      return false;
    }
    this.#said.set(key, { run: run.number, text });
    return true;
  }

  /** @param {Run} run */
  #reachable(run) {
    return run.more && run.epoch === this.#runs.at(-1)?.epoch;
  }

  /**
   * @returns {GapItem}
   *
   * @param {Run} run
   * @param {number} index
   */
  #gap(run, index) {
    const anew = this.#runs[index - 1].epoch !== run.epoch;
    return { kind: 'gap', key: `gap/${run.number}`, run: run.number, anew, more: this.#reachable(run) };
  }
}

/**
 * @returns {MessageItem}
 *
 * @param {Run} run
 * @param {Message} message
 */
function item(run, message) {
  return { kind: 'message', key: `${run.number}/${message.seq}`, message };
}

/**
 * @param {string} epoch
 * @param {number} seq
 */
function placeKey(epoch, seq) {
  return `${epoch}\n${seq}`;
}

/**
 * @param {string} from
 * @param {string} id
 */
function sayKey(from, id) {
  return `${from}\n${id}`;
}
