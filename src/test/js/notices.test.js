import { Room } from '/page/js/chat/room.js';
import { unreadMention } from '/page/js/shell/notices.js';
import { message } from './fakes.js';
import { equal } from './harness.js';

function roomWith(...events) {
  const room = new Room('lobby');
  const seq = events.at(-1).seq;
  room.joined({ type: 'joined', epoch: 'e1', seq, recovered: false, more: false, events, members: [], memberCount: 0 });
  return room;
}

export const tests = {
  'the newest mention by somebody else is told'() {
    const room = roomWith(message(1, 'grace', 'one @ada'), message(2, 'grace', 'two @ada'), message(3, 'ada', 'I, @ada'));
    equal(unreadMention(room, 'ada').text, 'two @ada');
  },

  'what was read is not told'() {
    const room = roomWith(message(1, 'grace', 'one @ada'), message(2, 'grace', 'two'));
    room.unread.read({ epoch: 'e1', seq: 1 });
    equal(unreadMention(room, 'ada'), null);
  },
};
