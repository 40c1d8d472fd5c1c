import english from '/page/js/admin/text.en.js';
import malay from '/page/js/admin/text.ms.js';
import simplified from '/page/js/admin/text.zh-Hans.js';
import traditional from '/page/js/admin/text.zh-Hant.js';
import { LENGTH, points, withNext } from '/page/js/admin/series.js';
import { equal, holds } from './harness.js';

const ANYTHING = '7';

/** Each leaf under its path. */
function leaves(bundle, path = '') {
  return Object.entries(bundle).flatMap(([key, value]) =>
    typeof value === 'object' ? leaves(value, `${path}${key}.`) : [[`${path}${key}`, value]],
  );
}

function spoken(value) {
  return typeof value === 'string' ? value : value(...Array(value.length).fill(ANYTHING));
}

const shape = (bundle) =>
  leaves(bundle).map(([path, value]) => `${path}: ${typeof value === 'string' ? 'text' : value.length}`);

const BOX = { width: 59, height: 11 };

export const tests = {
  'a series keeps the newest values and no more'() {
    let values = [];
    for (let i = 0; i < LENGTH + 5; i++) {
      values = withNext(values, i);
    }
    equal(values.length, LENGTH);
    equal(values[0], 5);
    equal(values.at(-1), LENGTH + 4);
  },

  'the line of a chart ends at the right edge, with 0 at the bottom and the largest below the top'() {
    equal(points([0, 10, 5], BOX), '57,11 58,1 59,6');
    equal(points([0, 0], BOX), '58,11 59,11');
    equal(points([], BOX), '');
  },

  ...Object.fromEntries(
    [malay, simplified, traditional].map((bundle) => [
      `${bundle.lang}: each text of the admin page is there, takes what the English one takes and is a translation`,
      () => {
        holds(shape(english).length > 60, 'the bundle was read');
        equal(shape(bundle), shape(english));
        const own = Object.fromEntries(leaves(bundle));
        equal(leaves(bundle).filter(([, value]) => spoken(value).trim() === ''), []);
        equal(leaves(english).filter(([path, value]) => spoken(own[path]) === spoken(value)).map(([path]) => path), []);
      },
    ]),
  ),
};
