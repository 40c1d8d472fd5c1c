/**
 * Everything a person reads on the page, in Chinese as it is written in Taiwan. The shape is that of text.en.js.
 */

const numbers = new Intl.NumberFormat('zh-Hant');

/** @type {import('./text.js').Text} */
export default {
  lang: 'zh-Hant',

  // The shell: data-text, data-label and data-placeholder in index.jsp name these
  product: 'Parley',
  nameHeading: '怎麼稱呼您？',
  nameLabel: '您的名字',
  nameHint: '其他人會看到這個名字。最多 32 個字元，可用文字、數字、空格和 . _ \' -',
  enter: '開始聊天',
  signOut: '更換名字',
  rooms: '聊天室',
  roomLabel: '加入其他聊天室',
  roomPlaceholder: '聊天室名稱',
  join: '加入',
  people: '成員',
  leave: '離開聊天室',
  noRoom: '您還沒有加入任何聊天室。加入一個就能開始聊天。',
  sayLabel: '輸入訊息',
  say: '傳送',
  offersLabel: '建議',
  help: '說明',
  helpTitle: '快速鍵與指令',
  settings: '設定',
  close: '關閉',
  toNewest: '最新訊息',
  older: '載入更早的訊息',

  title: (room, unread) => `${unread === null ? '' : `(${unread}) `}${room === null ? '' : `${room} · `}Parley`,
  number: (count) => numbers.format(count),
  signedInAs: '您的名字是',
  you: '您',
  guest: '訪客',
  mention: (name) => `提及 ${name}`,
  namesHidden: '人數太多，只顯示總數，不逐一列出。',
  unread: (count) => `${numbers.format(count)} 則新訊息`,
  mentions: (count) => `${numbers.format(count)} 則提及您`,
  mentionIn: (name, room) => `${name}（${room}）`,
  logLabel: (room) => `${room} 的對話`,
  beginning: (room) => `${room} 沒有更早的訊息了。`,
  empty: '這裡還沒有人發言。',
  loading: '載入中…',
  joining: '加入中…',
  passing: '這裡的訊息只會保留到伺服器停止為止。',
  gap: '這裡可能缺少一些較早的訊息。',
  gapAnew: '伺服器在這裡開始了新的紀錄，較早的訊息可能遺失。',
  loadGap: '載入這些訊息',
  notice: '公告',
  waiting: '尚未傳送：正在等待連線。',
  sending: '傳送中…',
  notSent: (why) => `未傳送。${why}`,
  sayAgain: '再試一次',
  unsay: '捨棄',
  charactersLeft: (left) =>
    left >= 0 ? `還可輸入 ${numbers.format(left)} 個字元` : `超出 ${numbers.format(-left)} 個字元`,
  sayInParts: (count) => `分成 ${numbers.format(count)} 則傳送`,
  offers: (count) => `${numbers.format(count)} 個建議`,
  unknownCommand: (name) => `沒有 /${name} 這個指令。若要傳送以斜線開頭的訊息，請輸入兩個斜線。`,
  closedUnsaid: '未傳送：連線已關閉。',

  // The conversation
  newFromHere: '新訊息',
  newBelow: (count) => `下方有 ${numbers.format(count)} 則新訊息`,
  toUnread: '跳到第一則未讀訊息',
  showAll: '顯示全文',
  showLess: '收合',
  copy: '複製程式碼',
  copied: '已複製',
  notCopied: '瀏覽器不允許複製。請選取後自行複製。',

  typing: (names) =>
    names.length === 1
      ? `${names[0]} 正在輸入…`
      : names.length === 2
        ? `${names[0]} 和 ${names[1]} 正在輸入…`
        : '多人正在輸入…',

  // Settings
  language: '語言',
  languageOfBrowser: (name) => `依瀏覽器設定（${name}）`,
  theme: '外觀',
  themes: { system: '依系統設定', light: '淺色', dark: '深色' },
  notify: '有人提及我時通知我',
  notifyHint: '當您沒有在看這個頁面時，於桌面顯示通知。',
  notifyDenied: '瀏覽器不允許 Parley 傳送通知。請先在瀏覽器設定中允許這個頁面傳送通知，再回到這裡開啟。',
  notifyUnknown: '這個瀏覽器不支援網頁通知。',
  singleKeys: '單鍵快速鍵',
  singleKeysHint: '沒有在輸入文字時，按 ? 或 c 即可使用。',

  // Help
  helpKeys: '快速鍵',
  helpCommands: '指令（像訊息一樣輸入）',
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
    send: '傳送訊息',
    newLine: '換行',
    recall: '輸入框空白時，找回之前傳過的內容',
    take: '採用建議',
    escape: '關閉建議、清單或對話框',
    besideRoom: '切換到上一個或下一個聊天室',
    unreadRoom: '切換到下一個有新訊息的聊天室',
    inLog: '在對話中逐則移動',
    write: '跳到輸入框',
    help: '顯示這份說明',
  },
  commandUse: {
    join: '/join 聊天室',
    leave: '/leave',
    topic: '/topic 文字',
    me: '/me 動作',
    nick: '/nick 名字',
    help: '/help',
  },
  commandsDo: {
    join: '加入聊天室',
    leave: '離開目前的聊天室',
    topic: '設定聊天室的主題；輸入連字號則清除',
    me: '描述您正在做什麼',
    nick: '換一個名字',
    help: '顯示這份說明',
  },

  // How the connection is
  connecting: '連線中…',
  online: '已連線',
  lost: '連線中斷，正在重試',
  unreached: '無法連上伺服器，正在重試',
  troubled: '伺服器無法讀取訊息紀錄，正在重試',
  inSeconds: (seconds) => `${numbers.format(seconds)} 秒後`,
  tryNow: '立即重試',
  connectAgain: '重新連線',
  closed: (why) => `連線已關閉。${why}`,
  serverSaid: (reason) => `伺服器表示：「${reason}」。`,

  /** Why a connection was closed for good and what to do about it, by close code. */
  closeCodes: {
    1000: '伺服器結束了連線。若要繼續，請重新連線。',
    1003: '伺服器無法讀取這個頁面送出的內容。請重新載入頁面。',
    1007: '伺服器無法讀取這個頁面送出的內容。請重新載入頁面。',
    1009: '有一則訊息超過伺服器的大小限制。請重新連線，並縮短訊息。',
    4500: '伺服器認為這個頁面送出的內容屬於濫用。請重新載入頁面；若再次發生，請告知管理員。',
    4501: '登入花費的時間過長。請重新連線。',
    4502: '這台伺服器要求登入，或者您的名字屬於某位已登入的使用者。請登入，或更換名字。',
    4503: '您已登出。若要繼續，請重新登入並重新載入頁面。',
    4504: '版主已將您移出。重新連線之前，請先與他們聯絡。',
    4505: '版主已將您封鎖。若認為有誤，請聯絡管理員。',
    4506: '來自您位址的連線過多。請關閉其他聊天視窗，然後重新連線。',
  },
  closeCodeOther: '請重新連線，或重新載入頁面。',

  /** What went wrong, by error code; `about` is the name or room it is about. */
  errors: {
    name_empty: () => '請先輸入名字。',
    room_empty: () => '請先輸入聊天室名稱。',
    topic_empty: () => '請在 /topic 後輸入主題；輸入 /topic - 可清除主題。',
    bad_json: () => '伺服器無法讀取。請重新載入頁面後再試。',
    bad_message: () => '伺服器無法讀取。請重新載入頁面後再試。',
    unknown_type: () => '伺服器版本過舊，與這個頁面不符。請重新載入頁面。',
    too_long: () => '內容太長。請縮短，或分成幾則傳送。',
    not_logged_in: () => '您尚未登入。請重新載入頁面。',
    already_logged_in: () => '您已經登入。請重新載入頁面。',
    name_invalid: (about) => `「${about}」不能當作名字。請使用 1 到 32 個文字、數字、空格和 . _ ' -`,
    name_taken: (about) => `已經有人使用「${about}」這個名字。請另選一個。`,
    unauthorized: () => '這台伺服器要求先登入。請向管理員詢問登入方式。',
    forbidden: () => '您無權在這裡執行此操作。此外，每個人可加入的聊天室數量也有上限。',
    room_invalid: (about) =>
      `「${about}」不能當作聊天室名稱。最多 64 個文字、數字和 - _ . ，並以文字或數字開頭。`,
    no_such_room: (about) => `沒有名為「${about}」的聊天室。`,
    room_closed: () => '版主已關閉這個聊天室。',
    not_found: () => '對象不存在或已不在。',
    not_joined: () => '您已不在這個聊天室。請重新加入。',
    already_joined: () => '您已在這個聊天室。請重新載入頁面。',
    id_conflict: () => '伺服器將它誤認為另一則訊息。請再試一次。',
    muted: () => '版主已將您禁言。',
    banned: () => '版主已禁止您進入這裡。',
    rate_limited: () => '動作太快了。請稍候再試。',
    busy: () => '伺服器忙碌中。請稍候再試。',
    unavailable: () => '伺服器暫時無法讀取訊息紀錄，會自動恢復；若持續如此，請告知管理員。',
    internal: () => '伺服器發生錯誤。請稍後再試。',
  },
  errorOther: (code) => `伺服器拒絕了這項操作（${code}）。`,
};
