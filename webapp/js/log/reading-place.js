/**
 * Where one reads in a log: at its end, which is followed, or further back, where nothing may move whatever is put in above,
 * grows or is folded.
 */

/** So near to the end counts as at the end. */
const NEAR_PX = 24;

/** So many of those that are seen first are remembered; one of them will still be there. */
const ANCHORS = 4;

/**
 * @param {HTMLElement} log what scrolls
 * @param {HTMLElement} content its chunks, which have the entries as children
 * @param {object} told
 * @param {() => void} told.moved told after one has scrolled
 * @param {() => boolean} told.whole whether the end of what is shown is the end of the log
 */
export function readingPlace(log, content, { moved, whole }) {
  let following = true;
  let top = 0;
  /** @type {{ node: Element, at: number }[]} and where each stood on the screen */
  let anchors = [];

  log.addEventListener('scroll', () => {
    listen();
    moved();
  });
  const resized = new ResizeObserver(settle);
  resized.observe(log);
  resized.observe(content);

  function atEnd() {
    return whole() && log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_PX;
  }

  /** Takes note of where one has scrolled. One leaves the end by going up, not by what grows below, and comes to it by going down. */
  function listen() {
    if (!log.isConnected || log.scrollTop === top) {
      return;
    }
    const up = log.scrollTop < top;
    top = log.scrollTop;
    following = following ? atEnd() || !up : atEnd() && !up;
    remember();
  }

  function remember() {
    anchors = following ? [] : seenFirst().map((node) => ({ node, at: node.getBoundingClientRect().top }));
  }

  function seenFirst() {
    const edge = log.getBoundingClientRect().top;
    const chunk = firstBelow(content.children, edge);
    const found = [];
    let node = chunk === null ? null : firstBelow(chunk.children, edge);
    while (node !== null && found.length < ANCHORS) {
      found.push(node);
      node = node.nextElementSibling ?? node.parentElement?.nextElementSibling?.firstElementChild ?? null;
    }
    return found;
  }

  function settle() {
    if (following) {
      log.scrollTop = log.scrollHeight;
    } else {
      const anchor = anchors.find(({ node }) => node.isConnected);
      const moved = anchor ? anchor.node.getBoundingClientRect().top - anchor.at : 0;
      if (Math.abs(moved) >= 1) {
        log.scrollTop += moved;
      }
    }
    top = log.scrollTop;
  }

  return {
    get following() {
      return following;
    },

    /** The first entries that are seen; none before there was anything to see. */
    get first() {
      return seenFirst()[0] ?? null;
    },

    /** Goes to the end, and stays there. */
    follow() {
      following = true;
      anchors = [];
      settle();
    },

    /** Stays where one is, even at the end. */
    stay() {
      following = false;
      remember();
    },

    /**
     * Makes a change under which what is read stays where it is.
     *
     * @param {() => void} change
     */
    hold(change) {
      listen();
      change();
      settle();
      remember();
    },

    /**
     * Makes a change under which one element stays where it is, if it is in view; else what is in view does.
     *
     * @param {Element} node
     * @param {() => void} change
     */
    holdAt(node, change) {
      const at = node.getBoundingClientRect().top;
      if (node.getBoundingClientRect().bottom < log.getBoundingClientRect().top) {
        this.hold(change);
        return;
      }
      change();
      log.scrollTop += node.getBoundingClientRect().top - at;
      top = log.scrollTop;
      following = atEnd();
      remember();
    },

    /**
     * Brings an element into view, a little below the top.
     *
     * @param {Element} node
     */
    show(node) {
      const { top: edge, height } = log.getBoundingClientRect();
      log.scrollTop += node.getBoundingClientRect().top - edge - height / 5;
      top = log.scrollTop;
      following = atEnd();
      remember();
    },
  };
}

/**
 * The first of elements below each other that ends below an edge, found by halving.
 *
 * @param {HTMLCollection} nodes
 * @param {number} edge
 * @returns {Element | null}
 */
function firstBelow(nodes, edge) {
  let from = 0;
  let to = nodes.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (nodes[middle].getBoundingClientRect().bottom > edge + 1) {
      to = middle;
    } else {
      from = middle + 1;
    }
  }
  return nodes[from] ?? null;
}
