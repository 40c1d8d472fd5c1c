/**
 * Who one is oneself, and the way to be somebody else.
 */

import { render as renderInto } from 'lit-html';
import { avatar } from '../shell/avatar.js';
import { byId, write } from '../shell/dom.js';

/** @param {import('../chat/chat.js').Chat} chat */
export function meView(chat) {
  // A member leaves by a form that tells the server; a guest is one only here, see rename-view.js
  byId('sign-out-form')?.addEventListener('submit', () => chat.signOut());

  function render() {
    write(byId('me-name'), chat.chosenName);
    renderInto(avatar(chat.chosenName), byId('me-avatar'));
  }

  return { render };
}
