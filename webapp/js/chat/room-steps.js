/**
 * From room to room in the order of the list, and from its end to its beginning. Pure.
 */

/**
 * The room so many places further on.
 *
 * @example
 * beside(['lobby', 'ops', 'garden'], 'ops', 1) // => "garden"
 * beside(['lobby', 'ops', 'garden'], 'garden', 1) // => "lobby"
 * beside(['lobby', 'ops', 'garden'], 'lobby', -1) // => "garden"
 * beside([], undefined, 1) // => undefined
 *
 * @template R
 * @param {R[]} rooms
 * @param {R | undefined} from
 * @param {1 | -1} step
 * @returns {R | undefined}
 */
export function beside(rooms, from, step) {
  const place = rooms.findIndex((room) => room === from);
  return rooms.at((place + step) % rooms.length);
}

/**
 * The next room that is such.
 *
 * @example
 * nextSuch([1, 2, 3, 4], 3, (room) => room % 2 === 0) // => 4
 * nextSuch([1, 2, 3, 4], 4, (room) => room % 2 === 0) // => 2
 * nextSuch([1, 2, 3, 4], 4, (room) => room > 4) // => undefined
 *
 * @template R
 * @param {R[]} rooms
 * @param {R | undefined} from
 * @param {(room: R) => boolean} such
 * @returns {R | undefined}
 */
export function nextSuch(rooms, from, such) {
  const behind = rooms.findIndex((room) => room === from) + 1;
  return [...rooms.slice(behind), ...rooms.slice(0, behind)].find(such);
}
