/**
 * One connection to the server that comes back when it is lost.
 *
 * It logs in, keeps requests and their answers together, notices when the server has gone silent, and waits between
 * tries. What is to be said again afterwards is not its business: it tells when it is online and when it is not.
 *
 * Answers go to callbacks, called at once and in the order of the lines. Promises would run after the whole frame, and
 * a message that follows its `joined` in the same frame would overtake it.
 */

import { SUBPROTOCOL, parse, reconnects } from './protocol.js';

/** A request without an answer, or a handshake without a welcome, for this long means the connection is dead. */
export const ANSWER_WITHIN_MS = 20000;

/** A server that doesn't answer a ping within this is gone. */
export const PONG_WITHIN_MS = 8000;

const PING_EVERY_MS = 25000;

/** `WebSocket.OPEN` */
const OPEN = 1;

/**
 * @typedef {import('./protocol.js').Frame} Frame
 *
 * @typedef {{ now: () => number, setTimeout: (f: () => void, ms: number) => any, clearTimeout: (t: any) => void }} Clock
 *
 * @typedef {{ phase: 'idle' }
 *   | { phase: 'connecting' }
 *   | { phase: 'online' }
 *   | { phase: 'waiting', until: number, code: number }
 *   | { phase: 'closed', code: number, reason: string }} State
 *   `until` is a time of the clock; `code` is the close code that brought it here
 *
 * @typedef {object} Listener
 * @property {() => Frame} login the frame to log in with, asked for at each try
 * @property {(welcome: Frame) => void} welcomed
 * @property {(error: Frame) => void} refused the login was answered with an error; the connection is closed
 * @property {(frame: Frame) => void} received anything that answers no request
 * @property {(state: State) => void} changed
 */

export class Connection {
  #url;
  #WebSocket;
  #clock;
  #delay;
  #listener;

  /** @type {State} */
  #state = { phase: 'idle' };
  /** @type {WebSocket | null} */
  #socket = null;
  #failures = 0;
  #notBefore = 0;
  /** @type {Frame | null} */
  #bye = null;
  #requestNumber = 0;
  /** @type {Map<string, { answered: (frame: Frame) => void, deadline: any }>} */
  #requests = new Map();
  /** @type {any} */
  #retryTimer = null;
  /** @type {any} */
  #idleTimer = null;
  #pingEveryMs = PING_EVERY_MS;

  /**
   * @param {object} parts
   * @param {string} parts.url
   * @param {typeof WebSocket} parts.WebSocket
   * @param {Clock} parts.clock
   * @param {(failures: number) => number} parts.delay milliseconds to wait after so many failures in a row
   * @param {Listener} parts.listener
   */
  constructor({ url, WebSocket, clock, delay, listener }) {
    this.#url = url;
    this.#WebSocket = WebSocket;
    this.#clock = clock;
    this.#delay = delay;
    this.#listener = listener;
  }

  /** @returns {State} */
  get state() {
    return this.#state;
  }

  /** Connects. Does nothing when it is connected, or trying to. */
  start() {
    if (this.#state.phase === 'idle' || this.#state.phase === 'closed') {
      this.#failures = 0;
      this.#open();
    }
  }

  /** Closes for good, until `start`. */
  stop() {
    this.#release(1000);
    this.#become({ phase: 'idle' });
  }

  /**
   * Something happened that makes now a good time: the network is back, or somebody looks at the page again. Tries at
   * once, or as soon as the server's `bye` allows; a connection that looks alive has to prove it.
   */
  nudge() {
    if (this.#state.phase === 'waiting') {
      this.#wait(0, this.#state.code);
    } else if (this.#state.phase === 'online') {
      this.#ping();
    }
  }

  /**
   * Gives the connection up and tries again later, as if the server had closed it.
   *
   * @param {number} [code] the close code to tell
   */
  abandon(code = 1006) {
    this.#release(1000);
    this.#wait(this.#delay(this.#failures++), code);
  }

  /**
   * Sends what gets no answer. Dropped when not online.
   *
   * @param {Frame} frame
   */
  send(frame) {
    if (this.#state.phase === 'online') {
      this.#transmit(frame);
    }
  }

  /**
   * Sends a request. A connection that is lost before the answer never answers it.
   *
   * @param {Frame} frame given an id unless it has one
   * @param {(answer: Frame) => void} answered called with the named answer or an `error`
   */
  request(frame, answered) {
    if (this.#state.phase === 'online') {
      this.#ask(frame, answered);
    }
  }

  #open() {
    this.#bye = null;
    const socket = new this.#WebSocket(this.#url, [SUBPROTOCOL]);
    this.#socket = socket;
    /** @param {() => void} handle */
    const mine = (handle) => socket === this.#socket && handle();
    socket.onopen = () => mine(() => this.#ask(this.#listener.login(), (answer) => this.#loggedIn(answer)));
    socket.onmessage = ({ data }) => mine(() => this.#received(data));
    socket.onclose = ({ code, reason }) => mine(() => this.#closed(code, reason));
    this.#retryTimer = this.#clock.setTimeout(() => this.abandon(), ANSWER_WITHIN_MS);
    this.#become({ phase: 'connecting' });
  }

  /**
   * @param {Frame} frame
   * @param {(answer: Frame) => void} answered
   */
  #ask(frame, answered) {
    const id = frame.id ?? `r${++this.#requestNumber}`;
    const deadline = this.#clock.setTimeout(() => this.abandon(), ANSWER_WITHIN_MS);
    this.#requests.set(id, { answered, deadline });
    this.#transmit({ ...frame, id });
  }

  /** @param {Frame} answer */
  #loggedIn(answer) {
    if (answer.type !== 'welcome') {
      this.stop();
      this.#listener.refused(answer);
      return;
    }
    this.#clock.clearTimeout(this.#retryTimer);
    this.#failures = 0;
    this.#pingEveryMs = answer.pingSeconds > 0 ? answer.pingSeconds * 1000 : PING_EVERY_MS;
    this.#listenForSilence();
    this.#become({ phase: 'online' });
    this.#listener.welcomed(answer);
  }

  /** @param {string} data */
  #received(data) {
    const socket = this.#socket;
    if (this.#state.phase === 'online') {
      this.#listenForSilence();
    }
    for (const frame of parse(data)) {
      // A frame before this one may have led to the end of the connection
      if (socket === this.#socket) {
        this.#take(frame);
      }
    }
  }

  /** @param {Frame} frame */
  #take(frame) {
    if (frame.type === 'bye') {
      this.#bye = frame;
      this.#notBefore = this.#clock.now() + (frame.afterMs ?? 0);
      return;
    }
    // A broadcast message carries its sender's id, so an id alone makes no answer
    const request = frame.type === 'message' ? undefined : this.#requests.get(frame.id ?? '');
    if (request) {
      this.#requests.delete(frame.id ?? '');
      this.#clock.clearTimeout(request.deadline);
      request.answered(frame);
    } else {
      this.#listener.received(frame);
    }
  }

  /**
   * @param {number} code
   * @param {string} reason
   */
  #closed(code, reason) {
    const bye = this.#bye;
    this.#release();
    if (bye ? bye.reconnect === false : !reconnects(code)) {
      this.#become({ phase: 'closed', code: bye?.code ?? code, reason: bye?.reason ?? reason });
    } else {
      this.#wait(this.#delay(this.#failures++), bye?.code ?? code);
    }
  }

  /**
   * @param {number} delayMs
   * @param {number} code
   */
  #wait(delayMs, code) {
    const now = this.#clock.now();
    const until = Math.max(now + delayMs, this.#notBefore);
    this.#clock.clearTimeout(this.#retryTimer);
    this.#retryTimer = this.#clock.setTimeout(() => this.#open(), until - now);
    this.#become({ phase: 'waiting', until, code });
  }

  #listenForSilence() {
    this.#clock.clearTimeout(this.#idleTimer);
    this.#idleTimer = this.#clock.setTimeout(() => this.#ping(), this.#pingEveryMs);
  }

  #ping() {
    this.#clock.clearTimeout(this.#idleTimer);
    this.#idleTimer = this.#clock.setTimeout(() => this.abandon(), PONG_WITHIN_MS);
    this.#transmit({ type: 'ping' });
  }

  /**
   * A socket that has begun to close would only complain; what is not sent now is asked again after `onclose`.
   *
   * @param {Frame} frame
   */
  #transmit(frame) {
    if (this.#socket?.readyState === OPEN) {
      this.#socket.send(JSON.stringify(frame));
    }
  }

  /**
   * Lets go of the socket: nothing it still does is heard.
   *
   * @param {number} [code] what to close it with; without it, it is closed
   */
  #release(code) {
    const socket = this.#socket;
    this.#socket = null;
    this.#clock.clearTimeout(this.#retryTimer);
    this.#clock.clearTimeout(this.#idleTimer);
    this.#requests.forEach(({ deadline }) => this.#clock.clearTimeout(deadline));
    this.#requests.clear();
    if (code !== undefined) {
      socket?.close(code);
    }
  }

  /** @param {State} state */
  #become(state) {
    this.#state = state;
    this.#listener.changed(state);
  }
}
