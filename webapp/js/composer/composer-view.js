/**
 * Where one writes. Enter sends, Shift+Enter begins a new line, and neither does anything while an input method is
 * composing a character.
 */

import { html, nothing, render as renderInto } from 'lit-html';
import { COMMANDS, understood } from '../chat/commands.js';
import { ORDER_COMMANDS } from '../chat/orders.js';
import { byId, write, writeProblem } from '../shell/dom.js';
import { offersView } from './offers-view.js';
import { parts } from './parts.js';
import { Recall } from './recall.js';
import text from '../text/text.js';
import { errorWords } from '../text/words.js';

/** What an input method in the middle of a character says its keys are. */
const COMPOSING_KEY_CODE = 229;

/** How many characters are left is told from this share of the limit on. */
const COUNTED_FROM = 0.9;

/**
 * @param {import('../chat/chat.js').Chat} chat
 * @param {object} told
 * @param {() => void} told.said told after something was said
 * @param {() => void} told.help told when somebody asks for help
 * @param {(act: import('../chat/orders.js').Act) => void} told.moderated told when an act of moderation is done
 */
export function composerView(chat, { said, help, moderated }) {
  const form = byId('composer');
  const box = byId('say');
  const offers = offersView(
    box,
    () => ({ people: chat.peopleToMention, commands: chat.moderates ? [...COMMANDS, ...ORDER_COMMANDS] : COMMANDS }),
    changedByUs,
  );
  const recall = new Recall(() => (chat.active ? chat.ownTexts(chat.active) : []));
  /** @type {string | null} the room whose draft is in the box */
  let room = null;
  /** Whether what is in the box was refused, and has not been changed since. */
  let refused = false;
  /** @type {string | null} the command given last, whose problem is told here */
  let given = null;

  /** @type {Record<string, (rest: string) => void>} */
  const commands = {
    join: (rest) => chat.join(rest),
    leave: (rest) => chat.leave(rest || (chat.active?.name ?? '')),
    topic: (rest) => chat.setTopic(rest),
    nick: (rest) => chat.rename(rest),
    help,
    ...forOrders((name) => (/** @type {string} */ rest) => chat.order(name, rest, moderated)),
  };
  /** @type {Record<string, () => import('../chat/chat.js').Problem | null>} */
  const problems = {
    join: () => chat.roomProblem,
    topic: () => chat.topicProblem,
    nick: () => chat.nameProblem,
    ...forOrders(() => () => chat.moderationProblem),
  };

  box.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
    if (event.isComposing || event.keyCode === COMPOSING_KEY_CODE || offers.takes(event)) {
      return;
    }
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      form.requestSubmit();
    } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      const recalled = event.key === 'ArrowUp' ? recall.back(box.value) : recall.forth(box.value);
      if (recalled !== null) {
        event.preventDefault();
        box.value = recalled;
        changedByUs();
      }
    }
  });
  box.addEventListener('input', () => {
    if (box.value.trim() !== '' && understood(box.value).kind === 'say') {
      chat.typing();
    }
    offers.look();
    changedByUs();
  });
  form.addEventListener('submit', (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    given = null;
    refused = refusalOf(box.value) !== '';
    if (!refused && submitted(box.value)) {
      empty();
    }
    box.focus();
    render();
  });

  /** @param {string} typed */
  function refusalOf(typed) {
    const meant = understood(typed);
    if (meant.kind === 'unknown') {
      return text.unknownCommand(meant.name);
    }
    return meant.kind === 'say' && chat.connectionState.phase === 'closed' ? text.closedUnsaid : '';
  }

  /**
   * Whether the text did what it was written for.
   *
   * @param {string} typed
   */
  function submitted(typed) {
    const meant = understood(typed);
    if (meant.kind === 'command') {
      given = meant.name;
      commands[meant.name](meant.rest);
    }
    return meant.kind === 'command' || (meant.kind === 'say' && chat.say(meant.text));
  }

  function sayInParts() {
    const meant = understood(box.value);
    parts(meant.kind === 'say' ? meant.text : '', chat.limits).forEach((part) => chat.say(part));
    empty();
    box.focus();
    render();
  }

  function empty() {
    box.value = '';
    recall.end();
    offers.close();
    keepDraft();
    said();
  }

  function changedByUs() {
    refused = false;
    given = null;
    keepDraft();
    render();
  }

  function keepDraft() {
    if (room !== null) {
      chat.drafts.keep(room, box.value);
    }
  }

  function render() {
    form.hidden = chat.active === null;
    const name = chat.active?.name ?? null;
    if (name !== room) {
      room = name;
      box.value = name === null ? '' : chat.drafts.of(name);
      recall.end();
      offers.close();
      refused = false;
    }
    const tooLong = chat.unsayable(box.value);
    writeProblem(byId('say-problem'), tooLong ? errorWords(text, tooLong) : problemWords(), box);
    write(byId('say-count'), countWords());
    renderInto(tooLong ? partsButton() : nothing, byId('say-more'));
  }

  function problemWords() {
    if (refused) {
      return refusalOf(box.value);
    }
    const problem = given === null ? null : problems[given]?.();
    return problem ? errorWords(text, problem.code, problem.about) : '';
  }

  function countWords() {
    const left = chat.limits.textLength - [...box.value].length;
    return left > chat.limits.textLength * (1 - COUNTED_FROM) ? '' : text.charactersLeft(left);
  }

  function partsButton() {
    const count = parts(box.value, chat.limits).length;
    return html`<button type="button" class="small" @click=${sayInParts}>${text.sayInParts(count)}</button>`;
  }

  return { render, focus: () => box.focus() };
}

/**
 * The same for each command of a moderator.
 *
 * @template T
 * @param {(name: string) => T} make
 * @returns {Record<string, T>}
 */
function forOrders(make) {
  return Object.fromEntries(ORDER_COMMANDS.map((name) => [name, make(name)]));
}
