/**
 * Puts a text into the clipboard.
 */

/**
 * @param {string} text
 * @returns {Promise<boolean>} whether it is there
 */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Browsers have no clipboard for pages that came over plain HTTP; but they copy what is selected
    return copySelected(text);
  }
}

/** @param {string} text */
function copySelected(text) {
  const focused = /** @type {HTMLElement | null} */ (document.activeElement);
  const box = document.createElement('textarea');
  box.className = 'visually-hidden';
  box.value = text;
  // Behind a dialog nothing can be selected
  (focused?.closest('dialog') ?? document.body).append(box);
  box.select();
  const copied = document.execCommand('copy');
  box.remove();
  focused?.focus({ preventScroll: true });
  return copied;
}
