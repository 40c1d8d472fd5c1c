/**
 * Everything a person reads on the page, in English. Another language is another file of this shape.
 *
 * A value is a text, or a function of what the text is about.
 */
export default {
  lang: 'en',

  // The shell: data-text, data-label and data-placeholder in index.jsp name these
  product: 'Parley',
  nameHeading: 'Who are you?',
  nameLabel: 'Your name',
  nameHint: 'The others see it. Up to 32 letters, digits, spaces and . _ \' -',
  enter: 'Start chatting',
  signOut: 'Change name',
  rooms: 'Rooms',
  roomLabel: 'Join another room',
  roomPlaceholder: 'Room name',
  join: 'Join',
  people: 'People',
  leave: 'Leave room',
  noRoom: 'You are in no room. Join one to read and write.',
  sayLabel: 'Your message',
  say: 'Send',
  offersLabel: 'Suggestions',
  helpTitle: 'Keys and commands',
  close: 'Close',
  toNewest: 'Newest messages',
  older: 'Load older messages',

  title: (room, unread) => `${unread > 0 ? `(${unread}) ` : ''}${room === null ? '' : `${room} · `}Parley`,
  signedInAs: 'You are',
  you: 'you',
  namesHidden: 'So many people are here that they are counted, not listed.',
  unread: (count) => (count === 1 ? '1 new message' : `${count} new messages`),
  logLabel: (room) => `Conversation in ${room}`,
  beginning: (room) => `Nothing older than this in ${room}.`,
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
  notSent: (why) => `Not sent. ${why}`,
  sayAgain: 'Try again',
  unsay: 'Discard',

  // The conversation
  newFromHere: 'New',
  newBelow: (count) => (count === 1 ? '1 new message below' : `${count} new messages below`),
  toUnread: 'Jump to first unread',
  showAll: 'Show all',
  showLess: 'Show less',
  copy: 'Copy code',
  copied: 'Copied',
  notCopied: 'Your browser did not let it be copied. Select it and copy it by hand.',

  charactersLeft: (left) => (left >= 0 ? `${left} characters left` : `${-left} characters too many`),
  sayInParts: (count) => `Send in ${count} parts`,
  offers: (count) => (count === 1 ? '1 suggestion' : `${count} suggestions`),
  unknownCommand: (name) => `There is no command /${name}. To begin a message with a slash, type two.`,
  closedUnsaid: 'Not sent: the connection is closed.',

  typing: (names) =>
    names.length === 1
      ? `${names[0]} is typing…`
      : names.length === 2
        ? `${names[0]} and ${names[1]} are typing…`
        : 'Several people are typing…',

  // How the connection is
  idle: '',
  connecting: 'Connecting…',
  online: 'Connected',
  lost: 'Connection lost, trying again',
  unreached: 'The server can’t be reached, trying again',
  troubled: 'The server can’t reach its message history, trying again',
  inSeconds: (seconds) => `in ${seconds} s`,
  tryNow: 'Try now',
  connectAgain: 'Connect again',
  closed: (why) => `Connection closed. ${why}`,
  serverSaid: (reason) => `The server said: “${reason}”.`,

  /** Why a connection was closed for good and what to do about it, by close code. */
  closeCodes: {
    1000: 'The server ended it. Connect again if you want to go on.',
    1003: 'The server could not read what this page sent. Reload the page.',
    1007: 'The server could not read what this page sent. Reload the page.',
    1009: 'A message was larger than the server takes. Connect again and write shorter ones.',
    4500: 'The server took what this page sent for abuse. Reload the page; if it happens again, tell your administrator.',
    4501: 'Logging in took too long. Connect again.',
    4502: 'This server wants you to sign in, or your name belongs to somebody who did. Sign in, or change your name.',
    4503: 'You have signed out. Sign in again and reload the page to go on.',
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
    bad_json: () => 'The server could not read it. Reload the page and try again.',
    bad_message: () => 'The server could not read it. Reload the page and try again.',
    unknown_type: () => 'The server is too old for this page. Reload the page.',
    too_long: () => 'It is too long. Make it shorter, or send it in parts.',
    not_logged_in: () => 'You are not logged in. Reload the page.',
    already_logged_in: () => 'You are logged in already. Reload the page.',
    name_invalid: (about) =>
      `“${about}” can’t be a name here. Use 1 to 32 letters, digits, spaces and . _ ' -`,
    name_taken: (about) => `Somebody else is called “${about}” now. Choose another name.`,
    unauthorized: () => 'This server wants you to sign in first. Ask your administrator how.',
    forbidden: () => 'You are not allowed to do that here. There is also a limit to how many rooms one can be in.',
    room_invalid: (about) =>
      `“${about}” can’t be the name of a room. Use up to 64 letters, digits and - _ . beginning with a letter or digit.`,
    no_such_room: (about) => `There is no room “${about}”.`,
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
  errorOther: (code) => `The server refused it (${code}).`,
};
