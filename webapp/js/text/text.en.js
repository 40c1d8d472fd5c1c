/**
 * Everything a person reads on the page, in English. Another language is another file of this shape.
 *
 * A value is a text, or a function of what the text is about.
 */

const plural = new Intl.PluralRules('en');
const numbers = new Intl.NumberFormat('en');

/**
 * A number and what is counted.
 *
 * @param {number} count
 * @param {string} one
 * @param {string} other
 */
function counted(count, one, other) {
  return `${numbers.format(count)} ${plural.select(count) === 'one' ? one : other}`;
}

export default {
  lang: 'en',

  // The shell: data-text, data-label and data-placeholder in index.jsp name these
  product: 'Parley',
  nameHeading: 'Who are you?',
  nameLabel: 'Your name',
  nameHint: 'The others see it. Up to 32 letters, digits, spaces and . _ \' -',
  enter: 'Start chatting',
  signIn: 'Sign in',
  signInHint: 'Or, if you have a user name in this organisation:',
  membersOnly: 'Here chat those who have a user name in this organisation.',
  signOut: 'Sign out',
  changeName: 'Change name',
  forgetMe: 'Leave the chat',
  forgetMeHint: 'Or go: this browser forgets your name, and what you wrote and did not send.',
  rooms: 'Rooms',
  roomLabel: 'Join another room',
  roomPlaceholder: 'Room name',
  join: 'Join',
  findRoom: 'Find a room',
  roomsHint: 'Rooms that somebody is in now. Any other you join by its name.',
  moreRooms: 'The fullest rooms that somebody is in now. Any other you join by its name.',
  joinedAlready: 'joined',
  peopleIn: (/** @type {number} */ count) => counted(count, 'person', 'people'),
  people: 'People',
  leave: 'Leave room',
  leaveOf: (/** @type {string} */ room) => `Leave ${room}?`,
  leaveUnsent: 'What you wrote here and was not sent yet is given up.',
  leaveDraft: 'What you have begun to write here waits for you until you come back.',
  left: (/** @type {string} */ room) => `You have left ${room}. Join it again to come back.`,
  cancel: 'Cancel',
  noRoom: 'You are in no room. Join one to read and write.',
  sayLabel: 'Your message',
  say: 'Send',
  offersLabel: 'Suggestions',
  help: 'Help',
  helpTitle: 'Help',
  settings: 'Settings',
  close: 'Close',
  toNewest: 'Newest messages',
  older: 'Load older messages',

  title: (/** @type {string | null} */ room, /** @type {string | null} */ unread) =>
    `${unread === null ? '' : `(${unread}) `}${room === null ? '' : `${room} · `}Parley`,
  number: (/** @type {number} */ count) => numbers.format(count),
  signedInAs: 'You are',
  you: 'you',
  guest: 'guest',
  member: 'member',
  admin: 'administrator',
  moderator: 'moderator',
  mention: (/** @type {string} */ name) => `Mention ${name}`,
  namesHidden: 'So many people are here that they are counted, not listed.',
  unread: (/** @type {number} */ count) => counted(count, 'new message', 'new messages'),
  mentions: (/** @type {number} */ count) => counted(count, 'mention of you', 'mentions of you'),
  mentionIn: (/** @type {string} */ name, /** @type {string} */ room) => `${name} in ${room}`,
  logLabel: (/** @type {string} */ room) => `Conversation in ${room}`,
  beginning: (/** @type {string} */ room) => `Nothing older than this in ${room}.`,
  empty: 'Nobody has said anything here yet.',
  loading: 'Loading…',
  joining: 'Joining…',
  passing: 'What is said here is kept only until the server stops.',
  gap: 'Older messages may be missing here.',
  gapAnew: 'The server began a new history here. Older messages may be missing.',
  loadGap: 'Load them',
  notice: 'Announcement',
  waiting: 'Not sent yet: waiting for the connection.',
  sending: 'Sending…',
  notSent: (/** @type {string} */ why) => `Not sent. ${why}`,
  sayAgain: 'Try again',
  unsay: 'Discard',
  charactersLeft: (/** @type {number} */ left) =>
    left >= 0
      ? counted(left, 'character left', 'characters left')
      : counted(-left, 'character too many', 'characters too many'),
  sayInParts: (/** @type {number} */ count) => `Send in ${counted(count, 'part', 'parts')}`,
  offers: (/** @type {number} */ count) => counted(count, 'suggestion', 'suggestions'),
  unknownCommand: (/** @type {string} */ name) => `There is no command /${name}. To begin a message with a slash, type two.`,
  closedUnsaid: 'Not sent: the connection is closed.',

  // The conversation
  newFromHere: 'New',
  newBelow: (/** @type {number} */ count) => counted(count, 'new message below', 'new messages below'),
  toUnread: 'Jump to first unread',
  showAll: 'Show all',
  showLess: 'Show less',
  copy: 'Copy code',
  copied: 'Copied',
  notCopied: 'Your browser did not let it be copied. Select it and copy it by hand.',

  typing: (/** @type {string[]} */ names) =>
    names.length === 1
      ? `${names[0]} is typing…`
      : names.length === 2
        ? `${names[0]} and ${names[1]} are typing…`
        : 'Several people are typing…',

  // Settings
  language: 'Language',
  languageOfBrowser: (/** @type {string} */ name) => `As the browser (${name})`,
  theme: 'Colours',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  notify: 'Notify me when somebody mentions me',
  notifyHint: 'On the desktop, while you look at something else.',
  notifyDenied: 'This browser does not let Parley notify you. Allow notifications for this page in the browser’s settings, then switch it on here.',
  notifyUnknown: 'This browser has no notifications for pages.',
  singleKeys: 'Shortcuts of a single key',
  singleKeysHint: 'The keys ? and c do something wherever you are not writing.',

  // Help
  helpWriting: 'Writing',
  /** How to write what. */
  writing: {
    '**a**': 'Bold',
    '*a*': 'Italic',
    '`a`': 'Code',
    '> a': 'A quote',
    '@a': 'Calls somebody by name: they are told, and see it marked',
    ':a': 'Emoji by its English name',
  },
  helpKeys: 'Keys',
  helpCommands: 'Commands, written as a message',
  helpOrders: 'Commands of moderators',
  /** What stands on the keys, by what browsers call them. */
  keyNames: {
    Enter: 'Enter',
    Tab: 'Tab',
    Escape: 'Esc',
    Shift: 'Shift',
    Alt: 'Alt',
    Home: 'Home',
    End: 'End',
    ArrowUp: '↑',
    ArrowDown: '↓',
  },
  keysDo: {
    send: 'Send the message',
    newLine: 'Begin a new line',
    recall: 'Bring back what you said before, in an empty box',
    take: 'Take the suggestion',
    escape: 'Close suggestions, a list or a dialog',
    besideRoom: 'Go to the room above or below',
    unreadRoom: 'Go to the next room with new messages',
    inLog: 'Move from message to message, in the conversation',
    write: 'Go to where you write, from elsewhere',
    help: 'Show this help',
  },
  commandUse: {
    join: '/join room',
    leave: '/leave',
    topic: '/topic text',
    me: '/me does',
    nick: '/nick name',
    help: '/help',
    kick: '/kick name why',
    mute: '/mute name 2h why',
    unmute: '/unmute name',
    ban: '/ban name 2h why',
    unban: '/unban name',
    close: '/close',
    reopen: '/reopen',
    private: '/private',
    public: '/public',
    admit: '/admit name',
    exclude: '/exclude name',
    announce: '/announce text',
  },
  commandsDo: {
    join: 'Join a room',
    leave: 'Leave this room',
    topic: 'Say what this room is about; a dash removes it',
    me: 'Say what you are doing',
    nick: 'Go by another name',
    help: 'Show this help',
    kick: 'Remove somebody from this room',
    mute: 'Silence somebody in this room, for a time (m, h, d, w) or until you end it',
    unmute: 'Let them speak again',
    ban: 'Let somebody in no more, for a time or until you end it',
    unban: 'Let them in again',
    close: 'Close this room for everybody',
    reopen: 'Open it again',
    private: 'Let only those into this room who are on its list',
    public: 'Let everybody into this room again',
    admit: 'Put a member on this room’s list',
    exclude: 'Take a member off it',
    announce: 'Announce something in this room',
  },

  // Moderating
  moderate: (/** @type {string} */ name) => `Moderate ${name}`,
  moderateMessage: (/** @type {string} */ name) => `Moderate this message of ${name}`,
  actLegend: 'What to do',
  acts: { delete: 'Take the message back', kick: 'Remove', mute: 'Silence', unmute: 'Let speak again', ban: 'Ban' },
  actsDo: {
    delete: 'Nobody can read it any more.',
    kick: 'They may come back.',
    mute: 'They can read, and say nothing.',
    unmute: 'This ends a silence.',
    ban: 'They are put out and not let in again.',
  },
  where: 'Where',
  whereHere: (/** @type {string} */ room) => `In ${room}`,
  whereAll: 'Everywhere',
  howLong: 'For how long',
  terms: { hour: '1 hour', day: '1 day', week: '1 week', ever: 'Until somebody ends it' },
  reason: 'Why',
  reasonHint: 'They are told. You may leave it empty.',
  /** What was done, by act; `about` is the name of whom or of what room. */
  actsDone: {
    delete: () => 'The message was taken back.',
    kick: (/** @type {string} */ about) => `${about} was removed.`,
    mute: (/** @type {string} */ about) => `${about} was silenced.`,
    unmute: (/** @type {string} */ about) => `${about} may speak again.`,
    ban: (/** @type {string} */ about) => `${about} was banned.`,
    unban: (/** @type {string} */ about) => `${about} may come in again.`,
    close: (/** @type {string} */ about) => `${about} is closed.`,
    reopen: (/** @type {string} */ about) => `${about} is open again.`,
    make_private: (/** @type {string} */ about) => `${about} is private now.`,
    make_public: (/** @type {string} */ about) => `${about} is open to everybody now.`,
    add_member: (/** @type {string} */ about) => `${about} is on this room’s list now.`,
    remove_member: (/** @type {string} */ about) => `${about} is not on this room’s list any more.`,
    announce: () => 'It was announced.',
  },

  // How the connection is
  connecting: 'Connecting…',
  online: 'Connected',
  lost: 'Connection lost. You can go on writing. Trying again',
  unreached: 'The server can’t be reached, trying again',
  troubled: 'The server can’t reach its message history, trying again',
  inSeconds: (/** @type {number} */ seconds) => `in ${numbers.format(seconds)} s`,
  tryNow: 'Try now',
  connectAgain: 'Connect again',
  closed: (/** @type {string} */ why) => `Connection closed. ${why}`,
  serverSaid: (/** @type {string} */ reason) => `The server said: “${reason}”.`,

  /** Why a connection was closed for good and what to do about it, by close code. */
  closeCodes: {
    1000: 'The server ended it. Connect again if you want to go on.',
    1003: 'The server could not read what this page sent. Reload the page.',
    1007: 'The server could not read what this page sent. Reload the page.',
    1009: 'A message was larger than the server takes. Connect again and write shorter ones.',
    4500: 'The server took what this page sent for abuse. Reload the page; if it happens again, tell your administrator.',
    4501: 'Logging in took too long. Connect again.',
    4502: 'This server wants you to sign in, or your name belongs to somebody who did. Sign in, or change your name.',
    4503: 'You are signed out: you asked for it, or nothing was heard of you for long. Sign in again to go on.',
    4504: 'A moderator has removed you. Ask them before you connect again.',
    4505: 'A moderator has banned you. Ask your administrator if you think that is wrong.',
    4506: 'Too many connections come from your address. Close other windows of this chat, then connect again.',
  },
  closeCodeOther: 'Connect again, or reload the page.',

  /** What went wrong, by error code; `about` is the name or room it is about. */
  errors: {
    name_empty: () => 'Type a name first.',
    room_empty: () => 'Type the name of a room first.',
    topic_empty: () => 'Type the topic behind /topic, or /topic - to remove it.',
    person_empty: () => 'Type a name behind the command first.',
    person_unknown: (/** @type {string} */ about) => `Nobody here is called “${about}”. An administrator reaches everybody, on the admin page.`,
    text_empty: () => 'Type the announcement behind the command first.',
    not_connected: () => 'There is no connection just now. Try again when it is back.',
    bad_json: () => 'The server could not read it. Reload the page and try again.',
    bad_message: () => 'The server could not read it. Reload the page and try again.',
    unknown_type: () => 'The server is too old for this page. Reload the page.',
    too_long: () => 'It is too long. Make it shorter, or send it in parts.',
    not_logged_in: () => 'You are not logged in. Reload the page.',
    already_logged_in: () => 'You are logged in already. Reload the page.',
    name_invalid: (/** @type {string} */ about) =>
      `“${about}” can’t be a name here. Use 1 to 32 letters, digits, spaces and . _ ' -`,
    name_taken: (/** @type {string} */ about) => `Somebody else is called “${about}” now. Choose another name.`,
    unauthorized: () => 'You have to sign in here first.',
    signed_out: () => 'You are signed out. Sign in again to go on.',
    name_fixed: () => 'You have the name you signed in with. It can’t be changed here.',
    forbidden: () => 'You are not allowed to do that here. There is also a limit to how many rooms one can be in.',
    room_invalid: (/** @type {string} */ about) =>
      `“${about}” can’t be the name of a room. Use up to 64 letters, digits and - _ . beginning with a letter or digit.`,
    no_such_room: (/** @type {string} */ about) => `There is no room “${about}”.`,
    room_closed: () => 'A moderator has closed this room.',
    not_found: () => 'That is not there (any more).',
    not_joined: () => 'You are not in this room any more. Join it again.',
    already_joined: () => 'You are in this room already. Reload the page.',
    id_conflict: () => 'The server mistook it for another message. Try again.',
    muted: () => 'A moderator has silenced you.',
    banned: () => 'A moderator has banned you here.',
    rate_limited: () => 'That was too fast. Wait a moment and try again.',
    busy: () => 'The server is busy. Wait a moment and try again.',
    unavailable: () =>
      'The server can’t reach its message history just now. It goes on by itself; tell your administrator if it lasts.',
    internal: () => 'The server failed. Try again in a moment.',
  },
  errorOther: (/** @type {string} */ code) => `The server refused it (${code}).`,
};
