/**
 * What is unread, as small signs behind a name: how many messages, and how many of them mention one.
 */

import { html, nothing } from 'lit-html';
import text from '../text/text.js';
import { short } from '../chat/unread.js';

/** @param {{ count: number, mentions: number }} unread */
export function badges({ count, mentions }) {
  return [
    mentions > 0 ? badge('badge badge-mention', `@${short(mentions)}`, text.mentions(mentions)) : nothing,
    count > 0 ? badge('badge', short(count), text.unread(count)) : nothing,
  ];
}

/**
 * @param {string} look its classes
 * @param {string} sign what is seen
 * @param {string} words what is read out
 */
function badge(look, sign, words) {
  return html` <span class=${look}><span aria-hidden="true">${sign}</span><span class="visually-hidden">${words}</span></span>`;
}
