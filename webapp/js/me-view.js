/**
 * Who one is oneself, and the way to be somebody else.
 */

import { render as renderInto } from 'lit-html';
import { avatar } from './avatar.js';
import { byId, write } from './dom.js';

/** @param {import('./chat.js').Chat} chat */
export function meView(chat) {
  byId('sign-out').addEventListener('click', () => chat.signOut());

  function render() {
    write(byId('me-name'), chat.chosenName);
    renderInto(avatar(chat.chosenName), byId('me-avatar'));
  }

  return { render };
}
