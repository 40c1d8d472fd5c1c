/**
 * Who may enter which room: what moderators have said of rooms, and a dialog to say it.
 */

import { html, nothing, render } from 'lit-html';
import { byId, write } from '../shell/dom.js';
import { ask } from './api.js';
import { goOnFrom, sure } from './sure.js';
import { rowButton, table } from './table.js';
import text from './text.js';

/** @typedef {import('./api.js').Ruled} Ruled */

/**
 * @param {import('./api.js').Attempt} attempt
 * @param {() => Promise<void>} reload has the server asked again, and {@link show} called
 */
export function doorsView(attempt, reload) {
  /** @type {Ruled[]} */
  let ruled = [];
  /** The room the dialog is about. */
  let current = '';

  /** @param {Ruled[]} rooms all of which moderators have said something */
  function show(rooms) {
    ruled = rooms;
    render(
      html`${table({
          title: text.ruled,
          columns: [text.room, text.entry, text.visibility, text.listed, text.doors],
          items: ruled,
          key: (one) => one.room,
          cells: (one) => [one.room, entry(one), visibility(one), one.members.join(', '), opener(one.room)],
        })}
        <form
          class="value"
          @submit=${(/** @type {SubmitEvent} */ event) => {
            event.preventDefault();
            open(/** @type {any} */ (event.target).elements.room.value);
          }}
        >
          <input name="room" type="text" aria-label=${text.room} placeholder=${text.room} required autocomplete="off" spellcheck="false" />
          <button type="submit" class="small">${text.doors}</button>
        </form>`,
      byId('doors-table'),
    );
    if (byId('doors').open) {
      draw();
    }
  }

  /**
   * A button that opens the dialog.
   *
   * @param {string} room
   */
  function opener(room) {
    return rowButton(text.doors, text.doorsOf(room), () => open(room));
  }

  /** @param {string} room */
  function open(room) {
    current = room;
    write(byId('doors-done'), '');
    write(byId('doors-trouble'), '');
    draw();
    byId('doors').showModal();
  }

  /**
   * @param {string} act
   * @param {string} [name] of whom; guests cannot be on a list
   */
  async function carryOut(act, name) {
    const room = current;
    const effect = effectOf(act, name);
    if (effect && !(await sure(effect))) {
      return;
    }
    await attempt(async () => {
      await ask('POST', 'acts', { act, room, ...(name && { name, kind: 'member' }) });
      await reload();
      return text.wasDone(room);
    }, 'doors-');
    goOnFrom(byId('doors').querySelector('input'));
  }

  /**
   * What is asked before it is done; null where it is undone as easily.
   *
   * @param {string} act
   * @param {string} [name]
   */
  function effectOf(act, name = '') {
    switch (act) {
      case 'close':
        return { title: text.closeOf(current), effect: text.closeEffect, yes: text.closeRoom };
      case 'make_private':
        return { title: text.makePrivateOf(current), effect: text.makePrivateEffect, yes: text.makePrivate };
      case 'remove_member':
        return { title: text.excludeOf(name), effect: text.excludeEffect, yes: text.exclude };
      default:
        return null;
    }
  }

  function draw() {
    const rule = ruled.find((one) => one.room === current) ?? { room: current, closed: false, membersOnly: false, members: [] };
    write(byId('doors-title'), text.doorsOf(current));
    render(
      html`<p>${text.stateOf(entry(rule), visibility(rule))}</p>
        <div class="buttons">
          <button type="button" @click=${() => carryOut(rule.closed ? 'reopen' : 'close')}>
            ${rule.closed ? text.reopenRoom : text.closeRoom}
          </button>
          <button type="button" @click=${() => carryOut(rule.membersOnly ? 'make_public' : 'make_private')}>
            ${rule.membersOnly ? text.makePublic : text.makePrivate}
          </button>
        </div>
        <h3>${text.listed}</h3>
        <p class="hint">${text.listHint}</p>
        ${rule.members.length ? list(rule) : nothing}
        <form
          class="value"
          @submit=${(/** @type {SubmitEvent} */ event) => {
            event.preventDefault();
            const { name } = /** @type {any} */ (event.target).elements;
            carryOut('add_member', name.value);
            name.value = '';
          }}
        >
          <input name="name" type="text" aria-label=${text.name} placeholder=${text.name} required autocomplete="off" spellcheck="false" />
          <button type="submit" class="small">${text.admit}</button>
        </form>
        <div class="buttons">
          <button type="button" class="primary" @click=${() => byId('doors').close()}>${text.done}</button>
        </div>`,
      byId('doors-rule'),
    );
  }

  /** @param {Ruled} rule */
  function list({ members }) {
    return html`<ul class="listed">
      ${members.map(
        (name) =>
          html`<li>
            ${name}
            ${rowButton(text.exclude, text.excludeOf(name), () => carryOut('remove_member', name))}
          </li>`,
      )}
    </ul>`;
  }

  return { show, opener };
}

/** @param {Ruled} rule */
function entry({ closed }) {
  return closed ? text.closed : text.openToAll;
}

/** @param {Ruled} rule */
function visibility({ membersOnly }) {
  return membersOnly ? text.privateRoom : text.publicRoom;
}
