/**
 * Everything a person reads on the page, in Malay. The shape is that of text.en.js.
 */

const numbers = new Intl.NumberFormat('ms');

/** @type {import('./text.js').Text} */
export default {
  lang: 'ms',

  // The shell: data-text, data-label and data-placeholder in index.jsp name these
  product: 'Parley',
  nameHeading: 'Siapakah anda?',
  nameLabel: 'Nama anda',
  nameHint: 'Nama ini dilihat oleh semua. Hingga 32 huruf, angka, ruang dan . _ \' -',
  enter: 'Mula berbual',
  signIn: 'Log masuk',
  signInHint: 'Atau, jika anda mempunyai nama pengguna dalam organisasi ini:',
  membersOnly: 'Hanya mereka yang mempunyai nama pengguna dalam organisasi ini boleh berbual di sini.',
  signOut: 'Log keluar',
  changeName: 'Tukar nama',
  rooms: 'Bilik',
  roomLabel: 'Sertai bilik lain',
  roomPlaceholder: 'Nama bilik',
  join: 'Sertai',
  people: 'Orang',
  leave: 'Keluar dari bilik',
  noRoom: 'Anda tidak berada dalam mana-mana bilik. Sertai satu bilik untuk membaca dan menulis.',
  sayLabel: 'Mesej anda',
  say: 'Hantar',
  offersLabel: 'Cadangan',
  help: 'Bantuan',
  helpTitle: 'Kekunci dan perintah',
  settings: 'Tetapan',
  close: 'Tutup',
  toNewest: 'Mesej terbaharu',
  older: 'Muatkan mesej terdahulu',

  title: (room, unread) => `${unread === null ? '' : `(${unread}) `}${room === null ? '' : `${room} · `}Parley`,
  number: (count) => numbers.format(count),
  signedInAs: 'Anda ialah',
  you: 'anda',
  guest: 'tetamu',
  member: 'ahli',
  mention: (name) => `Sebut ${name}`,
  namesHidden: 'Terlalu ramai orang di sini, maka mereka hanya dikira dan tidak disenaraikan.',
  unread: (count) => `${numbers.format(count)} mesej baharu`,
  mentions: (count) => `anda disebut ${numbers.format(count)} kali`,
  mentionIn: (name, room) => `${name} di ${room}`,
  logLabel: (room) => `Perbualan di ${room}`,
  beginning: (room) => `Tiada mesej yang lebih awal di ${room}.`,
  empty: 'Belum ada sesiapa bersuara di sini.',
  loading: 'Memuatkan…',
  joining: 'Menyertai…',
  passing: 'Mesej di sini disimpan hanya sehingga pelayan berhenti.',
  gap: 'Mungkin ada mesej terdahulu yang tiada di sini.',
  gapAnew: 'Pelayan memulakan sejarah baharu di sini. Mungkin ada mesej terdahulu yang tiada.',
  loadGap: 'Muatkan',
  notice: 'Pengumuman',
  waiting: 'Belum dihantar: menunggu sambungan.',
  sending: 'Menghantar…',
  notSent: (why) => `Tidak dihantar. ${why}`,
  sayAgain: 'Cuba lagi',
  unsay: 'Buang',
  charactersLeft: (left) =>
    left >= 0 ? `${numbers.format(left)} aksara lagi` : `Terlebih ${numbers.format(-left)} aksara`,
  sayInParts: (count) => `Hantar dalam ${numbers.format(count)} bahagian`,
  offers: (count) => `${numbers.format(count)} cadangan`,
  unknownCommand: (name) => `Tiada perintah /${name}. Untuk memulakan mesej dengan garis miring, taip dua kali.`,
  closedUnsaid: 'Tidak dihantar: sambungan sudah ditutup.',

  // The conversation
  newFromHere: 'Baharu',
  newBelow: (count) => `${numbers.format(count)} mesej baharu di bawah`,
  toUnread: 'Pergi ke mesej pertama yang belum dibaca',
  showAll: 'Tunjukkan semua',
  showLess: 'Tunjukkan kurang',
  copy: 'Salin kod',
  copied: 'Disalin',
  notCopied: 'Pelayar anda tidak membenarkannya disalin. Pilih dan salin sendiri.',

  typing: (names) =>
    names.length === 1
      ? `${names[0]} sedang menaip…`
      : names.length === 2
        ? `${names[0]} dan ${names[1]} sedang menaip…`
        : 'Beberapa orang sedang menaip…',

  // Settings
  language: 'Bahasa',
  languageOfBrowser: (name) => `Ikut pelayar (${name})`,
  theme: 'Warna',
  themes: { system: 'Ikut sistem', light: 'Cerah', dark: 'Gelap' },
  notify: 'Maklumi saya apabila saya disebut',
  notifyHint: 'Pada desktop, semasa anda melihat perkara lain.',
  notifyDenied: 'Pelayar ini tidak membenarkan Parley memaklumi anda. Benarkan pemberitahuan untuk halaman ini dalam tetapan pelayar, kemudian hidupkannya di sini.',
  notifyUnknown: 'Pelayar ini tidak menyokong pemberitahuan daripada halaman web.',
  singleKeys: 'Pintasan satu kekunci',
  singleKeysHint: 'Kekunci ? dan c berfungsi di mana-mana selagi anda tidak sedang menulis.',

  // Help
  helpKeys: 'Kekunci',
  helpCommands: 'Perintah, ditulis sebagai mesej',
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
    send: 'Hantar mesej',
    newLine: 'Mulakan baris baharu',
    recall: 'Panggil semula mesej anda yang lalu, dalam kotak kosong',
    take: 'Pilih cadangan',
    escape: 'Tutup cadangan, senarai atau dialog',
    besideRoom: 'Pergi ke bilik di atas atau di bawah',
    unreadRoom: 'Pergi ke bilik seterusnya yang ada mesej baharu',
    inLog: 'Bergerak antara mesej, dalam perbualan',
    write: 'Pergi ke tempat menulis, dari tempat lain',
    help: 'Tunjukkan bantuan ini',
  },
  commandUse: {
    join: '/join bilik',
    leave: '/leave',
    topic: '/topic teks',
    me: '/me perbuatan',
    nick: '/nick nama',
    help: '/help',
  },
  commandsDo: {
    join: 'Sertai bilik',
    leave: 'Keluar dari bilik ini',
    topic: 'Nyatakan topik bilik ini; tanda sempang membuangnya',
    me: 'Nyatakan apa yang sedang anda lakukan',
    nick: 'Guna nama lain',
    help: 'Tunjukkan bantuan ini',
  },

  // How the connection is
  connecting: 'Menyambung…',
  online: 'Bersambung',
  lost: 'Sambungan terputus, sedang mencuba lagi',
  unreached: 'Pelayan tidak dapat dihubungi, sedang mencuba lagi',
  troubled: 'Pelayan tidak dapat mencapai sejarah mesejnya, sedang mencuba lagi',
  inSeconds: (seconds) => `dalam ${numbers.format(seconds)} s`,
  tryNow: 'Cuba sekarang',
  connectAgain: 'Sambung semula',
  closed: (why) => `Sambungan ditutup. ${why}`,
  serverSaid: (reason) => `Kata pelayan: “${reason}”.`,

  /** Why a connection was closed for good and what to do about it, by close code. */
  closeCodes: {
    1000: 'Pelayan menamatkannya. Sambung semula jika anda mahu teruskan.',
    1003: 'Pelayan tidak dapat membaca apa yang dihantar oleh halaman ini. Muat semula halaman.',
    1007: 'Pelayan tidak dapat membaca apa yang dihantar oleh halaman ini. Muat semula halaman.',
    1009: 'Ada mesej yang lebih besar daripada had pelayan. Sambung semula dan tulis mesej yang lebih pendek.',
    4500: 'Pelayan menganggap apa yang dihantar oleh halaman ini sebagai penyalahgunaan. Muat semula halaman; jika berlaku lagi, beritahu pentadbir anda.',
    4501: 'Log masuk mengambil masa terlalu lama. Sambung semula.',
    4502: 'Pelayan ini mahu anda log masuk, atau nama anda milik seseorang yang telah log masuk. Log masuk, atau tukar nama.',
    4503: 'Anda sudah log keluar: atas permintaan anda, atau kerana lama tiada khabar daripada anda. Log masuk semula untuk meneruskan.',
    4504: 'Moderator telah mengeluarkan anda. Tanya mereka sebelum anda menyambung semula.',
    4505: 'Moderator telah menyekat anda. Tanya pentadbir anda jika anda rasa ini satu kesilapan.',
    4506: 'Terlalu banyak sambungan dari alamat anda. Tutup tetingkap lain sembang ini, kemudian sambung semula.',
  },
  closeCodeOther: 'Sambung semula, atau muat semula halaman.',

  /** What went wrong, by error code; `about` is the name or room it is about. */
  errors: {
    name_empty: () => 'Taip nama dahulu.',
    room_empty: () => 'Taip nama bilik dahulu.',
    topic_empty: () => 'Taip topik selepas /topic, atau /topic - untuk membuangnya.',
    bad_json: () => 'Pelayan tidak dapat membacanya. Muat semula halaman dan cuba lagi.',
    bad_message: () => 'Pelayan tidak dapat membacanya. Muat semula halaman dan cuba lagi.',
    unknown_type: () => 'Pelayan ini terlalu usang untuk halaman ini. Muat semula halaman.',
    too_long: () => 'Terlalu panjang. Pendekkannya, atau hantar dalam beberapa bahagian.',
    not_logged_in: () => 'Anda belum log masuk. Muat semula halaman.',
    already_logged_in: () => 'Anda sudah log masuk. Muat semula halaman.',
    name_invalid: (about) =>
      `“${about}” tidak boleh dijadikan nama di sini. Gunakan 1 hingga 32 huruf, angka, ruang dan . _ ' -`,
    name_taken: (about) => `Orang lain sudah menggunakan nama “${about}”. Pilih nama lain.`,
    unauthorized: () => 'Anda perlu log masuk dahulu di sini.',
    signed_out: () => 'Anda sudah log keluar. Log masuk semula untuk meneruskan.',
    name_fixed: () => 'Nama anda ialah nama log masuk anda. Nama itu tidak boleh ditukar di sini.',
    forbidden: () => 'Anda tidak dibenarkan berbuat demikian di sini. Bilangan bilik bagi setiap orang juga terhad.',
    room_invalid: (about) =>
      `“${about}” tidak boleh dijadikan nama bilik. Gunakan hingga 64 huruf, angka dan - _ . bermula dengan huruf atau angka.`,
    no_such_room: (about) => `Tiada bilik “${about}”.`,
    room_closed: () => 'Moderator telah menutup bilik ini.',
    not_found: () => 'Perkara itu tiada (lagi).',
    not_joined: () => 'Anda tidak lagi berada dalam bilik ini. Sertainya semula.',
    already_joined: () => 'Anda sudah berada dalam bilik ini. Muat semula halaman.',
    id_conflict: () => 'Pelayan tersilap menganggapnya sebagai mesej lain. Cuba lagi.',
    muted: () => 'Moderator telah menyenyapkan anda.',
    banned: () => 'Moderator telah menyekat anda di sini.',
    rate_limited: () => 'Terlalu laju. Tunggu sebentar dan cuba lagi.',
    busy: () => 'Pelayan sedang sibuk. Tunggu sebentar dan cuba lagi.',
    unavailable: () =>
      'Pelayan tidak dapat mencapai sejarah mesejnya buat masa ini. Ia akan pulih sendiri; beritahu pentadbir anda jika berlarutan.',
    internal: () => 'Pelayan gagal. Cuba lagi sebentar lagi.',
  },
  errorOther: (code) => `Pelayan menolaknya (${code}).`,
};
