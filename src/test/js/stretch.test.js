import { stretch } from '/page/js/log/stretch.js';
import { equal } from './harness.js';

/** Chunks with these numbers as keys. */
const from = (first, last) => Array.from({ length: last - first + 1 }, (_, index) => ({ key: String(first + index) }));

/** The first and the last of a stretch. */
const ends = (chunks) => [chunks[0]?.key, chunks.at(-1)?.key];

export const tests = {
  'a log that opens shows its end'() {
    equal(ends(stretch(from(1, 400), [], 'end')), ['389', '400']);
    equal(ends(stretch(from(1, 3), [], 'end')), ['1', '3']);
    equal(stretch([], [], 'end'), []);
  },

  'who stays at the end sees what comes, and the oldest go when there are too many'() {
    equal(ends(stretch(from(10, 21), from(10, 20), 'end')), ['10', '21']);
    equal(ends(stretch(from(1, 21), from(10, 20), 'end')), ['9', '21']);
    equal(ends(stretch(from(1, 401), from(301, 400), 'end')), ['302', '401']);
  },

  'who comes to the end from far back sees the end alone'() {
    equal(ends(stretch(from(1, 400), from(1, 100), 'end')), ['389', '400']);
  },

  'it goes on by one above, and lets go below'() {
    equal(ends(stretch(from(1, 400), from(395, 400), 'above')), ['394', '400']);
    equal(ends(stretch(from(1, 400), from(301, 400), 'above')), ['300', '399']);
    equal(ends(stretch(from(1, 400), from(1, 100), 'above')), ['1', '100']);
  },

  'it goes on by one below, and lets go above'() {
    equal(ends(stretch(from(1, 400), from(1, 100), 'below')), ['2', '101']);
    equal(ends(stretch(from(1, 400), from(390, 400), 'below')), ['390', '400']);
  },

  'what is added at either end is not drawn where nobody reads'() {
    equal(ends(stretch(from(-50, 500), from(100, 130), null)), ['100', '130']);
  },

  'what is forgotten is not drawn'() {
    equal(ends(stretch(from(100, 200), from(90, 120), null)), ['100', '120']);
    equal(ends(stretch(from(100, 200), from(1, 40), null)), ['189', '200']);
  },
};
