import { firstUnread } from '/page/js/log/first-unread.js';
import { equal } from './harness.js';

const said = (seq, from = 'grace', run = 1) => ({ kind: 'message', key: `${run}/${seq}`, message: { seq, from } });
const gap = (run, more, anew = false) => ({ kind: 'gap', key: `gap/${run}`, run, more, anew });
const notice = { kind: 'notice', key: 'notice/1', text: '', at: '' };

const first = (items, seq, room = {}) => firstUnread(items, { epoch: 'e1', seq }, { epoch: 'e1', more: false, me: 'ada', ...room });

export const tests = {
  'it is the first of somebody else behind the mark'() {
    equal(first([said(1), said(2), said(3, 'ada'), notice, said(4), said(5)], 2), { key: '1/4', earlier: null });
  },

  'what all is read has none'() {
    equal(first([said(1), said(2)], 2), { key: null, earlier: null });
    equal(first([], 0), { key: null, earlier: null });
  },

  'what is not here yet is to be loaded'() {
    equal(first([said(7), said(8)], 2, { more: true }), { key: '1/7', earlier: {} });
    equal(first([said(3), said(4)], 2, { more: true }), { key: '1/3', earlier: null });
  },

  'what the server has no more is not waited for'() {
    equal(first([said(7), said(8)], 2), { key: '1/7', earlier: null });
  },

  'what lies in a gap is loaded there'() {
    equal(first([said(1), said(2), gap(2, true), said(9, 'grace', 2)], 2), { key: '2/9', earlier: { run: 2 } });
    equal(first([said(1), said(2), gap(2, false), said(9, 'grace', 2)], 2), { key: '2/9', earlier: null });
    equal(first([said(1), said(2), said(3), gap(2, true), said(9, 'grace', 2)], 2), { key: '1/3', earlier: null });
  },

  'of a log that began anew all is new, and of the one before nothing'() {
    equal(first([said(8), gap(2, true, true), said(1, 'grace', 2), said(2, 'grace', 2)], 5, { epoch: 'e2' }), { key: '2/1', earlier: null });
    equal(first([said(8), gap(2, true, true), said(6, 'grace', 2)], 5, { epoch: 'e2' }), { key: '2/6', earlier: { run: 2 } });
  },
};
