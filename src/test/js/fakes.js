/**
 * A clock that goes when told, and a server at the other end of a socket that says what it is told to.
 */

export class FakeClock {
  #now = Date.parse('2026-03-01T08:00:00Z');
  #timers = [];
  #number = 0;

  now = () => this.#now;

  setTimeout = (run, ms) => {
    this.#timers.push({ at: this.#now + ms, number: ++this.#number, run });
    return this.#number;
  };

  clearTimeout = (number) => {
    this.#timers = this.#timers.filter((timer) => timer.number !== number);
  };

  /** Lets time pass; what falls due meanwhile happens at its time. */
  pass(ms) {
    const end = this.#now + ms;
    for (;;) {
      const due = this.#timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at || a.number - b.number)[0];
      if (!due) {
        break;
      }
      this.clearTimeout(due.number);
      this.#now = Math.max(this.#now, due.at);
      due.run();
    }
    this.#now = end;
  }
}

/** Stands for the WebSocket constructor; the sockets it made, newest last, are in `made`. */
export function fakeWebSocket() {
  const made = [];
  class FakeWebSocket {
    readyState = 1;
    sent = [];
    closedWith = null;

    constructor(url, protocols) {
      this.url = url;
      this.protocols = protocols;
      made.push(this);
    }

    send(data) {
      this.sent.push(JSON.parse(data));
    }

    close(code) {
      this.closedWith = code;
    }
  }
  FakeWebSocket.made = made;
  return FakeWebSocket;
}

/** The server's end of the newest socket. */
export class FakeServer {
  constructor(WebSocket) {
    this.WebSocket = WebSocket;
    this.read = new Map();
  }

  get socket() {
    return this.WebSocket.made.at(-1);
  }

  get connections() {
    return this.WebSocket.made.length;
  }

  /** What has come in since this was last called, on the newest socket. */
  received() {
    const from = this.read.get(this.socket) ?? 0;
    this.read.set(this.socket, this.socket.sent.length);
    return this.socket.sent.slice(from);
  }

  /** The last request of that type. */
  request(type) {
    return this.socket.sent.findLast((frame) => frame.type === type);
  }

  /** Sends these objects in one frame. */
  send(...frames) {
    this.socket.onmessage({ data: frames.map((frame) => JSON.stringify(frame)).join('\n') });
  }

  open() {
    this.socket.onopen({});
  }

  welcome(name = 'ada', token = 't1', history = 'durable', kind = 'guest', roles = []) {
    const { id } = this.request('login');
    const user = { name, kind };
    this.send({ type: 'welcome', id, token, user, roles, limits: { textLength: 100 }, pingSeconds: 25, server: { history } });
  }

  /** Answers the last join of a room. */
  joined(room, { epoch = 'e1', seq, recovered = false, more = false, events = [], members = [] }) {
    const { id } = this.socket.sent.findLast((frame) => frame.type === 'join' && frame.room === room);
    const last = seq ?? events.at(-1)?.seq ?? 0;
    const memberCount = members.length;
    this.send({ type: 'joined', id, room, epoch, seq: last, recovered, more, events, members, memberCount });
  }

  error(request, code, more = {}) {
    this.send({ type: 'error', id: request.id, code, message: code, ...more });
  }

  close(code, reason = '') {
    this.socket.onclose({ code, reason });
  }
}

/** A message of the room lobby. */
export function message(seq, from = 'grace', text = `text ${seq}`, id = `${from}-${seq}`) {
  return { type: 'message', room: 'lobby', seq, id, from, text, at: '2026-03-01T08:00:00.000Z' };
}
