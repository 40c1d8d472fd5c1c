/**
 * Everything an administrator reads on the admin page, in English. Another language is another file of this shape.
 *
 * A value is a text, or a function of what the text is about.
 */

const plural = new Intl.PluralRules('en');

export default {
  lang: 'en',

  // The shell: data-text and data-label in admin.jsp name these
  heading: 'Administration',
  toChat: 'To the chat',
  sections: 'Sections',
  figures: 'Figures',
  here: 'Who is here',
  act: 'What you can do',
  settings: 'Settings',
  settingsHint:
    'A value changed here holds as long as the server runs. To keep it, set it as a system property in the server’s console.',
  query: 'Show only what contains',

  running: (/** @type {string} */ version, /** @type {string} */ node) => `Parley ${version}, node ${node}`,
  failed: (/** @type {string} */ why) => `That did not work: ${why}`,
  unreached: 'The server does not answer. The figures are those from before.',
  signInAgain: 'You are signed in no more. Reload the page.',

  stored: 'Messages are stored',
  inMemory: 'Messages are kept in memory and gone with the server',
  notStored: (/** @type {string} */ why) => `Messages cannot be stored: ${why}`,
  letIn: 'People are let in',
  draining: 'Draining: nobody is let in',

  /** The charts, by figure. */
  charts: {
    connections: 'Connections',
    people: 'People',
    rooms: 'Rooms',
    messagesIn: 'Messages said, per second',
    messagesOut: 'Messages delivered, per second',
    bytesIn: 'Bytes received, per second',
    bytesOut: 'Bytes sent, per second',
    logQueue: 'Messages waiting to be stored',
  },
  chart: (/** @type {string} */ name, /** @type {string} */ now, /** @type {string} */ most) =>
    `${name}: ${now} now, ${most} at most in the last two minutes`,

  countsTitle: 'Since Parley started',
  figure: 'Figure',
  value: 'Value',
  /** The counters, by figure. */
  counts: {
    connectionsOpened: 'Connections that have come',
    messagesIn: 'Messages said',
    messagesOut: 'Messages delivered',
    bytesIn: 'Bytes received',
    bytesOut: 'Bytes sent',
    slowConsumers: 'Connections too slow',
    resumes: 'Clients that came back and missed nothing',
    backlogHighWater: 'Most events one member was behind',
    outboxHighWater: 'Most characters that waited for one connection',
    logQueueHighWater: 'Most messages that waited to be stored',
  },
  reject: (/** @type {string} */ code) => `Refused with ${code}`,
  closing: (/** @type {string} */ code) => `Connections closed with ${code}`,

  shownOf: (/** @type {number} */ shown, /** @type {number} */ total) => `${shown} of ${total} shown`,
  connections: 'Connections',
  people: 'People',
  rooms: 'Rooms',
  name: 'Name',
  kind: 'Kind',
  guest: 'guest',
  member: 'member',
  nobody: 'not logged in',
  address: 'Address',
  since: 'Since',
  inRooms: 'In rooms',
  session: 'Session',
  topic: 'Topic',
  lastSeq: 'Messages',
  none: 'Nobody and nothing.',

  retention: 'Keep messages',
  retentionOf: (/** @type {string} */ room) => `Set how long messages of ${room} are kept`,
  retentionHint: 'off, an age as 90d, a number as 100000, or empty for what the settings say',
  retained: (/** @type {string} */ room, /** @type {string} */ rule) => `${room} keeps its messages: ${rule}`,
  asSettings: 'as the settings say',
  export: 'Export',
  exportOf: (/** @type {string} */ room) => `Export ${room}`,
  written: (/** @type {string} */ file) => `Written on the server: ${file}`,

  announce: 'Announce',
  announceText: 'What to tell',
  announceRoom: 'In this room (empty: everywhere)',
  drain: 'Drain',
  drainHint: 'Lets nobody in and asks everybody to come back later.',
  drainAfter: 'Come back after seconds',
  beginDrain: 'Begin draining',
  endDrain: 'Let people in again',
  sentAway: (/** @type {number} */ count) =>
    `${count} ${plural.select(count) === 'one' ? 'connection was' : 'connections were'} sent away.`,
  backUp: 'Back up',
  backUpHint: 'Copies the database file on the server while it is used.',

  announced: 'It has been announced.',
  moderate: 'Moderate',
  kick: 'Kick',
  kickOf: (/** @type {string} */ name) => `Kick ${name}`,
  ban: 'Ban',
  banOf: (/** @type {string} */ name) => `Ban ${name}`,
  mute: 'Mute',
  muteOf: (/** @type {string} */ name) => `Mute ${name}`,
  reasonFor: 'Reason, which they are told (may be empty)',
  minutesFor: 'For minutes (0: for ever; not for a kick)',
  cancel: 'Cancel',
  wasDone: (/** @type {string} */ name) => `Done, and in the audit log: ${name}`,
  sanctions: 'Bans and mutes that hold',
  bans: { ban: 'banned', mute: 'muted' },
  whom: 'On whom',
  room: 'Room',
  until: 'Until',
  forever: 'for ever',
  reason: 'Reason',
  by: 'By',
  lift: 'End',
  liftOf: (/** @type {string} */ name) => `End what holds for ${name}`,
  audit: 'Audit log',
  when: 'When',
  what: 'What',
  outcome: 'Outcome',

  setting: 'Setting',
  from: 'From',
  meaning: 'Meaning',
  allowed: (/** @type {string} */ values) => `Allowed: ${values}`,
  needsRestart: 'Read when Parley starts.',
  set: 'Set',
  setOf: (/** @type {string} */ setting) => `Set ${setting}`,
  reset: 'Reset',
  resetOf: (/** @type {string} */ setting) => `Reset ${setting}`,
  isNow: (/** @type {string} */ setting, /** @type {string} */ value) => `${setting} is now ${value}`,
};
