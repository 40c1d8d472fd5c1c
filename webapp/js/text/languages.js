/**
 * The languages the page speaks, and which of them a reader understands best. Pure.
 */

/** By tag, in their own names: a bundle `text.<tag>.js` each. */
export const LANGUAGES = Object.freeze({
  en: 'English',
  ms: 'Bahasa Melayu',
  'zh-Hans': '简体中文',
  'zh-Hant': '繁體中文',
});

/**
 * The tag of the first language that is wanted and spoken here; English when there is none.
 *
 * @example
 * bestLanguage(['fr-FR', 'ms-MY', 'en']) // => "ms"
 * bestLanguage(['zh-CN']) // => "zh-Hans"
 * bestLanguage(['zh-HK', 'en']) // => "zh-Hant"
 * bestLanguage(['zh-SG']) // => "zh-Hans"
 * bestLanguage(['zh-Hant-MY']) // => "zh-Hant"
 * bestLanguage(['en-AU', 'zh']) // => "en"
 * bestLanguage(['not a tag', 'ja']) // => "en"
 * bestLanguage([]) // => "en"
 *
 * @param {readonly string[]} wanted tags of languages (BCP 47), the best first
 * @returns {string}
 */
export function bestLanguage(wanted) {
  return wanted.map(spoken).find((tag) => tag !== null) ?? 'en';
}

/**
 * The tag by which dates are written: with the reader's own region, where the language is one they read anyway.
 *
 * @example
 * localeOf('en', ['ms-MY', 'en-AU']) // => "en-AU"
 * localeOf('zh-Hant', ['zh-HK']) // => "zh-HK"
 * localeOf('ms', ['en-GB']) // => "ms"
 *
 * @param {string} language one of LANGUAGES
 * @param {readonly string[]} wanted tags of languages, the best first
 */
export function localeOf(language, wanted) {
  return wanted.find((tag) => spoken(tag) === language) ?? language;
}

/** @param {string} tag */
function spoken(tag) {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return [language, `${language}-${script}`].find((each) => Object.hasOwn(LANGUAGES, each)) ?? null;
  } catch {
    // What a browser has in its list need not be a tag
    return null;
  }
}
