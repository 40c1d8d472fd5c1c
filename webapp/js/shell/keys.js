/**
 * The keys and what they do. Pure.
 */

/** What is pressed for what, in the order in which help lists it. */
export const KEYS = Object.freeze({
  send: ['Enter'],
  newLine: ['Shift+Enter'],
  recall: ['ArrowUp', 'ArrowDown'],
  take: ['Tab', 'Enter'],
  escape: ['Escape'],
  besideRoom: ['Alt+ArrowUp', 'Alt+ArrowDown'],
  unreadRoom: ['Alt+Shift+ArrowDown'],
  inLog: ['ArrowUp', 'ArrowDown', 'Home', 'End'],
  write: ['c'],
  help: ['?'],
});

/**
 * What was pressed. Which keys make a character is the keyboard's business, so Shift is not told with one.
 *
 * @example
 * chord({ key: 'ArrowDown', altKey: true, shiftKey: true }) // => "Alt+Shift+ArrowDown"
 * chord({ key: '?', shiftKey: true }) // => "?"
 * chord({ key: 'c', ctrlKey: true }) // => "Control+c"
 *
 * @param {Partial<Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>>} pressed
 */
export function chord({ key = '', altKey, ctrlKey, metaKey, shiftKey }) {
  const held = [ctrlKey && 'Control', metaKey && 'Meta', altKey && 'Alt', shiftKey && key.length > 1 && 'Shift'];
  return [...held.filter(Boolean), key].join('+');
}

/**
 * Whether it is a key alone, as one may press by mistake or say to a computer that listens (WCAG 2.1.4).
 *
 * @example
 * isSingle('c') // => true
 * isSingle('Alt+ArrowUp') // => false
 *
 * @param {string} chord
 */
export function isSingle(chord) {
  return chord.length === 1;
}
