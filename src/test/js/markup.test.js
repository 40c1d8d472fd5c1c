import { markup } from '/page/js/log/markup.js';
import { equal, examples, holds } from './harness.js';

const TAGS = ['A', 'BLOCKQUOTE', 'CODE', 'DEL', 'EM', 'LI', 'OL', 'P', 'PRE', 'STRONG', 'UL'];

/** A text as markup. */
function looks(text) {
  return placed(text).innerHTML;
}

/** A text as a person reads it, with all its spaces. */
function reads(text) {
  return placed(text).textContent;
}

function placed(text) {
  const place = document.createElement('div');
  place.append(document.importNode(markup(text), true));
  return place;
}

/** What somebody may try who wants to run something in other people's browsers, or to have it look like something else. */
const TRICKS = [
  '<script>alert(1)</script>',
  '<SCRIPT SRC=//evil.test/x.js></SCRIPT>',
  '<img src=x onerror=alert(1)>',
  '<img src="x" onerror="alert(1)"//',
  '"><img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<svg><a xlink:href="javascript:alert(1)"><text y=1em>press',
  '<svg><animate onbegin=alert(1) attributeName=x dur=1s>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<style>@import "//evil.test"</style>',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '<a href="javascript:alert(1)">press</a>',
  '<div style="position:fixed;inset:0">over it all</div>',
  '<template><img src=x onerror=alert(1)></template>',
  '<!--><img src=x onerror=alert(1)>-->',
  '<![CDATA[<img src=x onerror=alert(1)>]]>',
  '<?xml version="1.0"?><x/>',
  '[press](javascript:alert(1))',
  '[press](JaVaScRiPt:alert(1))',
  '[press](java\tscript:alert(1))',
  '[press](java\nscript:alert(1))',
  '[press](\u0001javascript:alert(1))',
  '[press](  javascript:alert(1))',
  '[press](javascript&colon;alert(1))',
  '[press](&#106;avascript:alert(1))',
  '[press](javascript\\:alert(1))',
  '[press](<javascript:alert(1)>)',
  '[press](%6Aavascript:alert(1))',
  '[press](vbscript:msgbox(1))',
  '[press](data:text/html,<script>alert(1)</script>)',
  '[press](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
  '[press](file:///etc/passwd)',
  '[press](blob:https://x.test/1)',
  '[press](view-source:https://x.test)',
  '[press](//evil.test)',
  '[press](/parley/)',
  '[press](#x)',
  '<javascript:alert(1)>',
  '<data:text/html,x>',
  '![x](javascript:alert(1))',
  '![x" onerror="alert(1)](https://x.test/i.png)',
  '![x](https://x.test/i.png" onerror="alert(1))',
  '[x](https://x.test/" onmouseover="alert(1))',
  '[x](https://x.test/ "t\\" onmouseover=\\"alert(1)")',
  "[x](https://x.test/'onmouseover='alert(1))",
  '[x](<https://x.test/" onmouseover="alert(1)">)',
  'https://x.test/"onmouseover="alert(1)',
  'https://x.test/<script>alert(1)</script>',
  'a@b.test"onmouseover="alert(1)',
  '[x]: javascript:alert(1)\n[x]',
  '[x][y]\n\n[y]: javascript:alert(1)',
  '`<img src=x onerror=alert(1)>`',
  '``` "><img src=x onerror=alert(1)>\nx\n```',
  '```\n</code></pre><img src=x onerror=alert(1)>\n```',
  '**<img src=x onerror=alert(1)>**',
  '> <img src=x onerror=alert(1)>\n- <svg onload=alert(1)>',
  '[<img src=x onerror=alert(1)>](https://x.test)',
  '[a [b](javascript:alert(1))](https://x.test)',
  '1. <li value="9" onclick=alert(1)>',
  '<a id=say name=say>',
  '<input id=say autofocus onfocus=alert(1)>',
  '<p\u000B onclick=alert(1)>',
  '\u202Egnp.exe',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;img src=x onerror=alert(1)&#62;',
];

const LONG = 4000;

/** What costs parsers time that were not made for it. */
const STUBBORN = [
  '*', '_', '`', '[', '(', '<', '~', '>', '\\', '!', '![', '[](', '*a', 'a*', '*a ', '_a_', '**a ', '`a', '``a`', '[a](', '[a](b',
  '[a](http://x', '<a', '<!--', '> ', '>\n', '> > ', '- ', '- a\n', '  - a\n', '1. a\n', '```\n', '~~~\n', '~~a', 'a@', 'a@b.',
  'www.', 'http://a.', 'https://a.b/(', '&', '\n', ' \n', '\\*', '*_', '**_', '*a_b', 'a**b', '***a', '*a **b ', '_a __b ',
  '~~a ~~', '[[a]]', '[a][b]', '![a](b)', '|a|b|\n|-|-|\n', 'a`b``c```', '`[', '[`', '[a](<', '[a]("', 'http://a_*', '\u{1F600}',
];

export const tests = {
  ...(await examples('/page/js/log/markup.js')),

  'whatever somebody tries, nothing but harmless elements come of it'() {
    for (const trick of TRICKS) {
      const place = placed(trick);
      for (const node of place.querySelectorAll('*')) {
        holds(TAGS.includes(node.tagName), `${trick} makes no ${node.tagName}`);
        const attributes = [...node.attributes].map(({ name }) => name);
        holds(attributes.every((name) => ['href', 'title', 'value'].includes(name)), `${trick} makes no ${attributes}`);
      }
      place.querySelectorAll('a').forEach((link) => {
        holds(['http:', 'https:', 'mailto:'].includes(link.protocol), `${trick} leads not to ${link.href}`);
      });
    }
  },

  'tags and entities are the text they are'() {
    const texts = TRICKS.filter((trick) => /^[<&"]/.test(trick) && !trick.includes('://') && !trick.includes('_'));
    holds(texts.length > 20, 'there are enough');
    texts.forEach((text) => equal(reads(text), text));
  },

  'a link that leads nowhere it may stays as typed'() {
    const texts = TRICKS.filter((trick) => /^\[press\]\([^&<\\]*$/.test(trick));
    holds(texts.length > 10, 'there are enough');
    equal(texts.map(reads), texts);
    equal(texts.map((text) => placed(text).querySelector('a')), texts.map(() => null));
  },

  'what costs others seconds is read at once'() {
    for (const piece of STUBBORN) {
      const text = piece.repeat(Math.ceil(LONG / piece.length)).slice(0, LONG);
      // On a busy machine most tries are slow, through no fault of the page's
      let least = Infinity;
      for (let tries = 0; tries < 20 && least >= 60; tries++) {
        const begun = performance.now();
        markup(text);
        least = Math.min(least, performance.now() - begun);
      }
      holds(least < 60, `${JSON.stringify(piece)} repeated takes ${least} ms`);
    }
  },

  'the longest text a server may allow is read in time, too'() {
    for (const piece of ['*a ', 'a**b', '_', '[](', '>\n', '- a\n', '**_']) {
      const text = piece.repeat(16000 / piece.length);
      const begun = performance.now();
      markup(text);
      holds(performance.now() - begun < 2000, `${JSON.stringify(piece)} repeated takes ${performance.now() - begun} ms`);
    }
  },

  'quotes and lists in each other without end are cut off'() {
    holds(placed(`${'> '.repeat(2000)}x`).querySelectorAll('blockquote').length < 20, 'quotes');
    holds(placed(Array.from({ length: 100 }, (_, i) => `${' '.repeat(2 * i)}- x`).join('\n')).querySelectorAll('ul').length < 20, 'lists');
  },

  'bold, italic, struck through and code'() {
    equal(
      looks('**a** *b* _c_ ~~d~~ `e *f*` **a *b* c**'),
      '<p><strong>a</strong> <em>b</em> <em>c</em> <del>d</del> <code>e *f*</code> <strong>a <em>b</em> c</strong></p>',
    );
    equal(looks('这是**重点**内容'), '<p>这是<strong>重点</strong>内容</p>');
  },

  'what only looks like markup stays'() {
    const texts = [
      '2*3*4 = 24, 2 * 3 * 4 too', '__init__.py', 'snake_case_word', '~5 to ~10', '# not a heading', 'Title\n=====', 'a\n---\nb', '***',
      '- - -', '-', '1.', '1) a\n2) b', '1986. was a good year', '>_<', '>:(', '|a|b|\n|-|-|\n|1|2|', '[todo]: buy milk', '[x] done',
      'a [b] c', 'C:\\temp\\new', '\\\\server\\share', '¯\\_(ツ)_/¯', '    four spaces', '  two\n      six', 'a  b   c', '```', '> ',
      'a\\\nb', 'a  \nb', '<b>', '&amp; &lt; &#60;', 'me@', 'http://', 'ftp://x.test/y', 'x < y > z', '5 > 3', '"quoted" \'so\'',
      '*not\n\nhere*', '** not **', 'a * b', '\ttab', 'dotted.name', '<- there', '!important', '!!!',
    ];
    texts.forEach((text) => equal([reads(text), placed(text).querySelectorAll('*').length], [text.trimEnd(), 1]));
  },

  'a backslash keeps a sign from being markup'() {
    equal(reads('\\*not bold\\* \\`nor code\\` \\[nor](https://x.test)'), '*not bold* `nor code` [nor](https://x.test)');
  },

  'line breaks and blank lines are kept'() {
    equal(looks('a\nb *c*\n\n\nd'), '<p>a\nb <em>c</em>\n\n\nd</p>');
  },

  'links lead where they say, and say where they lead'() {
    equal(looks('https://x.test/a_b_c?d=1&e=2.'), '<p><a href="https://x.test/a_b_c?d=1&amp;e=2">https://x.test/a_b_c?d=1&amp;e=2</a>.</p>');
    equal(looks('(www.x.test)'), '<p>(<a href="http://www.x.test">www.x.test</a>)</p>');
    equal(looks('me@x.test'), '<p><a href="mailto:me@x.test">me@x.test</a></p>');
    equal(looks('<https://x.test>'), '<p><a href="https://x.test">https://x.test</a></p>');
    equal(looks('[**here**](https://x.test)'), '<p><a href="https://x.test" title="https://x.test"><strong>here</strong></a></p>');
    equal(looks('[ ](https://x.test)'), '<p><a href="https://x.test" title="https://x.test">https://x.test</a></p>');
  },

  'a picture is a link to it'() {
    equal(looks('![cat](https://x.test/cat.png)'), '<p><a href="https://x.test/cat.png" title="https://x.test/cat.png">cat</a></p>');
  },

  'fenced code is kept to the letter'() {
    equal(looks('so:\n```js\nif (a < b) {\n  *c*;\n}\n```\nthere'), '<p>so:</p>\n<pre><code>if (a &lt; b) {\n  *c*;\n}</code></pre>\n<p>there</p>');
    equal(looks('```\nnever ended'), '<pre><code>never ended</code></pre>');
    equal(looks('~~~\n```\n~~~'), '<pre><code>```</code></pre>');
  },

  'an answer below a quote is no part of it'() {
    equal(looks('> a\n> b\nno'), '<blockquote><p>a\nb</p></blockquote>\n<p>no</p>');
    equal(looks('> a\n>> b'), '<blockquote><p>a</p>\n<blockquote><p>b</p></blockquote></blockquote>');
  },

  'lists keep their numbers, and end where they end'() {
    equal(looks('So:\n- a\n- b\nthanks'), '<p>So:</p>\n<ul><li><p>a</p></li>\n<li><p>b</p></li></ul>\n<p>thanks</p>');
    equal(looks('1. a\n\n3. b'), '<ol><li value="1"><p>a</p></li>\n<li value="3"><p>b</p></li></ol>');
    equal(looks('- a\n  - b\n  c'), '<ul><li><p>a</p>\n<ul><li><p>b</p></li></ul>\n<p>c</p></li></ul>');
    equal(looks('born in\n1986. So'), '<p>born in\n1986. So</p>');
  },
};
