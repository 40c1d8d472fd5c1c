import { Recall } from '/page/js/composer/recall.js';
import { equal } from './harness.js';

export const tests = {
  'arrows go back to the first and forth to an empty box'() {
    const recall = new Recall(() => ['one', 'two']);
    equal(recall.back(''), 'two');
    equal(recall.back('two'), 'one');
    equal(recall.back('one'), null);
    equal(recall.forth('one'), 'two');
    equal(recall.forth('two'), '');
    equal(recall.forth(''), null);
  },

  'what one has begun is not written over'() {
    const recall = new Recall(() => ['one', 'two']);
    equal(recall.back('begun'), null);
    equal(recall.back(''), 'two');
    equal(recall.back('two, changed'), null);
    equal(recall.forth('two, changed'), null);
  },

  'who has said nothing recalls nothing'() {
    equal(new Recall(() => []).back(''), null);
  },
};
