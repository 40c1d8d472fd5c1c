/**
 * Light or dark. The stylesheet has both colours of everything, and takes them by what stands at the root.
 */

/** @param {import('./settings.js').Theme} theme */
export function showTheme(theme) {
  document.documentElement.dataset.theme = theme;
}
