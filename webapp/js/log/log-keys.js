/**
 * The log is one stop for the Tab key. Within it arrow keys go from entry to entry; Tab and Enter go on into the links and
 * buttons of the one that has the focus.
 */

const CONTROLS = 'a[href], button';

/** How much of a view PageUp and PageDown go by. */
const PAGE = 0.85;

/**
 * @param {HTMLElement} log
 * @param {HTMLElement} content its chunks, which have the entries as children
 * @param {object} told
 * @param {() => void} told.leave told when one wants to write
 * @param {() => void} told.atTop told when one wants to go on from the first entry
 * @param {() => void} told.atEnd told when one goes to the last
 */
export function logKeys(log, content, { leave, atTop, atEnd }) {
  /** @type {HTMLElement | null} the entry that had the focus last */
  let active = null;

  log.addEventListener('focusin', ({ target }) => {
    const entry = entryOf(target);
    quit();
    active = entry ?? active;
    entry && enter(entry);
  });
  log.addEventListener('focusout', ({ relatedTarget }) => {
    if (!log.contains(/** @type {Node | null} */ (relatedTarget))) {
      quit();
    }
  });
  log.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) {
      return;
    }
    const entry = entryOf(event.target);
    if (event.key === 'Escape') {
      leave();
    } else if (event.key === 'Enter' && entry !== null && event.target === entry) {
      /** @type {HTMLElement | undefined} */ (controlsOf(entry)[0])?.focus();
    } else {
      const goal = goalOf(event.key, entry);
      if (goal === null) {
        return;
      }
      go(goal);
    }
    event.preventDefault();
  });

  /**
   * @param {string} key
   * @param {HTMLElement | null} entry null when the log itself has the focus
   * @returns {HTMLElement | null}
   */
  function goalOf(key, entry) {
    switch (key) {
      case 'ArrowUp':
        return entry === null ? startOf() : (beside(entry, -1) ?? topOf(entry));
      case 'ArrowDown':
        return entry === null ? startOf() : (beside(entry, 1) ?? entry);
      case 'PageUp':
        return pageFrom(entry ?? startOf(), -1);
      case 'PageDown':
        return pageFrom(entry ?? startOf(), 1);
      case 'Home':
        return firstOf(content.firstElementChild, 1);
      case 'End':
        atEnd();
        return firstOf(content.lastElementChild, -1);
      default:
        return null;
    }
  }

  /** Where one was, if that is in view; else the last entry that is. */
  function startOf() {
    if (active?.isConnected && isSeen(active)) {
      return active;
    }
    let entry = firstOf(content.lastElementChild, -1);
    while (entry !== null && entry.getBoundingClientRect().top > log.getBoundingClientRect().bottom) {
      entry = beside(entry, -1);
    }
    return entry;
  }

  /** @param {HTMLElement} entry */
  function isSeen(entry) {
    const { top, bottom } = log.getBoundingClientRect();
    const place = entry.getBoundingClientRect();
    return place.bottom > top && place.top < bottom;
  }

  /** @param {HTMLElement} entry */
  function topOf(entry) {
    atTop();
    return entry;
  }

  /**
   * @param {HTMLElement | null} entry
   * @param {1 | -1} step
   */
  function pageFrom(entry, step) {
    if (entry === null) {
      return null;
    }
    const from = entry.getBoundingClientRect().top;
    let goal = entry;
    for (let next = beside(goal, step); next !== null; next = beside(goal, step)) {
      if (Math.abs(next.getBoundingClientRect().top - from) > log.clientHeight * PAGE && goal !== entry) {
        return goal;
      }
      goal = next;
    }
    return goal === entry && step < 0 ? topOf(entry) : goal;
  }

  /**
   * @param {Element} entry
   * @param {1 | -1} step
   * @returns {HTMLElement | null}
   */
  function beside(entry, step) {
    const next = sibling(entry, step);
    if (next === null) {
      return firstOf(entry.parentElement && sibling(entry.parentElement, step), step);
    }
    return isEntry(next) ? next : beside(next, step);
  }

  /**
   * @param {Element | null} chunk
   * @param {1 | -1} step
   * @returns {HTMLElement | null}
   */
  function firstOf(chunk, step) {
    const first = (step > 0 ? chunk?.firstElementChild : chunk?.lastElementChild) ?? null;
    return first === null || isEntry(first) ? first : beside(first, step);
  }

  /** @param {HTMLElement} entry */
  function go(entry) {
    entry.focus({ preventScroll: true });
    entry.scrollIntoView({ block: 'nearest' });
  }

  /**
   * While an entry has the focus it is the stop, so that Tab goes on into it, then behind the log, and back before it.
   *
   * @param {HTMLElement} entry
   */
  function enter(entry) {
    log.tabIndex = -1;
    [entry, ...controlsOf(entry)].forEach((stop) => (stop.tabIndex = 0));
  }

  function quit() {
    log.tabIndex = 0;
    active && [active, ...controlsOf(active)].forEach((stop) => (stop.tabIndex = -1));
  }

  /** @param {EventTarget | null} node */
  function entryOf(node) {
    return /** @type {HTMLElement | null} */ (/** @type {Element} */ (node).closest('.entry'));
  }

  return {
    go,

    /**
     * Makes a change after which what had the focus has it still.
     *
     * @param {() => void} change
     */
    keep(change) {
      const focused = document.activeElement;
      const id = log.contains(focused) ? entryOf(focused)?.id : undefined;
      change();
      if (id !== undefined && !log.contains(document.activeElement)) {
        const entry = /** @type {HTMLElement | null} */ (content.querySelector(`[id="${CSS.escape(id)}"]`));
        (entry ?? log).focus({ preventScroll: true });
      }
      if (active?.contains(document.activeElement)) {
        enter(active);
      }
    },
  };
}

/** @param {Element} entry */
function controlsOf(entry) {
  return /** @type {HTMLElement[]} */ ([...entry.querySelectorAll(CONTROLS)]);
}

/**
 * @param {Element} node
 * @returns {node is HTMLElement}
 */
function isEntry(node) {
  return node.classList.contains('entry');
}

/**
 * @param {Element} node
 * @param {1 | -1} step
 */
function sibling(node, step) {
  return step > 0 ? node.nextElementSibling : node.previousElementSibling;
}
