import { Outbox } from '/page/js/chat/outbox.js';
import { equal } from './harness.js';

const said = (id, room = 'lobby') => ({ id, room, text: `text ${id}`, at: '2026-03-01T08:00:00.000Z' });
const everywhere = () => true;
const states = (outbox) => outbox.of('lobby').map(({ id, state }) => `${id} ${state}`);

function outboxOf(...ids) {
  const outbox = new Outbox();
  ids.forEach((id) => outbox.add(said(id)));
  return outbox;
}

export const tests = {
  'one is on its way at a time, in the order they were said'() {
    const outbox = outboxOf('a', 'b');
    equal(outbox.next(everywhere).id, 'a');
    equal(outbox.next(everywhere), undefined);
    outbox.acknowledge('a', { seq: 1, at: '' });
    equal(outbox.next(everywhere).id, 'b');
  },

  'a room that is not open holds nobody else up'() {
    const outbox = outboxOf('a');
    outbox.add(said('b', 'garden'));
    equal(outbox.next((room) => room === 'garden').id, 'b');
  },

  'what was on its way when the connection went is said again first'() {
    const outbox = outboxOf('a', 'b');
    outbox.next(everywhere);
    outbox.lost();
    equal(outbox.next(everywhere).id, 'a');
  },

  'what is refused for good stays until it is given up or said again'() {
    const outbox = outboxOf('a', 'b');
    outbox.next(everywhere);
    outbox.refuse('a', 'muted');
    equal(states(outbox), ['a failed', 'b waiting']);
    equal(outbox.next(everywhere).id, 'b');
    outbox.again('a', 'a2');
    equal(states(outbox), ['a2 waiting', 'b sent']);
    outbox.remove('a2');
    equal(states(outbox), ['b sent']);
  },

  'what is not acknowledged outlives the page'() {
    let kept;
    const outbox = new Outbox([], (entries) => (kept = JSON.parse(JSON.stringify(entries))));
    ['a', 'b', 'c'].forEach((id) => outbox.add(said(id)));
    outbox.next(everywhere);
    outbox.acknowledge('a', { seq: 1, at: '' });
    outbox.next(everywhere);
    outbox.refuse('b', 'muted');
    equal(states(new Outbox(kept)), ['b failed', 'c waiting']);
  },
};
