/**
 * Keys that work wherever one is on the page: from room to room, to the box, to help.
 */

import { chord, isSingle } from './keys.js';

const TEXT_FIELDS = 'input, textarea, select, [contenteditable]';

/**
 * @param {Record<string, () => void>} actions by what is pressed
 * @param {() => boolean} singleKeys whether keys without Alt are to do something
 */
export function shortcuts(actions, singleKeys) {
  // Before anything else hears of it: the box takes arrows for its own, whatever is held with them
  addEventListener('keydown', press, { capture: true });

  /** @param {KeyboardEvent} event */
  function press(event) {
    const pressed = chord(event);
    if (Object.hasOwn(actions, pressed) && !event.isComposing && isMeant(pressed, event.target)) {
      event.preventDefault();
      event.stopPropagation();
      actions[pressed]();
    }
  }

  /**
   * @param {string} pressed
   * @param {EventTarget | null} target
   */
  function isMeant(pressed, target) {
    if (document.querySelector('dialog[open]')) {
      return false;
    }
    return !isSingle(pressed) || (singleKeys() && !(target instanceof Element && target.closest(TEXT_FIELDS)));
  }
}
