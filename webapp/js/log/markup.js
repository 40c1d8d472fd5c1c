/**
 * What a message looks like: the little Markdown people use in a chat. What is no markup stays as it was typed: tags and
 * entities, headings, tables, numbers, spaces, line breaks. Blocks are told apart by their lines, here, for Markdown's own
 * rules join lines that people mean to stand apart; what stands within a line is read by the library.
 */

import 'dompurify';
import { Lexer, Marked, Tokenizer } from 'marked';

/** @typedef {import('marked').Token} Token */

/** As a module it is four times as large; as a script it stands among what is global. */
const { DOMPurify } = globalThis;

/** Where a link may lead. */
const SCHEMES = new Set(['http:', 'https:', 'mailto:']);

/** Where none of these is, there is no markup either: most messages need no parser. */
const SIGNS = /[*_~`[\\<]|\S@|:\/\/|www\.|^[ \t]*(?:>|[+-][ \t]|\d+\.[ \t])/im;

/** Quotes and lists within each other are read to this depth; what is deeper stays as typed. */
const DEEPEST = 6;

/** So many characters are looked through for where something ends, then the rest stays as typed. */
const PATIENCE = 60_000;

/** A paragraph of more characters is no conversation, and stays as typed. */
const LONGEST = 6000;

const FENCE = /^ {0,3}(`{3,}|~{3,})[^`]*$/;
const QUOTE = /^ {0,3}>(?= |>|$)/;
const FIRST_QUOTE = /^ {0,3}>(?=[ >])[ >]*[^ >]/;
const ITEM = /^( *)([*+-]|\d{1,9}\.)[ \t]+(?=\S)/;
const RULE = /^ *([*_-])(?: *\1){2,} *$/;

/** What a backslash keeps from being markup; before anything else it stands for itself, as in C:\temp. */
const ESCAPED = /^\\([*_~`[\]>])/;
const SHRUG = /^\\_\(ツ\)_\/¯/;

DOMPurify.setConfig({
  ALLOWED_TAGS: ['a', 'blockquote', 'code', 'del', 'em', 'li', 'ol', 'p', 'pre', 'strong', 'ul'],
  ALLOWED_ATTR: ['href', 'title', 'value'],
  ALLOW_ARIA_ATTR: false,
  ALLOW_DATA_ATTR: false,
  ALLOWED_URI_REGEXP: /^(?:https?|mailto):/i,
  RETURN_DOM_FRAGMENT: true,
});

/** How much is left of it for the text that is read. */
let patience = 0;

const { defaults: INLINE } = new Marked({
  gfm: true,
  breaks: true,
  tokenizer: {
    tag: () => undefined,
    reflink: () => undefined,
    escape: (source) => escaped(source),
    link(source) {
      return /^!?\[/.test(source) ? patiently(source, () => Tokenizer.prototype.link.call(this, source)) : undefined;
    },
    // 2*3*4 and __init__ are no markup
    emStrong(source, masked, before = '') {
      const [run] = source.match(/^(?:\*+|_+)/) ?? [''];
      const opens = /\S/.test(source.charAt(run.length)) && !/[0-9A-Za-z]/.test(before) && !run.startsWith('__');
      if (run !== '' && !opens) {
        return verbatim(run);
      }
      return run === '' ? undefined : patiently(source, () => Tokenizer.prototype.emStrong.call(this, source, masked, before));
    },
    // Nor is ~5
    del(source, masked, before = '') {
      return source.startsWith('~~')
        ? patiently(source, () => Tokenizer.prototype.del.call(this, source, masked, before))
        : undefined;
    },
  },
});

/**
 * What is read, where there is patience for it.
 *
 * @param {string} source
 * @param {() => Token | undefined | false} read
 * @returns {Token | undefined}
 */
function patiently(source, read) {
  const token = (patience > 0 && read()) || undefined;
  patience -= token ? token.raw.length : source.length;
  return token;
}

/**
 * @param {string} text
 * @returns {Token}
 */
function verbatim(text) {
  return { type: 'text', raw: text, text };
}

/**
 * A text as a piece of document.
 *
 * @example
 * const looks = (text) => { const p = document.createElement('p'); p.append(markup(text)); return p.innerHTML; };
 * looks('**So** it is') // => "<p><strong>So</strong> it is</p>"
 * looks('1 < 2 &amp; <b>') // => "<p>1 &lt; 2 &amp;amp; &lt;b&gt;</p>"
 * looks('# no heading\n  and so on') // => "<p># no heading\n  and so on</p>"
 * looks('> asked\nanswered') // => "<blockquote><p>asked</p></blockquote>\n<p>answered</p>"
 * looks('[here](javascript:alert(1))') // => "<p>[here](javascript:alert(1))</p>"
 *
 * @param {string} text
 * @returns {DocumentFragment} of a document that shows nothing and loads nothing; to be imported
 */
export function markup(text) {
  if (SIGNS.test(text)) {
    patience = PATIENCE;
    return DOMPurify.sanitize(blocks(text.split('\n'), 0).join('\n'));
  }
  const plain = document.createElement('p');
  plain.textContent = text;
  const fragment = document.createDocumentFragment();
  fragment.append(plain);
  return fragment;
}

/**
 * @param {string[]} lines
 * @param {number} depth
 * @returns {string[]} the markup of each block
 */
function blocks(lines, depth) {
  const found = [];
  let at = 0;
  while (at < lines.length) {
    const [markup, end] =
      fenced(lines, at) ?? quoted(lines, at, depth) ?? listed(lines, at, depth) ?? paragraph(lines, at, depth);
    found.push(markup);
    at = end;
  }
  return found.filter((markup) => markup !== '');
}

/**
 * @param {string[]} lines
 * @param {number} at
 * @returns {[markup: string, end: number] | null} null where no fence begins, or nothing stands in it
 */
function fenced(lines, at) {
  const fence = lines[at].match(FENCE)?.[1];
  if (fence === undefined) {
    return null;
  }
  const closes = new RegExp(`^ {0,3}${fence[0]}{${fence.length},} *$`);
  let end = at + 1;
  while (end < lines.length && !closes.test(lines[end])) {
    end++;
  }
  const code = lines.slice(at + 1, end).join('\n');
  return code.trim() === '' ? null : [`<pre><code>${escape(code)}</code></pre>`, end + 1];
}

/**
 * An answer right below a quote is no part of it.
 *
 * @param {string[]} lines
 * @param {number} at
 * @param {number} depth
 * @returns {[markup: string, end: number] | null}
 */
function quoted(lines, at, depth) {
  if (depth === DEEPEST || !FIRST_QUOTE.test(lines[at])) {
    return null;
  }
  let end = at + 1;
  while (end < lines.length && QUOTE.test(lines[end])) {
    end++;
  }
  const within = lines.slice(at, end).map((line) => line.replace(/^ {0,3}> ?/, ''));
  return [`<blockquote>${blocks(within, depth + 1).join('\n')}</blockquote>`, end];
}

/**
 * What follows a list is no part of its last item, unless it stands further in. Numbers are kept as typed.
 *
 * @param {string[]} lines
 * @param {number} at
 * @param {number} depth
 * @returns {[markup: string, end: number] | null}
 */
function listed(lines, at, depth) {
  const first = itemOf(lines[at]);
  if (depth === DEEPEST || !beginsList(first)) {
    return null;
  }
  /** @type {(Item & { lines: string[] })[]} */
  const items = [];
  let end = at;
  while (end < lines.length) {
    const next = isBlank(lines[end]) ? lines.findIndex((line, index) => index > end && !isBlank(line)) : end;
    const line = lines[next] ?? '';
    const item = itemOf(line);
    if (item !== null && item.indent <= first.indent + 1 && item.ordered === first.ordered) {
      items.push({ ...item, lines: [line.slice(item.width)] });
    } else if (indentOf(line) > first.indent + 1) {
      const { width, lines: within } = items[items.length - 1];
      within.push(...lines.slice(end, next), line.slice(Math.min(width, indentOf(line))));
    } else {
      break;
    }
    end = next + 1;
  }
  const tag = first.ordered ? 'ol' : 'ul';
  return [`<${tag}>${items.map((item) => listItem(item, depth + 1)).join('\n')}</${tag}>`, end];
}

/** @typedef {{ indent: number, width: number, ordered: boolean, number: number }} Item */

/**
 * @param {string} line
 * @returns {Item | null}
 */
function itemOf(line) {
  const [marker, spaces, sign] = line.match(ITEM) ?? [];
  if (marker === undefined || RULE.test(line)) {
    return null;
  }
  return { indent: spaces.length, width: marker.length, ordered: sign.endsWith('.'), number: Number.parseInt(sign, 10) };
}

/**
 * A list of numbers begins with the first: 1986. was a good year.
 *
 * @param {Item | null} item
 * @returns {item is Item}
 */
function beginsList(item) {
  return item !== null && item.indent <= 3 && !(item.number > 1);
}

/** @param {string} line */
function indentOf(line) {
  return line.search(/\S/);
}

/** @param {string} line */
function isBlank(line) {
  return line.trim() === '';
}

/**
 * @param {{ ordered: boolean, number: number, lines: string[] }} item
 * @param {number} depth
 */
function listItem({ ordered, number, lines }, depth) {
  const within = blocks(lines, depth).join('\n');
  return ordered ? `<li value="${number}">${within}</li>` : `<li>${within}</li>`;
}

/**
 * Everything else, with the blank lines in it, up to where something begins.
 *
 * @param {string[]} lines
 * @param {number} at
 * @param {number} depth
 * @returns {[markup: string, end: number]}
 */
function paragraph(lines, at, depth) {
  let end = at + 1;
  while (end < lines.length && !begins(lines, end, depth)) {
    end++;
  }
  const typed = lines.slice(at, end).join('\n').replace(/^(?:[ \t]*\n)+|\s+$/g, '');
  const parts = typed.split(/(\n(?:[ \t]*\n)+)/);
  const isRead = (/** @type {string} */ part, /** @type {number} */ index) => index % 2 === 0 && part.length <= LONGEST;
  const read = parts.map((part, index) => (isRead(part, index) ? inline(Lexer.lexInline(part, INLINE)) : escape(part)));
  return [typed === '' ? '' : `<p>${read.join('')}</p>`, end];
}

/**
 * @param {string[]} lines
 * @param {number} at
 * @param {number} depth
 */
function begins(lines, at, depth) {
  const deeper = depth < DEEPEST && (FIRST_QUOTE.test(lines[at]) || beginsList(itemOf(lines[at])));
  return deeper || (FENCE.test(lines[at]) && fenced(lines, at) !== null);
}

/**
 * @param {string} source
 * @returns {Token | undefined}
 */
function escaped(source) {
  const [shrug] = source.match(SHRUG) ?? [];
  if (shrug !== undefined) {
    return verbatim(shrug);
  }
  const [raw, text] = source.match(ESCAPED) ?? [];
  return raw === undefined ? undefined : { type: 'escape', raw, text };
}

const TAGS = /** @type {Record<string, string>} */ ({ strong: 'strong', em: 'em', del: 'del' });

/**
 * @param {Token[]} tokens
 * @returns {string}
 */
function inline(tokens) {
  return tokens.map(inlineOne).join('');
}

/** @param {Token} token */
function inlineOne(token) {
  switch (token.type) {
    case 'strong':
    case 'em':
    case 'del':
      return `<${TAGS[token.type]}>${inline(token.tokens ?? [])}</${TAGS[token.type]}>`;
    case 'codespan':
      return `<code>${escape(token.text)}</code>`;
    case 'link':
    case 'image':
      return link(token);
    case 'br':
      return escape(token.raw);
    default:
      return escape(token.text);
  }
}

/**
 * A link that leads nowhere it may stays as typed. One that is named otherwise tells where it leads.
 *
 * @param {Token} token
 */
function link({ href = '', text, raw, tokens = [] }) {
  if (!leadsWhereItMay(href)) {
    return escape(raw);
  }
  const named = text !== href && `mailto:${text}` !== href && `http://${text}` !== href;
  const title = named ? ` title="${escape(href)}"` : '';
  return `<a href="${escape(href)}"${title}>${text.trim() === '' ? escape(href) : inline(tokens)}</a>`;
}

/** @param {string} href */
function leadsWhereItMay(href) {
  try {
    return SCHEMES.has(new URL(href).protocol);
  } catch {
    return false;
  }
}

const ENTITIES = /** @type {Record<string, string>} */ ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' });

/** @param {string} text */
function escape(text) {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]);
}
