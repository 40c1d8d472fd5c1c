/**
 * What may be meant by what is being written, to choose from: people, emoji, commands.
 */

import { html, nothing, render as renderInto } from 'lit-html';
import { begun, completed, offers as offersOf } from './completion.js';
import { byId, write } from '../shell/dom.js';
import { emojiNames, fetchEmoji } from '../log/emoji.js';
import text from '../text/text.js';

/**
 * @param {HTMLTextAreaElement} box
 * @param {() => { people: string[], commands: readonly string[] }} known what can be completed
 * @param {() => void} completedIt told when what was chosen stands in the box
 */
export function offersView(box, known, completedIt) {
  const place = byId('offers');
  /** @type {import('./completion.js').Begun | null} */
  let beginning = null;
  /** @type {import('./completion.js').Offer[]} */
  let offered = [];
  let chosen = 0;

  box.addEventListener('blur', close);

  /** @type {Record<string, () => void>} */
  const keys = {
    ArrowDown: () => choose((chosen + 1) % offered.length),
    ArrowUp: () => choose((chosen + offered.length - 1) % offered.length),
    Enter: () => take(offered[chosen]),
    Tab: () => take(offered[chosen]),
    Escape: close,
  };

  /**
   * Whether a key was meant for what is offered.
   *
   * @param {KeyboardEvent} event
   */
  function takes(event) {
    if (offered.length === 0 || event.shiftKey || !Object.hasOwn(keys, event.key)) {
      return false;
    }
    event.preventDefault();
    event.stopPropagation();
    keys[event.key]();
    return true;
  }

  /** Looks at what stands before the caret. */
  function look() {
    beginning = box.selectionStart === box.selectionEnd ? begun(box.value, box.selectionStart) : null;
    if (beginning?.kind === 'emoji' && Object.keys(emojiNames()).length === 0) {
      fetchEmoji().then(offer);
    }
    offer();
  }

  function offer() {
    offered = beginning ? offersOf(beginning, { ...known(), emoji: emojiNames() }) : [];
    // A command that is all written needs no offer, so that Enter sends it
    if (offered.length === 1 && offered[0].insert.trim() === box.value) {
      offered = [];
    }
    choose(0);
    write(byId('offers-told'), offered.length === 0 ? '' : text.offers(offered.length));
  }

  /** @param {number} index */
  function choose(index) {
    chosen = index;
    render();
  }

  /** @param {import('./completion.js').Offer} offer */
  function take({ insert }) {
    if (beginning === null) {
      return;
    }
    const { text: whole, caret } = completed(box.value, beginning, insert);
    box.value = whole;
    box.setSelectionRange(caret, caret);
    close();
    completedIt();
  }

  function close() {
    beginning = null;
    offered = [];
    write(byId('offers-told'), '');
    render();
  }

  function render() {
    place.hidden = offered.length === 0;
    if (offered.length === 0) {
      box.removeAttribute('aria-activedescendant');
    } else {
      box.setAttribute('aria-activedescendant', `offer-${chosen}`);
    }
    renderInto(offered.length === 0 ? nothing : offered.map(option), place);
    place.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }

  /**
   * @param {import('./completion.js').Offer} offer
   * @param {number} index
   */
  function option(offer, index) {
    return html`<li
      id="offer-${index}"
      class="offer"
      role="option"
      aria-selected=${index === chosen ? 'true' : 'false'}
      @pointerdown=${(/** @type {Event} */ event) => {
        // The box keeps the focus
        event.preventDefault();
        take(offer);
      }}
    >
      <span class="offer-sign" aria-hidden="true">${offer.sign}</span><bdi>${offer.name}</bdi>
    </li>`;
  }

  return { takes, look, close };
}
