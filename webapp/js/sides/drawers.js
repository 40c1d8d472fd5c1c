/**
 * Rooms and people stand beside the conversation where there is room for them. Else each is a drawer: a popover, which
 * the browser closes by Escape and by a tap outside.
 */

import { byId } from '../shell/dom.js';

const WIDE = matchMedia('(min-width: 48rem)');

/** @returns {{ close: () => void }} */
export function drawers() {
  const all = [drawer(byId('rooms'), byId('show-rooms')), drawer(byId('people'), byId('show-people'))];
  const fit = () => all.forEach((each) => each.beDrawer(!WIDE.matches));
  WIDE.addEventListener('change', fit);
  fit();
  return { close: () => all.forEach((each) => each.close()) };
}

/**
 * @param {HTMLElement} side
 * @param {HTMLButtonElement} button that opens it
 */
function drawer(side, button) {
  side.addEventListener('beforetoggle', (event) => {
    const opens = /** @type {ToggleEvent} */ (event).newState === 'open';
    button.setAttribute('aria-expanded', String(opens));
    // What lies behind is not to be reached by a key or a tap meant for the drawer
    byId('conversation').inert = opens;
  });
  side.addEventListener('toggle', (event) => {
    if (/** @type {ToggleEvent} */ (event).newState === 'open') {
      entrance(side).focus();
    } else if (document.activeElement === document.body) {
      // Not every browser remembers a button that was tapped
      button.focus();
    }
  });

  function close() {
    if (side.matches(':popover-open')) {
      side.hidePopover();
    }
  }

  /** @param {boolean} narrow */
  function beDrawer(narrow) {
    close();
    side.popover = narrow ? 'auto' : null;
  }

  return { close, beDrawer };
}

/**
 * Where focus goes: to what is chosen, to the first that can be, or to the way out.
 *
 * @param {HTMLElement} side
 * @returns {HTMLElement}
 */
function entrance(side) {
  const places = ['[aria-current=true]', 'li button', '.drawer-close'].map((place) => side.querySelector(place));
  return /** @type {HTMLElement} */ (places.find((place) => place !== null));
}
