/**
 * The texts of the page in all its languages.
 */

import { LANGUAGES } from '/page/js/text/languages.js';

export const bundles = await Promise.all(
  Object.keys(LANGUAGES).map(async (tag) => (await import(`/page/js/text/text.${tag}.js`)).default),
);
