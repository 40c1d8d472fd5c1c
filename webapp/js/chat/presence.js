/**
 * Who is in a room: a state, and diffs applied to it. Pure functions; a state is never changed, a new one is made.
 */

/**
 * @typedef {import('./protocol.js').Person} Person
 * @typedef {object} Presence
 * @property {ReadonlyMap<string, Person>} people by name; empty while the room is too large to be named
 * @property {number} count how many there are, named or not
 */

/** @type {Presence} */
export const NOBODY = Object.freeze({ people: new Map(), count: 0 });

/**
 * The state a `joined` begins with.
 *
 * @param {{ members: Person[], memberCount: number }} joined
 * @returns {Presence}
 */
export function begin({ members, memberCount }) {
  return { people: new Map(members.map((person) => [person.name, person])), count: memberCount };
}

/**
 * The state after a `presence`. One that names nobody while the count no longer fits means that names are not told
 * any more; what was known is forgotten, since the first that names people again names them all.
 *
 * @param {Presence} state
 * @param {{ joined: Person[], left: string[], count: number }} diff
 * @returns {Presence}
 */
export function apply(state, { joined, left, count }) {
  const people = new Map(state.people);
  left.forEach((name) => people.delete(name));
  joined.forEach((person) => people.set(person.name, person));
  const named = joined.length + left.length > 0 || people.size === count;
  return { people: named ? people : new Map(), count };
}

/**
 * Everybody by name, in the order of the reader's language.
 *
 * @param {Presence} state
 * @returns {Person[]}
 */
export function list(state) {
  return [...state.people.values()].sort((a, b) => a.name.localeCompare(b.name));
}
