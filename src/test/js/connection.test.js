import { fullJitter } from '/page/js/chat/backoff.js';
import { ANSWER_WITHIN_MS, Connection, PONG_WITHIN_MS } from '/page/js/chat/connection.js';
import { FakeClock, FakeServer, fakeWebSocket } from './fakes.js';
import { equal, holds } from './harness.js';

function setUp() {
  const clock = new FakeClock();
  const WebSocket = fakeWebSocket();
  const server = new FakeServer(WebSocket);
  const log = [];
  const connection = new Connection({
    url: 'ws://chat.test/parley/ws',
    WebSocket,
    clock,
    delay: fullJitter({ baseMs: 500, maxMs: 30000, random: () => 1 }),
    listener: {
      login: () => ({ type: 'login', name: 'ada' }),
      welcomed: ({ user }) => log.push(`welcomed ${user.name}`),
      refused: ({ code }) => log.push(`refused ${code}`),
      received: ({ type }) => log.push(type),
      changed: ({ phase }) => log.push(phase),
    },
  });
  return { clock, server, log, connection };
}

function online() {
  const all = setUp();
  all.connection.start();
  all.server.open();
  all.server.welcome();
  return all;
}

export const tests = {
  'it logs in when the socket opens and is online when welcomed'() {
    const { connection, server, log } = setUp();
    connection.start();
    equal([server.socket.url, server.socket.protocols], ['ws://chat.test/parley/ws', ['parley.v1.ndjson']]);
    server.open();
    equal(server.received(), [{ type: 'login', name: 'ada', id: 'r1' }]);
    server.welcome();
    equal(log, ['connecting', 'online', 'welcomed ada']);
  },

  'an answer is told before what follows it in the same frame'() {
    const { connection, server, log } = online();
    connection.request({ type: 'join', room: 'lobby' }, ({ type }) => log.push(`answer ${type}`));
    const { id } = server.request('join');
    server.send({ type: 'joined', id, room: 'lobby' }, { type: 'message', id }, { type: 'presence' });
    equal(log.slice(3), ['answer joined', 'message', 'presence']);
  },

  'a broadcast that carries the id of a request does not answer it'() {
    const { connection, server, log } = online();
    connection.request({ type: 'say', id: 'x1' }, ({ type }) => log.push(`answer ${type}`));
    server.send({ type: 'message', id: 'x1' }, { type: 'ack', id: 'x1' });
    equal(log.slice(3), ['message', 'answer ack']);
  },

  'waits double with each failure up to the most, and begin anew after a welcome'() {
    const { clock, connection, server } = online();
    const waits = [];
    for (let failures = 0; failures < 8; failures++) {
      server.close(1006);
      waits.push(connection.state.until - clock.now());
      clock.pass(waits.at(-1));
    }
    equal(waits, [500, 1000, 2000, 4000, 8000, 16000, 30000, 30000]);
    server.open();
    server.welcome();
    server.close(1006);
    equal(connection.state.until - clock.now(), 500);
  },

  'it never comes back before the bye allows, whatever happens'() {
    const { clock, connection, server } = online();
    server.send({ type: 'bye', code: 4000, reason: 'restart', reconnect: true, afterMs: 7000 });
    server.close(1001);
    equal([connection.state.code, connection.state.until - clock.now()], [4000, 7000]);
    connection.nudge();
    clock.pass(6999);
    equal(server.connections, 1);
    clock.pass(1);
    equal(server.connections, 2);
  },

  'a nudge tries at once'() {
    const { clock, connection, server } = online();
    server.close(1006);
    connection.nudge();
    clock.pass(0);
    equal([server.connections, connection.state.phase], [2, 'connecting']);
    clock.pass(500);
    equal(server.connections, 2);
  },

  'a final close code ends it, with its reason'() {
    const { clock, connection, server } = online();
    server.close(4504, 'kicked by a moderator');
    equal(connection.state, { phase: 'closed', code: 4504, reason: 'kicked by a moderator' });
    clock.pass(3600000);
    equal(server.connections, 1);
    connection.start();
    equal(server.connections, 2);
  },

  'what the bye says goes before what the container closes with'() {
    const { connection, server } = online();
    server.send({ type: 'bye', code: 4505, reason: 'banned', reconnect: false, afterMs: 0 });
    server.close(1001, 'going away');
    equal(connection.state, { phase: 'closed', code: 4505, reason: 'banned' });
  },

  'a bye that allows to reconnect makes a final code harmless'() {
    const { connection, server } = online();
    server.send({ type: 'bye', code: 4000, reason: '', reconnect: true, afterMs: 0 });
    server.close(1000);
    equal(connection.state.phase, 'waiting');
  },

  'a refused login is told after the connection is closed'() {
    const { connection, server, log } = setUp();
    connection.start();
    server.open();
    server.error(server.request('login'), 'name_taken');
    equal(log, ['connecting', 'idle', 'refused name_taken']);
    equal(server.socket.closedWith, 1000);
  },

  'a server that falls silent is asked, and given up when it does not answer'() {
    const { clock, connection, server } = online();
    server.received();
    clock.pass(25000);
    equal(server.received(), [{ type: 'ping' }]);
    clock.pass(PONG_WITHIN_MS - 1);
    equal(connection.state.phase, 'online');
    clock.pass(1);
    equal(connection.state.phase, 'waiting');
  },

  'a server that answers pings is kept'() {
    const { clock, connection, server } = online();
    for (let i = 0; i < 10; i++) {
      clock.pass(26000);
      server.send({ type: 'pong' });
    }
    equal([connection.state.phase, server.connections], ['online', 1]);
  },

  'a request without an answer ends the connection'() {
    const { clock, connection, server } = online();
    connection.request({ type: 'join', room: 'lobby' }, () => {});
    for (let passed = 0; passed < ANSWER_WITHIN_MS; passed += 1000) {
      clock.pass(1000);
      server.socket.onmessage({ data: '{"type":"typing"}' });
      if (connection.state.phase === 'waiting') {
        return;
      }
    }
    throw new Error('still online');
  },

  'a handshake that never ends is given up'() {
    const { clock, connection } = setUp();
    connection.start();
    clock.pass(ANSWER_WITHIN_MS);
    equal(connection.state.phase, 'waiting');
  },

  'a socket that was given up is not heard any more'() {
    const { connection, server, log } = online();
    const old = server.socket;
    connection.abandon();
    const before = log.length;
    old.onmessage({ data: '{"type":"message"}' });
    old.onclose({ code: 4504, reason: '' });
    equal([log.length, connection.state.phase], [before, 'waiting']);
  },

  'nothing is sent on a socket that has begun to close'() {
    const { connection, server } = online();
    server.received();
    server.socket.readyState = 2;
    connection.send({ type: 'typing', room: 'lobby' });
    connection.nudge();
    equal(server.received(), []);
  },

  'stopped is stopped'() {
    const { clock, connection, server } = online();
    connection.stop();
    clock.pass(3600000);
    equal([connection.state.phase, server.connections, server.socket.closedWith], ['idle', 1, 1000]);
    holds(server.received().length <= 1, 'nothing was sent after the login');
  },
};
