import { NOBODY, apply, begin, list } from '/page/js/chat/presence.js';
import { equal } from './harness.js';

const person = (name) => ({ name, kind: 'guest' });
const names = (state) => list(state).map(({ name }) => name);

export const tests = {
  'joined begins with everybody who is there'() {
    const state = begin({ members: [person('grace'), person('ada')], memberCount: 2 });
    equal([names(state), state.count], [['ada', 'grace'], 2]);
  },

  'a diff adds who came and removes who went'() {
    const before = begin({ members: [person('ada'), person('grace')], memberCount: 2 });
    const after = apply(before, { joined: [person('alan')], left: ['grace'], count: 2 });
    equal([names(after), after.count], [['ada', 'alan'], 2]);
    equal(names(before), ['ada', 'grace']);
  },

  'who left and came back within one diff is there'() {
    const before = begin({ members: [person('ada')], memberCount: 1 });
    equal(names(apply(before, { joined: [person('ada')], left: ['ada'], count: 1 })), ['ada']);
  },

  'a room too large to be named has a count alone'() {
    const state = begin({ members: [], memberCount: 700 });
    equal([names(state), state.count], [[], 700]);
    equal(apply(state, { joined: [], left: [], count: 701 }).count, 701);
  },

  'a room that grows too large forgets the names, and learns them all when they are told again'() {
    const named = begin({ members: [person('ada')], memberCount: 1 });
    const counted = apply(named, { joined: [], left: [], count: 501 });
    equal([names(counted), counted.count], [[], 501]);
    const again = apply(counted, { joined: [person('alan'), person('grace')], left: [], count: 2 });
    equal([names(again), again.count], [['alan', 'grace'], 2]);
  },

  'nobody is nobody'() {
    equal([names(NOBODY), NOBODY.count], [[], 0]);
  },
};
