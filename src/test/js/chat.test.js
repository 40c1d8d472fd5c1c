import { Chat } from '/page/js/chat/chat.js';
import { browserMemory } from '/page/js/chat/memory.js';
import { FakeClock, FakeServer, fakeWebSocket, message } from './fakes.js';
import { equal, holds } from './harness.js';

function newMemory() {
  return browserMemory({ lasting: null, fleeting: null, prefix: '' });
}

function setUp(memory = newMemory(), member = null) {
  const clock = new FakeClock();
  const WebSocket = fakeWebSocket();
  const server = new FakeServer(WebSocket);
  let ids = 0;
  const renewed = [];
  const chat = new Chat({
    url: 'ws://chat.test/parley/ws',
    WebSocket,
    clock,
    delay: () => 1000,
    memory,
    newId: () => `say-${++ids}`,
    defaultRoom: 'lobby',
    member,
    renew: () => renewed.push(memory.identity),
    changed: () => {},
  });
  return { clock, server, chat, memory, renewed };
}

/** Ada, in the lobby, where three messages have been said. */
function inLobby() {
  const all = setUp();
  all.chat.enter('ada');
  all.server.open();
  all.server.welcome();
  all.server.joined('lobby', { events: [message(1), message(2), message(3)], members: [{ name: 'ada', kind: 'guest' }] });
  all.server.received();
  return all;
}

/** Loses the connection and comes back as far as the welcome. */
function comeBack({ clock, server }, token) {
  server.close(1006);
  clock.pass(1000);
  server.open();
  server.welcome('ada', token);
}

function acknowledge(server, seq) {
  const { id } = server.request('say');
  server.send({ type: 'ack', id, room: 'lobby', seq, at: '2026-03-01T08:00:01.000Z' });
}

/** What a person reads in the active room. */
function seen(chat) {
  const said = chat.active.transcript.items.map((item) => (item.kind === 'gap' ? '[gap]' : item.message.text));
  return [...said, ...chat.unseen(chat.active).map(({ text, state }) => `${text} (${state})`)];
}

const texts = (...seqs) => seqs.map((seq) => `text ${seq}`);
const types = (frames) => frames.map(({ type }) => type);

export const tests = {
  'somebody new is asked for a name and begins in the lobby'() {
    const { chat, server, memory } = setUp();
    chat.resume();
    equal([chat.started, server.connections], [false, 0]);
    chat.enter(' ada ');
    server.open();
    equal(server.request('login').name, 'ada');
    server.welcome();
    equal(server.request('join'), { type: 'join', room: 'lobby', id: 'r2' });
    equal([memory.identity, memory.rooms], [{ name: 'ada', token: 't1' }, ['lobby']]);
  },

  'an empty name is refused before anybody is asked'() {
    const { chat, server } = setUp();
    chat.enter('  ');
    equal([chat.nameProblem.code, server.connections], ['name_empty', 0]);
  },

  'a name that is taken is told, and another can be chosen'() {
    const { chat, server, memory } = setUp();
    chat.enter('ada');
    server.open();
    server.error(server.request('login'), 'name_taken');
    equal([chat.nameProblem, chat.started, memory.identity], [{ code: 'name_taken', about: 'ada' }, false, null]);
    chat.enter('grace');
    server.open();
    server.welcome('grace');
    equal([chat.nameProblem, chat.name], [null, 'grace']);
  },

  'a reload is the same person in the same rooms, with what was not said yet'() {
    const first = inLobby();
    first.chat.join('Garden');
    first.chat.say('hello');
    const { chat, server } = setUp(first.memory);
    chat.resume();
    server.open();
    equal(server.request('login').token, 't1');
    server.welcome();
    equal(server.received().filter(({ type }) => type === 'join').map(({ room }) => room), ['lobby', 'garden']);
    server.joined('garden', {});
    equal(server.request('say').id, first.chat.unseen(first.chat.active)[0].id);
  },

  'what is said is shown at once, and once'() {
    const { chat, server } = inLobby();
    chat.say('hello');
    equal(seen(chat), [...texts(1, 2, 3), 'hello (sent)']);
    acknowledge(server, 4);
    equal(seen(chat), [...texts(1, 2, 3), 'hello (acknowledged)']);
    server.send(message(4, 'ada', 'hello', 'say-1'));
    equal(seen(chat), [...texts(1, 2, 3), 'hello']);
  },

  'a message that overtakes its acknowledgement is shown once'() {
    const { chat, server } = inLobby();
    chat.say('hello');
    server.send(message(4, 'ada', 'hello', 'say-1'));
    acknowledge(server, 4);
    equal(seen(chat), [...texts(1, 2, 3), 'hello']);
  },

  'it comes back with its token and its place, and says again what was not acknowledged, under the first id'() {
    const all = inLobby();
    const { chat, server } = all;
    chat.say('hello');
    comeBack(all);
    equal(server.request('login').token, 't1');
    equal(server.request('join').after, { epoch: 'e1', seq: 3 });
    equal(server.request('say'), undefined);
    server.joined('lobby', { seq: 5, recovered: true, events: [message(4), message(5)] });
    equal(server.request('say').id, 'say-1');
    acknowledge(server, 6);
    server.send(message(6, 'ada', 'hello', 'say-1'));
    equal(seen(chat), [...texts(1, 2, 3, 4, 5), 'hello']);
  },

  'what was stored although the acknowledgement was lost is not shown twice'() {
    const all = inLobby();
    const { chat, server } = all;
    chat.say('hello');
    comeBack(all);
    server.joined('lobby', { seq: 4, recovered: true, events: [message(4, 'ada', 'hello', 'say-1')] });
    equal(seen(chat), [...texts(1, 2, 3), 'hello']);
    equal(server.request('say'), undefined);
  },

  'what is said while away waits and leaves in order, one after the other'() {
    const all = inLobby();
    const { chat, server } = all;
    server.close(1006);
    ['one', 'two', 'three'].forEach((each) => chat.say(each));
    all.clock.pass(1000);
    server.open();
    server.welcome();
    server.joined('lobby', { seq: 3, recovered: true });
    const said = [];
    for (let seq = 4; seq <= 6; seq++) {
      said.push(server.request('say').text);
      acknowledge(server, seq);
    }
    equal(said, ['one', 'two', 'three']);
  },

  'a restarted server without history: what was shown stays, what was not acknowledged is said, nothing doubles'() {
    const all = inLobby();
    const { chat, server } = all;
    chat.say('acknowledged');
    acknowledge(server, 4);
    chat.say('on its way');
    comeBack(all, 't2');
    server.joined('lobby', { epoch: 'e2', seq: 0 });
    equal(seen(chat), [...texts(1, 2, 3), 'acknowledged', '[gap]', 'on its way (sent)']);
    acknowledge(server, 1);
    server.send(message(1, 'ada', 'on its way', 'say-2'), message(2, 'grace', 'text 3', 'grace-3'));
    equal(seen(chat), [...texts(1, 2, 3), 'acknowledged', '[gap]', 'on its way']);
  },

  'a resync leaves and joins in one breath, and counts nothing until the answer'() {
    const { chat, server } = inLobby();
    server.send({ type: 'resync', room: 'lobby', epoch: 'e1', seq: 9 });
    const sent = server.received();
    equal(types(sent), ['leave', 'join']);
    equal(sent[1].after, { epoch: 'e1', seq: 3 });
    server.send(message(10));
    server.joined('lobby', { seq: 10, recovered: true, events: [4, 5, 6, 7, 8, 9, 10].map((seq) => message(seq)) });
    server.send(message(11));
    equal(seen(chat), texts(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));
  },

  'a hole is found out and fetched'() {
    const { chat, server } = inLobby();
    server.send(message(5));
    equal(types(server.received()), ['leave', 'join']);
    server.joined('lobby', { seq: 5, recovered: true, events: [message(4), message(5)] });
    equal(seen(chat), texts(1, 2, 3, 4, 5));
  },

  'too much missed is a gap that can be loaded'() {
    const all = inLobby();
    const { chat, server } = all;
    comeBack(all);
    server.joined('lobby', { seq: 6, more: true, events: [message(6)] });
    equal(seen(chat), [...texts(1, 2, 3), '[gap]', ...texts(6)]);
    chat.loadOlder(chat.active, 2);
    const { id, before } = server.request('history');
    equal(before, 6);
    server.send({ type: 'history', id, room: 'lobby', events: [2, 3, 4, 5].map((seq) => message(seq)), more: true });
    equal(seen(chat), texts(1, 2, 3, 4, 5, 6));
  },

  'a text the server has no time for is said again when it has'() {
    const { chat, clock, server } = inLobby();
    chat.say('one');
    chat.say('two');
    server.error(server.request('say'), 'rate_limited', { retryAfterMs: 700 });
    server.received();
    clock.pass(699);
    equal(server.received(), []);
    clock.pass(1);
    equal(server.received().map(({ id, text }) => [id, text]), [['say-1', 'one']]);
  },

  'a server that cannot reach its history is tried again, and the page says so'() {
    const { chat, clock, server } = setUp();
    chat.enter('ada');
    server.open();
    server.error(server.request('login'), 'busy');
    equal([chat.started, chat.troubled, chat.connectionState.phase], [true, true, 'waiting']);
    clock.pass(1000);
    equal(chat.troubled, false);
    server.open();
    server.welcome();
    server.error(server.request('join'), 'internal', { retryAfterMs: 300 });
    equal(chat.active.problem, 'unavailable');
    clock.pass(300);
    server.joined('lobby', {});
    equal([chat.active.problem, chat.active.standing], [null, 'live']);
  },

  'a server whose history ends with it says so'() {
    const { chat, server } = setUp();
    equal(chat.lasting, true);
    chat.enter('ada');
    server.open();
    server.welcome('ada', 't1', 'memory');
    equal(chat.lasting, false);
  },

  'a text that is refused says why and lets the next one through'() {
    const { chat, server } = inLobby();
    chat.say('one');
    chat.say('two');
    server.error(server.request('say'), 'muted');
    equal(seen(chat), [...texts(1, 2, 3), 'one (failed)', 'two (sent)']);
    equal(chat.unseen(chat.active)[0].problem, 'muted');
  },

  'a text that is too long is not sent'() {
    const { chat, server } = inLobby();
    equal(chat.say('x'.repeat(101)), false);
    equal([chat.unsayable('x'.repeat(101)), server.received()], ['too_long', []]);
  },

  'a room the server refuses is told and not kept'() {
    const { chat, server, memory } = inLobby();
    chat.join('a b');
    equal(chat.active.name, 'a b');
    server.error(server.request('join'), 'room_invalid');
    equal([chat.roomProblem, chat.active.name, memory.rooms], [{ code: 'room_invalid', about: 'a b' }, 'lobby', ['lobby']]);
  },

  'a room that is left is not come back to'() {
    const all = inLobby();
    all.chat.join('garden');
    all.server.joined('garden', {});
    all.chat.leave('garden');
    equal(all.server.request('leave').room, 'garden');
    comeBack(all);
    equal(types(all.server.received()), ['login', 'join']);
  },

  'what is said elsewhere is unread until one looks'() {
    const { chat, server } = inLobby();
    chat.join('garden');
    server.joined('garden', {});
    server.send(message(4), message(5));
    equal(chat.rooms.get('lobby').unread.count, 2);
    chat.look('lobby');
    equal(chat.active.unread.count, 0);
  },

  'what nobody sees is not read'() {
    const { chat, server } = inLobby();
    chat.see(false);
    server.send(message(4));
    equal(chat.active.unread.count, 1);
    chat.see(true);
    equal(chat.active.unread.count, 0);
    equal(chat.active.unread.line, { epoch: 'e1', seq: 3 });
  },

  'what comes while one looks is not marked as new'() {
    const { chat, server } = inLobby();
    server.send(message(4), message(5));
    equal([chat.active.unread.count, chat.active.unread.line], [0, null]);
  },

  'what comes while one reads far back is not read before one is at the end again'() {
    const { chat, server } = inLobby();
    chat.reads(chat.active, true);
    server.send(message(4), message(5));
    equal(chat.active.unread.count, 2);
    chat.reads(chat.active, false);
    equal(chat.active.unread.count, 0);
  },

  'what was read is noted down at once when the page goes out of sight, for it may be about to end'() {
    const { chat, memory, server } = inLobby();
    server.send(message(4));
    equal(memory.read.lobby, undefined);
    chat.see(false);
    equal(memory.read.lobby, { epoch: 'e1', seq: 4 });
  },

  'what was read is known after a reload, and in another tab at once'() {
    const { chat, clock, memory, server } = inLobby();
    clock.pass(500);
    equal(memory.read.lobby, { epoch: 'e1', seq: 3 });
    const tab = setUp(memory);
    tab.chat.see(false);
    tab.chat.resume();
    tab.server.open();
    tab.server.welcome();
    tab.server.joined('lobby', { events: [message(3), message(4), message(5)] });
    equal(tab.chat.active.unread.count, 2);

    server.send(message(4), message(5));
    clock.pass(500);
    tab.chat.readElsewhere();
    equal(tab.chat.active.unread.count, 0);
    equal(chat.active.unread.count, 0);
  },

  'only who has a role moderates, and by commands only whom one sees'() {
    const { chat, server } = inLobby();
    equal(chat.moderates, false);
    const all = setUp(newMemory(), 'grace');
    all.chat.resume();
    all.server.open();
    all.server.welcome('grace', undefined, 'durable', 'member', ['moderator']);
    all.server.joined('lobby', { events: [message(1)], members: [{ name: 'ada', kind: 'guest' }] });
    equal(all.chat.moderates, true);

    const done = [];
    const tell = (act) => done.push(act);
    all.chat.order('ban', 'ada 2h rude', tell);
    const asked = all.server.request('moderate');
    equal(asked, {
      ...{ type: 'moderate', act: 'ban', user: { name: 'ada', kind: 'guest' } },
      ...{ until: '2026-03-01T10:00:00.000Z', reason: 'rude', id: asked.id },
    });
    equal(done.length, 0);
    all.server.send({ type: 'moderated', id: asked.id, act: 'ban' });
    equal([done.length, done[0].user.name, all.chat.moderationProblem], [1, 'ada', null]);

    all.chat.order('kick', 'grace', tell);
    equal(all.chat.moderationProblem, { code: 'person_unknown', about: 'grace' });
    all.chat.order('mute', 'ada', tell);
    all.server.error(all.server.request('moderate'), 'forbidden');
    equal([done.length, all.chat.moderationProblem], [1, { code: 'forbidden', about: 'ada' }]);
    all.server.close(1006);
    all.chat.order('kick', 'ada', tell);
    equal(all.chat.moderationProblem.code, 'not_connected');
    equal(server.request('moderate'), undefined);
  },

  'a room that one has opened again is come back to'() {
    const { chat, server } = inLobby();
    server.send({ type: 'removed', room: 'lobby', why: 'closed', by: 'ada', reason: '' });
    equal([chat.active.standing, chat.active.problem], ['refused', 'room_closed']);
    chat.order('reopen', '', () => {});
    server.send({ type: 'moderated', id: server.request('moderate').id, act: 'reopen' });
    server.joined('lobby', { recovered: true, seq: 3 });
    equal([chat.active.standing, chat.active.problem], ['live', null]);
  },

  'a new name is taken into the same rooms'() {
    const { chat, server } = inLobby();
    chat.drafts.keep('lobby', 'begun');
    chat.rename('augusta');
    server.open();
    equal(server.request('login').name, 'augusta');
    equal([chat.name, chat.renaming], ['ada', true]);
    server.welcome('augusta');
    equal([chat.name, chat.renaming, chat.drafts.of('lobby')], ['augusta', false, 'begun']);
    equal(server.request('join').after, { epoch: 'e1', seq: 3 });
  },

  'rooms one has left are remembered until one comes back'() {
    const { chat, memory } = inLobby();
    chat.join('garden');
    chat.leave('garden');
    chat.leave('lobby');
    equal(chat.roomsLeft, ['lobby', 'garden']);
    chat.join('garden');
    equal(chat.roomsLeft, ['lobby']);
    equal(setUp(memory).chat.roomsLeft.includes('lobby'), true);
    chat.signOut();
    equal(memory.left, []);
  },

  'which rooms there are to enter is asked anew each time'() {
    const { chat, server } = inLobby();
    const rooms = [{ name: 'garden', count: 2, topic: 'Roses' }];
    chat.directory.ask();
    equal(chat.directory.rooms, null);
    server.send({ type: 'rooms', id: server.request('rooms').id, rooms, more: true });
    equal([chat.directory.rooms, chat.directory.more, chat.directory.problem], [rooms, true, null]);
    chat.directory.ask();
    equal(chat.directory.rooms, null);
    server.error(server.request('rooms'), 'rate_limited');
    equal(chat.directory.problem, 'rate_limited');
    server.close(1006);
    chat.directory.ask();
    equal(chat.directory.problem, 'not_connected');
  },

  'a new name waits for the answers to what was said under the old one'() {
    const { chat, server } = inLobby();
    chat.say('hello');
    chat.rename('augusta');
    equal(server.connections, 1);
    acknowledge(server, 4);
    equal(server.connections, 2);
    server.open();
    equal(server.request('login').name, 'augusta');
  },

  'who can’t have a new name keeps the old one'() {
    const { chat, clock, memory, server } = inLobby();
    chat.rename('grace');
    server.open();
    server.error(server.request('login'), 'name_taken');
    equal([chat.nameProblem, chat.renaming], [{ code: 'name_taken', about: 'grace' }, false]);
    server.close(1006);
    clock.pass(1000);
    server.open();
    equal([server.request('login').name, server.request('login').token], ['ada', 't1']);
    server.welcome();
    equal([chat.name, memory.identity.name], ['ada', 'ada']);
  },

  'the topic is what was set last'() {
    const { chat, server } = inLobby();
    chat.setTopic('Release on Friday');
    equal([server.request('topic').room, server.request('topic').topic], ['lobby', 'Release on Friday']);
    server.send({ type: 'topic', room: 'lobby', topic: 'Release on Friday', by: 'ada', at: '2026-03-01T08:00:00.000Z' });
    equal(chat.active.topic, 'Release on Friday');
    chat.setTopic('-');
    equal(server.request('topic').topic, '');
    chat.setTopic('');
    equal(chat.topicProblem.code, 'topic_empty');
  },

  'drafts belong to their rooms and outlive a reload'() {
    const { chat, memory } = inLobby();
    chat.drafts.keep('lobby', 'begun');
    chat.drafts.keep('garden', 'there');
    chat.drafts.keep('garden', '');
    equal(setUp(memory).chat.drafts.of('lobby'), 'begun');
    equal(memory.drafts, { lobby: 'begun' });
    chat.signOut();
    equal(memory.drafts, {});
  },

  'typing is told often enough not to be forgotten after six seconds, and with room to spare above three'() {
    const { chat, clock, server } = inLobby();
    chat.typing();
    clock.pass(3499);
    chat.typing();
    equal(types(server.received()), ['typing']);
    clock.pass(1);
    chat.typing();
    equal(types(server.received()), ['typing']);
    server.send({ type: 'typing', room: 'lobby', name: 'grace' }, { type: 'typing', room: 'lobby', name: 'ada' });
    equal(chat.typists(chat.active), ['grace']);
    clock.pass(6000);
    equal(chat.typists(chat.active), []);
  },

  'who has said what they typed types no more'() {
    const { chat, server } = inLobby();
    server.send({ type: 'typing', room: 'lobby', name: 'grace' }, message(4));
    equal(chat.typists(chat.active), []);
  },

  'a second tab whose token the restarted server does not know waits for the token of the first'() {
    const all = inLobby();
    const { clock, server, memory } = all;
    server.close(1006);
    clock.pass(1000);
    server.open();
    server.error(server.request('login'), 'name_taken');
    memory.identity = { name: 'ada', token: 't2' };
    clock.pass(1000);
    server.open();
    equal(server.request('login').token, 't2');
  },

  'a name that stays taken is asked for anew in the end'() {
    const { chat, clock, server } = inLobby();
    server.close(1006);
    for (let tries = 0; tries < 10 && chat.started; tries++) {
      clock.pass(1000);
      server.open();
      server.error(server.request('login'), 'name_taken');
    }
    equal([chat.started, chat.nameProblem.code], [false, 'name_taken']);
  },

  'signing out in one tab signs out the other'() {
    const { chat, server, memory } = inLobby();
    memory.identity = null;
    chat.identityChanged();
    equal([chat.started, chat.rooms.size, server.socket.closedWith], [false, 0, 1000]);
  },

  'signing out leaves the rooms'() {
    const { chat, server, memory } = inLobby();
    chat.signOut();
    equal(types(server.received()), ['leave']);
    equal([memory.identity, chat.started], [null, false]);
  },

  'a member needs no name, and keeps the one of the server'() {
    const { chat, server, memory, renewed } = setUp(newMemory(), 'ada');
    equal([chat.started, chat.isMember, chat.chosenName], [true, true, 'ada']);
    chat.resume();
    server.open();
    equal(server.request('login'), { type: 'login', id: 'r1' });
    server.welcome('ada', undefined, 'durable', 'member');
    equal([memory.identity, renewed], [{ name: 'ada', member: true }, []]);
    chat.rename('grace');
    equal([chat.nameProblem, chat.connectionState.phase], [{ code: 'name_fixed', about: '' }, 'online']);
  },

  'a member whom the server knows no more is asked to sign in, and what was not said yet waits'() {
    const { chat, clock, server, memory } = setUp(newMemory(), 'ada');
    chat.resume();
    server.open();
    server.welcome('ada', undefined, 'durable', 'member');
    server.joined('lobby', {});
    server.close(4000);
    chat.say('still to be said');
    clock.pass(1000);
    server.open();
    server.error(server.request('login'), 'bad_message');
    equal([chat.started, chat.nameProblem, memory.identity], [false, { code: 'signed_out', about: '' }, null]);
    equal(memory.unsaid.map(({ text }) => text), ['still to be said']);
  },

  'whoever was a member and is none any more when the page comes is told so'() {
    const memory = newMemory();
    memory.identity = { name: 'ada', member: true };
    const { chat } = setUp(memory);
    equal([chat.started, chat.nameProblem, memory.identity], [false, { code: 'signed_out', about: '' }, null]);
  },

  'a page made for a guest is made anew when the server has signed them in, and the other way round'() {
    const guest = setUp();
    guest.chat.enter('grace');
    guest.server.open();
    guest.server.welcome('ada', undefined, 'durable', 'member');
    equal(guest.renewed, [{ name: 'ada', member: true }]);

    const member = setUp(newMemory(), 'ada');
    member.chat.resume();
    member.server.open();
    member.server.error(member.server.request('login'), 'bad_message');
    member.chat.enter('grace');
    member.server.open();
    equal(member.server.request('login').name, 'grace');
    member.server.welcome('grace');
    equal(member.renewed, [{ name: 'grace', token: 't1' }]);
  },

  'what another tab does leaves a member to the server'() {
    const { chat, server, memory } = setUp(newMemory(), 'ada');
    chat.resume();
    server.open();
    server.welcome('ada', undefined, 'durable', 'member');
    memory.identity = null;
    chat.identityChanged();
    equal([chat.started, server.socket.closedWith], [true, null]);
  },

  'a message that is taken back is shown no more'() {
    const { chat, server } = inLobby();
    const before = chat.active.transcript.position.seq;
    server.send({ type: 'message', room: 'lobby', seq: before + 1, id: 'w', from: 'grace', text: 'wrong', at: '' });
    server.send({ type: 'deleted', room: 'lobby', seq: before + 2, target: before + 1, by: 'alan', at: '' });
    equal(chat.active.transcript.has('grace', 'w'), true);
    holds(chat.active.transcript.items.every((item) => item.message?.id !== 'w'), 'not shown');
    equal(chat.active.transcript.position.seq, before + 2);
  },

  'who is put out of a room sees why, and can join again'() {
    const { chat, server } = inLobby();
    server.send({ type: 'removed', room: 'lobby', why: 'closed', by: 'alan', reason: '' });
    equal([chat.active.standing, chat.active.problem], ['refused', 'room_closed']);
    server.received();
    chat.join('lobby');
    equal(types(server.received()), ['join']);
  },

  'an announcement for everybody stands in every room'() {
    const { chat, server } = inLobby();
    chat.join('garden');
    server.joined('garden', {});
    server.send({ type: 'notice', text: 'maintenance at noon' });
    holds([...chat.rooms.values()].every((room) => room.transcript.items.at(-1).kind === 'notice'), 'in each');
  },
};
