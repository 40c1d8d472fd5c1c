/**
 * Everything a person reads on the page, in Chinese as it is written in Mainland China, Singapore and Malaysia. The shape
 * is that of text.en.js.
 */

const numbers = new Intl.NumberFormat('zh-Hans');

/** @type {import('./text.js').Text} */
export default {
  lang: 'zh-Hans',

  // The shell: data-text, data-label and data-placeholder in index.jsp name these
  product: 'Parley',
  nameHeading: '怎么称呼您？',
  nameLabel: '您的名字',
  nameHint: '其他人会看到这个名字。最多 32 个字符，可用文字、数字、空格和 . _ \' -',
  enter: '开始聊天',
  signOut: '更换名字',
  rooms: '聊天室',
  roomLabel: '加入其他聊天室',
  roomPlaceholder: '聊天室名称',
  join: '加入',
  people: '成员',
  leave: '退出聊天室',
  noRoom: '您还没有加入任何聊天室。加入一个即可开始聊天。',
  sayLabel: '输入消息',
  say: '发送',
  offersLabel: '建议',
  help: '帮助',
  helpTitle: '快捷键和命令',
  settings: '设置',
  close: '关闭',
  toNewest: '最新消息',
  older: '加载更早的消息',

  title: (room, unread) => `${unread === null ? '' : `(${unread}) `}${room === null ? '' : `${room} · `}Parley`,
  number: (count) => numbers.format(count),
  signedInAs: '您的名字是',
  you: '您',
  guest: '访客',
  mention: (name) => `提及 ${name}`,
  namesHidden: '人数太多，只显示总数，不逐一列出。',
  unread: (count) => `${numbers.format(count)} 条新消息`,
  mentions: (count) => `${numbers.format(count)} 条提到您`,
  mentionIn: (name, room) => `${name}（${room}）`,
  logLabel: (room) => `${room} 的聊天记录`,
  beginning: (room) => `${room} 没有更早的消息了。`,
  empty: '这里还没有人发言。',
  loading: '正在加载…',
  joining: '正在加入…',
  passing: '这里的消息只保留到服务器停止为止。',
  gap: '这里可能缺少一些较早的消息。',
  gapAnew: '服务器在这里开始了新的记录，较早的消息可能缺失。',
  loadGap: '加载这些消息',
  notice: '公告',
  waiting: '尚未发送：正在等待连接。',
  sending: '正在发送…',
  notSent: (why) => `未发送。${why}`,
  sayAgain: '重试',
  unsay: '放弃',
  charactersLeft: (left) =>
    left >= 0 ? `还可输入 ${numbers.format(left)} 个字符` : `超出 ${numbers.format(-left)} 个字符`,
  sayInParts: (count) => `分 ${numbers.format(count)} 条发送`,
  offers: (count) => `${numbers.format(count)} 条建议`,
  unknownCommand: (name) => `没有 /${name} 这个命令。要发送以斜杠开头的消息，请输入两个斜杠。`,
  closedUnsaid: '未发送：连接已关闭。',

  // The conversation
  newFromHere: '新消息',
  newBelow: (count) => `下方有 ${numbers.format(count)} 条新消息`,
  toUnread: '跳到第一条未读消息',
  showAll: '展开全文',
  showLess: '收起',
  copy: '复制代码',
  copied: '已复制',
  notCopied: '浏览器不允许复制。请选中后手动复制。',

  typing: (names) =>
    names.length === 1
      ? `${names[0]} 正在输入…`
      : names.length === 2
        ? `${names[0]} 和 ${names[1]} 正在输入…`
        : '多人正在输入…',

  // Settings
  language: '语言',
  languageOfBrowser: (name) => `跟随浏览器（${name}）`,
  theme: '外观',
  themes: { system: '跟随系统', light: '浅色', dark: '深色' },
  notify: '有人提到我时通知我',
  notifyHint: '当您没有在看本页面时，在桌面上显示通知。',
  notifyDenied: '浏览器不允许 Parley 发送通知。请先在浏览器设置中允许此页面发送通知，再回到这里开启。',
  notifyUnknown: '此浏览器不支持网页通知。',
  singleKeys: '单键快捷键',
  singleKeysHint: '不在输入文字时，按 ? 或 c 即可使用。',

  // Help
  helpKeys: '快捷键',
  helpCommands: '命令（像消息一样输入）',
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
    send: '发送消息',
    newLine: '换行',
    recall: '输入框为空时，找回之前发过的内容',
    take: '采用建议',
    escape: '关闭建议、列表或对话框',
    besideRoom: '切换到上一个或下一个聊天室',
    unreadRoom: '切换到下一个有新消息的聊天室',
    inLog: '在聊天记录中逐条移动',
    write: '跳到输入框',
    help: '显示此帮助',
  },
  commandUse: {
    join: '/join 聊天室',
    leave: '/leave',
    topic: '/topic 文字',
    me: '/me 动作',
    nick: '/nick 名字',
    help: '/help',
  },
  commandsDo: {
    join: '加入聊天室',
    leave: '退出当前聊天室',
    topic: '设置聊天室的主题；输入短横线则清除',
    me: '描述您正在做什么',
    nick: '换一个名字',
    help: '显示此帮助',
  },

  // How the connection is
  connecting: '正在连接…',
  online: '已连接',
  lost: '连接中断，正在重试',
  unreached: '无法连接服务器，正在重试',
  troubled: '服务器无法读取消息记录，正在重试',
  inSeconds: (seconds) => `${numbers.format(seconds)} 秒后`,
  tryNow: '立即重试',
  connectAgain: '重新连接',
  closed: (why) => `连接已关闭。${why}`,
  serverSaid: (reason) => `服务器提示：“${reason}”。`,

  /** Why a connection was closed for good and what to do about it, by close code. */
  closeCodes: {
    1000: '服务器结束了连接。如要继续，请重新连接。',
    1003: '服务器无法读取此页面发送的内容。请重新加载页面。',
    1007: '服务器无法读取此页面发送的内容。请重新加载页面。',
    1009: '有一条消息超出了服务器的大小限制。请重新连接，并缩短消息。',
    4500: '服务器认为此页面发送的内容属于滥用。请重新加载页面；如果再次出现，请告知管理员。',
    4501: '登录用时过长。请重新连接。',
    4502: '此服务器要求登录，或者您的名字属于某位已登录的用户。请登录，或更换名字。',
    4503: '您已退出登录。如要继续，请重新登录并重新加载页面。',
    4504: '管理人员已将您移出。重新连接之前，请先与他们联系。',
    4505: '管理人员已将您封禁。如认为有误，请联系管理员。',
    4506: '来自您地址的连接过多。请关闭其他聊天窗口，然后重新连接。',
  },
  closeCodeOther: '请重新连接，或重新加载页面。',

  /** What went wrong, by error code; `about` is the name or room it is about. */
  errors: {
    name_empty: () => '请先输入名字。',
    room_empty: () => '请先输入聊天室名称。',
    topic_empty: () => '请在 /topic 后输入主题；输入 /topic - 可清除主题。',
    bad_json: () => '服务器无法读取。请重新加载页面后再试。',
    bad_message: () => '服务器无法读取。请重新加载页面后再试。',
    unknown_type: () => '服务器版本过旧，与此页面不符。请重新加载页面。',
    too_long: () => '内容太长。请缩短，或分成几条发送。',
    not_logged_in: () => '您尚未登录。请重新加载页面。',
    already_logged_in: () => '您已经登录。请重新加载页面。',
    name_invalid: (about) => `“${about}”不能用作名字。请使用 1 到 32 个文字、数字、空格和 . _ ' -`,
    name_taken: (about) => `已有人使用“${about}”这个名字。请另选一个。`,
    unauthorized: () => '此服务器要求先登录。请向管理员询问登录方法。',
    forbidden: () => '您无权在这里执行此操作。此外，每人可加入的聊天室数量也有上限。',
    room_invalid: (about) =>
      `“${about}”不能用作聊天室名称。最多 64 个文字、数字和 - _ . ，并以文字或数字开头。`,
    no_such_room: (about) => `没有名为“${about}”的聊天室。`,
    room_closed: () => '管理人员已关闭此聊天室。',
    not_found: () => '对象不存在或已不在。',
    not_joined: () => '您已不在此聊天室中。请重新加入。',
    already_joined: () => '您已在此聊天室中。请重新加载页面。',
    id_conflict: () => '服务器将它误认为另一条消息。请重试。',
    muted: () => '管理人员已将您禁言。',
    banned: () => '管理人员已禁止您进入此处。',
    rate_limited: () => '操作太快了。请稍候再试。',
    busy: () => '服务器繁忙。请稍候再试。',
    unavailable: () => '服务器暂时无法读取消息记录，会自动恢复；如果持续如此，请告知管理员。',
    internal: () => '服务器出错了。请稍后再试。',
  },
  errorOther: (code) => `服务器拒绝了此操作（${code}）。`,
};
