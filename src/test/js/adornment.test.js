import { adorn, namesEmoji } from '/page/js/log/adornment.js';
import { markup } from '/page/js/log/markup.js';
import text from '/page/js/text/text.en.js';
import { equal, examples, holds } from './harness.js';

const look = { names: new Set(['ada', 'Grace H.']), me: 'ada', emoji: { tada: '🎉' }, text };

function adorned(typed) {
  const place = document.createElement('div');
  const fragment = document.importNode(markup(typed), true);
  place.mentioned = adorn(fragment, look);
  place.append(fragment);
  return place;
}

export const tests = {
  ...(await examples('/page/js/log/adornment.js')),
  ...(await examples('/page/js/log/bodies.js')),
  ...(await examples('/page/js/shell/avatar.js')),

  'names are marked, one’s own more than others'() {
    const place = adorned('@Grace H. and @ada, not @alan');
    equal(place.innerHTML, '<p><span class="mention">@Grace H.</span> and <span class="mention own">@ada</span>, not @alan</p>');
    equal([place.mentioned, adorned('@Grace H.').mentioned, adorned('ada').mentioned], [true, false, false]);
  },

  'emoji stand where their names stood'() {
    equal(adorned('**:tada:** done :nosuch:').innerHTML, '<p><strong>🎉</strong> done :nosuch:</p>');
  },

  'code and links are left alone'() {
    const place = adorned('`@ada :tada:` https://x.test/:tada:/@ada');
    equal(place.textContent, '@ada :tada: https://x.test/:tada:/@ada');
    equal([place.mentioned, place.querySelectorAll('.mention').length], [false, 0]);
  },

  'a name with markup in it goes in as text'() {
    const fragment = document.importNode(markup('@<img src=x>'), true);
    adorn(fragment, { ...look, names: new Set(['<img src=x>']) });
    equal(fragment.querySelectorAll('img').length, 0);
  },

  'links open beside the page, and tell nothing of it'() {
    const link = adorned('https://x.test').querySelector('a');
    equal([link.target, link.rel, link.tabIndex], ['_blank', 'noopener noreferrer nofollow', -1]);
  },

  'code can be copied, and reads as before'() {
    const place = adorned('```\na\n```');
    equal(place.textContent.trim(), 'a');
    equal(place.querySelector('button').getAttribute('aria-label'), text.copy);
  },

  'most texts name no emoji'() {
    holds(!namesEmoji('at 10:45, see https://x.test:8080/') && namesEmoji(':+1:'), 'colons');
  },
};
