/** The page's own texts, for what a visitor sees first; the workbench is in English. The widget brings its own texts. */

const en = {
  title: 'Sign in by phone, on any web page',
  lead: 'One tag. People type their number any way they like, get a code by text message, and are signed in.',
  safe: 'Try any number: the message arrives on the phone shown here, and nothing is really sent.',
  inPage:
    'There is no server behind this copy of the page: the sign-in server itself runs in your browser, and hands its messages to this phone.',
  language: 'Language',
  appearance: 'Appearance',
  light: 'Light',
  auto: 'Like the system',
  dark: 'Dark',
  preview: 'Live preview',
  phone: 'Simulated phone',
  sender: 'Demo sign-in',
  messages: 'Messages',
  noMessages: 'Your code will arrive here.',
  tapHint: 'Tap the code to fill it in.',
  useCode: (code: string) => `Use the code ${code}`,
  session: 'The session your page receives',
  confirmed: 'Confirmed by GET /api/phone/session',
  signOut: 'Sign out and start again',
  snippet: 'Put it on your page',
  copy: 'Copy',
  copied: 'Copied',
  allLanguages: 'All languages at once',
};

export type PageTexts = typeof en;

// A zero-width space (\u200b) is where the headline may break.
const zhCN: PageTexts = {
  title: '为任何网页\u200b加上手机号登录',
  lead: '只需一个标签。用户随意输入自己的手机号，收到短信验证码，即可登录。',
  safe: '可以输入任意号码：短信会出现在这里的手机上，并不会真正发送。',
  inPage: '这个页面背后没有服务器：登录服务就在您的浏览器中运行，短信直接交给这部手机。',
  language: '语言',
  appearance: '外观',
  light: '浅色',
  auto: '跟随系统',
  dark: '深色',
  preview: '实时预览',
  phone: '模拟手机',
  sender: '登录演示',
  messages: '短信',
  noMessages: '验证码会出现在这里。',
  tapHint: '点按验证码即可填入。',
  useCode: code => `使用验证码 ${code}`,
  session: '页面收到的会话',
  confirmed: '已通过 GET /api/phone/session 确认',
  signOut: '退出并重新开始',
  snippet: '放到您的网页上',
  copy: '复制',
  copied: '已复制',
  allLanguages: '一次查看全部语言',
};

const zhTW: PageTexts = {
  title: '為任何網頁\u200b加上手機號碼登入',
  lead: '只需一個標籤。使用者隨意輸入自己的手機號碼，收到簡訊驗證碼，即可登入。',
  safe: '可以輸入任意號碼：簡訊會出現在這裡的手機上，並不會真正傳送。',
  inPage: '這個頁面背後沒有伺服器：登入服務就在您的瀏覽器中執行，簡訊直接交給這支手機。',
  language: '語言',
  appearance: '外觀',
  light: '淺色',
  auto: '跟隨系統',
  dark: '深色',
  preview: '即時預覽',
  phone: '模擬手機',
  sender: '登入示範',
  messages: '簡訊',
  noMessages: '驗證碼會出現在這裡。',
  tapHint: '點一下驗證碼即可填入。',
  useCode: code => `使用驗證碼 ${code}`,
  session: '頁面收到的工作階段',
  confirmed: '已透過 GET /api/phone/session 確認',
  signOut: '登出並重新開始',
  snippet: '放到您的網頁上',
  copy: '複製',
  copied: '已複製',
  allLanguages: '一次檢視全部語言',
};

const th: PageTexts = {
  title: 'เข้าสู่ระบบด้วยเบอร์โทรศัพท์ สำหรับทุกเว็บเพจ',
  lead: 'เพียงแท็กเดียว ผู้ใช้พิมพ์เบอร์แบบใดก็ได้ รับรหัสทางข้อความ แล้วเข้าสู่ระบบได้ทันที',
  safe: 'ลองใช้เบอร์ใดก็ได้ ข้อความจะมาถึงโทรศัพท์ที่แสดงตรงนี้ และไม่มีการส่งจริง',
  inPage: 'หน้านี้ไม่มีเซิร์ฟเวอร์อยู่เบื้องหลัง เซิร์ฟเวอร์สำหรับเข้าสู่ระบบทำงานในเบราว์เซอร์ของคุณ และส่งข้อความมายังโทรศัพท์เครื่องนี้',
  language: 'ภาษา',
  appearance: 'รูปแบบสี',
  light: 'สว่าง',
  auto: 'ตามระบบ',
  dark: 'มืด',
  preview: 'ตัวอย่างใช้งานจริง',
  phone: 'โทรศัพท์จำลอง',
  sender: 'สาธิตการเข้าสู่ระบบ',
  messages: 'ข้อความ',
  noMessages: 'รหัสของคุณจะมาถึงที่นี่',
  tapHint: 'แตะรหัสเพื่อกรอกให้อัตโนมัติ',
  useCode: code => `ใช้รหัส ${code}`,
  session: 'เซสชันที่เพจของคุณได้รับ',
  confirmed: 'ยืนยันแล้วโดย GET /api/phone/session',
  signOut: 'ออกจากระบบและเริ่มใหม่',
  snippet: 'ใส่ลงในเพจของคุณ',
  copy: 'คัดลอก',
  copied: 'คัดลอกแล้ว',
  allLanguages: 'ดูทุกภาษาพร้อมกัน',
};

const ru: PageTexts = {
  title: 'Вход по номеру телефона для любой страницы',
  lead: 'Один тег. Человек вводит номер так, как привык, получает код в сообщении и входит.',
  safe: 'Введите любой номер: сообщение придёт на телефон, который вы видите здесь, а по сети ничего не отправится.',
  inPage:
    'У этой копии страницы нет сервера: сервер входа работает прямо в вашем браузере и передаёт сообщения на этот телефон.',
  language: 'Язык',
  appearance: 'Оформление',
  light: 'Светлое',
  auto: 'Как в системе',
  dark: 'Тёмное',
  preview: 'Живой пример',
  phone: 'Модель телефона',
  sender: 'Пробный вход',
  messages: 'Сообщения',
  noMessages: 'Код придёт сюда.',
  tapHint: 'Нажмите на код, чтобы подставить его.',
  useCode: code => `Подставить код ${code}`,
  session: 'Сеанс, который получает страница',
  confirmed: 'Подтверждено запросом GET /api/phone/session',
  signOut: 'Выйти и начать заново',
  snippet: 'Добавьте на свою страницу',
  copy: 'Копировать',
  copied: 'Скопировано',
  allLanguages: 'Все языки сразу',
};

export const pageTexts = { en, 'zh-CN': zhCN, 'zh-TW': zhTW, th, ru };

export type Language = keyof typeof pageTexts;

export function isLanguage(value: string | null): value is Language {
  return value !== null && Object.hasOwn(pageTexts, value);
}

/** The language of ours nearest to what a browser asks for; English where there is none. */
export function nearestLanguage(tags: readonly string[]): Language {
  for (const tag of tags) {
    const { language, script } = new Intl.Locale(tag).maximize();
    if (language === 'zh') return script === 'Hant' ? 'zh-TW' : 'zh-CN';
    if (isLanguage(language)) return language;
  }
  return 'en';
}
