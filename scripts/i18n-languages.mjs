/** What is particular to each language of the texts: its letters, its terms, what it avoids. `i18n-check.mjs` reads it. */

/**
 * What is particular to a language. A new one needs a row here.
 *
 * @typedef {object} Language
 * @property {RegExp} letter - A letter of its script.
 * @property {() => ReadonlySet<string>} [characters] - The only characters of that script it writes with.
 * @property {readonly string[]} [foreign] - Words of another script that it uses as they are.
 * @property {Record<keyof typeof concepts, RegExp>} terms
 * @property {readonly (readonly [RegExp, string])[]} avoid - What must not stand in a text, and why.
 */

/** The texts that must name a thing by the term that a language has for it. */
export const concepts = {
  code: ['heading-code', 'number-description'],
  phone: ['number-label', 'heading-generic', 'number-missing'],
  sms: ['number-description', 'error-delivery-failed', 'sent'],
};

/** @type {readonly [RegExp, string]} */
const halfWidth = [/[,.;:?!()"']/, 'punctuation is full-width'];
/** @type {readonly [RegExp, string]} */
const typewriter = [/["']|\.\.\.|--/, 'typographic quotes, … and —'];

/** @type {Record<string, Language>} */
export const languages = {
  ar: {
    letter: /[\u0621-\u063a\u0641-\u064a]/u,
    terms: { code: /رمز التحقق/u, phone: /رقم (?:ال)?هاتف/u, sms: /(?:ال)?رسالة (?:ال)?نصية/u },
    avoid: [
      typewriter,
      [/[,;?]/, '، ؛ ؟'],
      [/\u0640/u, 'no tatweel'],
      [/[\u0660-\u0669\u06f0-\u06f9]/u, 'numbers come from the code'],
      [/[\u06a9\u06cc\u067e\u0686\u06af]/u, 'Persian letters'],
      [/كود|شفرة|رمز التأكيد/u, 'رمز التحقق'],
      [/جوّ?ال|موبايل|(?<!هاتف )محمول/u, 'هاتف, هاتف محمول'],
      [/(?<!\p{L})الرجاء|من فضلك/u, 'short: no “please”'],
    ],
  },
  cs: {
    letter: /[a-záčďéěíňóřšťúůýž]/iu,
    terms: { code: /ověřovací\p{L}* kód/iu, phone: /telefonní\p{L}* čísl/iu, sms: /SMS/u },
    avoid: [
      typewriter,
      [/verifikačn|potvrzovac/iu, 'ověřovací kód'],
      [/tel\.|číslo telefonu|mobilu/iu, 'telefonní číslo'],
      [/esemesk|textov\p{L}* zpráv/iu, 'SMS'],
      [/vlož|zadej(?!te)/iu, 'zadejte'],
      [/(?<!\p{L})(?:ty|tvůj|tvé|tvoje|ti|prosím)(?!\p{L})/iu, 'vy, and no “prosím”'],
      [/(?<=[\p{Ll},] )(?:Vy|Vás|Vám|Váš|Vaše\p{L}*)(?!\p{L})/u, 'vy, small inside a sentence'],
      [/(?<!\p{L})[kszvuoaiKSZVUOAI] /u, 'a no-break space after a preposition of one letter'],
    ],
  },
  de: {
    letter: /[a-zäöüß]/iu,
    terms: { code: /Bestätigungscode/u, phone: /Telefonnummer/u, sms: /SMS/u },
    avoid: [
      typewriter,
      [/Verifizierung|Verifikation|Prüfcode|Einmalcode|Kode/u, 'Bestätigungscode'],
      [/Handy|Mobilfunk|Rufnummer|Telefon-/u, 'Telefonnummer, mobile Nummer'],
      [/Textnachricht|Kurznachricht/u, 'SMS'],
      [/Account|Benutzerkonto/u, 'Konto'],
      [/(?:ein|aus)loggen|(?<!\p{L})Log-?in/iu, 'anmelden'],
      [/Passwort zurücksetzten/u, 'zurücksetzen'],
      [/(?<!\p{L})(?:du|dich|dir|dein\p{L}*)(?!\p{L})/iu, 'Sie'],
      [/(?<=[\p{Ll},] )(?:ihr|ihre[nmrs]?|ihnen)(?!\p{L})/u, 'Ihr, Ihnen: great'],
      [/Bitte|bitte/u, 'short: no “bitte”'],
    ],
  },
  es: {
    letter: /[a-záéíñóúü]/iu,
    terms: { code: /código de verificación/iu, phone: /número de teléfono/iu, sms: /SMS/u },
    avoid: [
      typewriter,
      [/^[^¿]*\?|^[^¡]*!/u, '¿ and ¡ before a question and a call'],
      [/confirmación|(?<!\p{L})clave/iu, 'código de verificación'],
      [/celular/iu, 'teléfono, móvil'],
      [/mensaje de texto/iu, 'SMS'],
      [/(?<!\p{L})(?:usted|su|sus|vos|vosotros)(?!\p{L})/iu, 'tú'],
      [/introduc|ingres/iu, 'escribe: the word of both Spain and America'],
      [/(?<!\p{L})(?:comprueba|pide|coge|vale)(?!\p{L})/iu, 'revisa, solicita'],
      [/por favor/iu, 'short: no “por favor”'],
    ],
  },
  'fa-IR': {
    letter: /[آأؤئءابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی]/u,
    terms: { code: /کد تأیید/u, phone: /شماره موبایل/u, sms: /پیامک/u },
    avoid: [
      typewriter,
      [/[,;?]/, '، ؛ ؟'],
      [/\u0640/u, 'no tatweel'],
      [/[\u0660-\u0669\u06f0-\u06f9]/u, 'numbers come from the code'],
      [/رمز یک|پسورد|تایید/u, 'کد تأیید'],
      [/شماره تلفن|تلفن همراه/u, 'شماره موبایل'],
      [/اس‌?ام‌?اس|پیام کوتاه/u, 'پیامک'],
      [/(?<!\p{L})ن?می \p{L}|\p{L} (?:ها|های|ای)(?!\p{L})/u, 'a zero-width non-joiner'],
    ],
  },
  fr: {
    letter: /[a-zàâæçéèêëîïôœùûüÿ]/iu,
    terms: { code: /code de vérification/iu, phone: /numéro de téléphone/iu, sms: /SMS/u },
    avoid: [
      typewriter,
      [/(?<!\u202f)[?!;»]/u, 'a narrow no-break space before ? ! ; »'],
      [/(?<!\u00a0):/u, 'a no-break space before a colon'],
      [/code de (?:validation|confirmation|sécurité)/iu, 'code de vérification'],
      [/portable|cellulaire/iu, 'mobile'],
      [/texto|message texte|par message/iu, 'SMS'],
      [/(?<!\p{L})(?:tu|ton|ta|tes|toi)(?!\p{L})/iu, 'vous'],
      [/entrez|tapez/iu, 'saisissez'],
      [/log(?:in|uer)|s’authentifier/iu, 'se connecter'],
      [/(?<!\p{L})(?:Etat|A |Ecr|Echec)/u, 'accents on capitals'],
      [/veuillez|s’il vous plaît/iu, 'short: the imperative alone'],
    ],
  },
  it: {
    letter: /[a-zàèéìòù]/iu,
    terms: { code: /codice di verifica/iu, phone: /numero di telefono/iu, sms: /SMS/u },
    avoid: [
      typewriter,
      [/codice di (?:conferma|sicurezza|convalida)|codice OTP/iu, 'codice di verifica'],
      [/telefonin|numero cellulare|cellulari/iu, 'numero di telefono, numero di cellulare'],
      [/messaggin|messaggio di testo/iu, 'SMS'],
      [/(?<!\p{L})(?:Lei|Suo|Sua|La preghiamo)(?!\p{L})/u, 'tu'],
      [/inserisca|digiti(?!\p{L})|riprovi(?!\p{L})|controlli(?!\p{L})/iu, 'inserisci, riprova, controlla'],
      [/log-?in|loggar/iu, 'accesso'],
      [/(?<!\p{L})(?:perche|piu|puo|gia|e’)(?!\p{L})/iu, 'its accent'],
      [/per favore|si prega/iu, 'short: the imperative alone'],
    ],
  },
  ja: {
    letter: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u,
    characters: () => charactersOf('euc-jp', [0xa1, 0xf4], [0xa1, 0xfe]), // JIS X 0208
    foreign: ['SMS'],
    terms: { code: /認証コード/u, phone: /電話番号/u, sms: /SMS/u },
    avoid: [
      halfWidth,
      [/確認コード|検証コード|認証番号|暗証/u, '認証コード'],
      [/携帯番号|ケータイ|スマホ/u, '電話番号'],
      [/ショートメッセージ|テキストメッセージ/u, 'SMS'],
      [/サインイン/u, 'ログイン'],
      [/下さい|出来|致し/u, 'in kana'],
      [/国(?![・番])/u, '国・地域'],
      [/。.*(?:です|ます|ません|ました|ください)$/u, 'a full stop after each of two sentences'],
      [/[ぁ-んァ-ヶー一-龠](?:SMS|\{\d\})|SMS[ぁ-んァ-ヶー一-龠]/u, 'a space beside SMS, before numbers'],
    ],
  },
  ko: {
    letter: /\p{Script=Hangul}/u,
    terms: { code: /인증번호/u, phone: /휴대폰 번호/u, sms: /문자/u },
    avoid: [
      typewriter,
      [/확인 ?코드|인증 ?코드|인증 번호/u, '인증번호'],
      [/핸드폰|휴대전화|휴대 전화|전화 ?번호|휴대폰번호/u, '휴대폰 번호'],
      [/메세지|메시지|SMS/u, '문자'],
      [/해주세요|하세요|하십시오|(?<!세)요\.|당신|귀하/u, '-습니다 and -해 주세요; no pronoun'],
      [/\{\d\}(?:을|를|이|가|은|는|으로|로)(?!\p{L})/u, 'no particle that depends on how a number ends'],
    ],
  },
  'pl-PL': {
    letter: /[a-ząćęłńóśźż]/iu,
    terms: { code: /kod\p{L}* weryfikacyjn/iu, phone: /numer\p{L}* telefonu/iu, sms: /SMS/u },
    avoid: [
      typewriter,
      [/kod\p{L}* (?:potwierdz|autoryz|dostęp)/iu, 'kod weryfikacyjny'],
      [/telefoniczn|komórk(?!ow)/iu, 'numer telefonu'],
      [/wiadomoś\p{L}* tekstow/iu, 'SMS'],
      [/(?<!\p{L})(?:Pan|Pani|Państwo|proszę|prosimy)(?!\p{L})/iu, 'the imperative, or no person'],
      [/(?<=[\p{Ll},] )(?:Twój|Twoje\p{L}*|Twoja|Ciebie|Ci)(?!\p{L})/u, 'small inside a sentence'],
      [/logi[nń](?!\p{L})|zaloguj sie/iu, 'logowanie'],
      [/(?<![\p{L}-])[zwuoaiZWUOAI] /u, 'a no-break space after a word of one letter'],
    ],
  },
  'pt-BR': {
    letter: /[a-záâãàçéêíóôõú]/iu,
    terms: { code: /código de verificação/iu, phone: /número de (?:telefone|celular)/iu, sms: /SMS/u },
    avoid: [
      typewriter,
      [/código de (?:confirmação|segurança)/iu, 'código de verificação'],
      [/telemóve|telemove/iu, 'celular'],
      [
        /palavra-passe|utilizador|ecrã|ficheiro|iniciar sessão|sessão iniciada/iu,
        'senha, usuário, tela, login',
      ],
      [/introduz|insira/iu, 'digite'],
      [/(?<!\p{L})(?:tu|teu|tua|vós)(?!\p{L})/iu, 'você'],
      [/por favor/iu, 'short: the imperative alone'],
      [/\p{L}-(?:lhe|nos|vos)(?!\p{L})|est(?:á|amos) a \p{L}+r(?!\p{L})/iu, 'a phrase of Portugal'],
      [/registo|contacto|facto/iu, 'registro, contato'],
    ],
  },
  'pt-PT': {
    letter: /[a-záâãàçéêíóôõú]/iu,
    terms: { code: /código de verificação/iu, phone: /número de telemóvel/iu, sms: /SMS/u },
    avoid: [
      typewriter,
      [/código de (?:confirmação|segurança)/iu, 'código de verificação'],
      [/celular|número de telefone/iu, 'telemóvel'],
      [
        /senha|usuário|(?<!\p{L})tela|arquivo|login|cadastr/iu,
        'palavra-passe, utilizador, ecrã, sessão, registo',
      ],
      [/digite|insira/iu, 'introduza'],
      [/(?<!\p{L})(?:você|vocês|tu|teu|tua)(?!\p{L})/iu, 'the third person, no pronoun'],
      [/por favor/iu, 'short: the imperative alone'],
      [/\p{L}+ndo(?!\p{L})/iu, 'a + infinitive'],
      [/registro|contato(?!\p{L})/iu, 'registo, contacto'],
    ],
  },
  ru: {
    letter: /\p{Script=Cyrillic}/u,
    terms: { code: /код\p{L}* подтверждения/iu, phone: /номер\p{L}* телефона/iu, sms: /СМС/u },
    avoid: [
      typewriter,
      [/смс|Смс/u, 'СМС'],
      [/учётн|учетн/iu, 'аккаунт'],
      [/телефонн/iu, 'номер телефона'],
      [/(?<!\p{L})еще(?!\p{L})|истек(?!\p{L}|ает)|пришел|подтвержден(?!\p{L})|(?<!\p{L})все равно/iu, 'ё'],
      [/(?<=[\p{Ll},] )(?:Вы|Вас|Вам|Ваш\p{L}*)(?!\p{L})/u, 'вы, small inside a sentence'],
    ],
  },
  th: {
    letter: /\p{Script=Thai}/u,
    foreign: ['SMS'],
    terms: { code: /รหัสยืนยัน/u, phone: /หมายเลขโทรศัพท์/u, sms: /SMS/u },
    avoid: [
      typewriter,
      [/[.!?;]/, 'Thai sentences end without a mark'],
      [/OTP|โค้ด|โค๊ด/u, 'รหัสยืนยัน'],
      [/เบอร์โทร/u, 'หมายเลขโทรศัพท์'],
      [/โปรด/u, 'กรุณา'],
      [/อินเตอร์|เว็ปไซ/u, 'อินเทอร์เน็ต, เว็บไซต์'],
    ],
  },
  'tr-TR': {
    letter: /[a-pr-vyzçğıöşüA-PR-VYZÇĞİÖŞÜ]/u,
    terms: { code: /doğrulama kodu/iu, phone: /telefon numara/iu, sms: /SMS/u },
    avoid: [
      typewriter,
      [/onay kodu|güvenlik kodu|şifre kodu/iu, 'doğrulama kodu'],
      [/cep numara|GSM/iu, 'telefon numarası'],
      [/kısa mesaj|metin mesaj/iu, 'SMS'],
      [/oturum aç/iu, 'giriş yap'],
      [/(?<!\p{L})(?:sen|senin|sana|seni)(?!\p{L})/iu, 'siz'],
      [/lütfen/iu, 'short: no “lütfen”'],
      [/\{\d\}['’]/u, 'no ending that depends on how a number ends'],
    ],
  },
  'uk-UA': {
    letter: /[абвгґдеєжзиіїйклмнопрстуфхцчшщьюя]/iu,
    foreign: ['SMS'],
    terms: { code: /код\p{L}* підтвердження/iu, phone: /номер\p{L}* телефону/iu, sms: /SMS/u },
    avoid: [
      typewriter,
      [/СМС|смс/u, 'SMS'],
      [/акаунт/iu, 'обліковий запис'],
      [/мобілк|телефонн/iu, 'номер телефону'],
      [/(?<=[\p{Ll},] )(?:Ви|Вас|Вам|Ваш\p{L}*)(?!\p{L})/u, 'ви, small inside a sentence'],
      [/невірн|запросіть|співпада|слідуюч|будь ласка/iu, 'неправильний, отримайте; no “будь ласка”'],
    ],
  },
  'zh-CN': {
    letter: /\p{Script=Han}/u,
    characters: () => charactersOf('gbk', [0xb0, 0xf7], [0xa1, 0xfe]), // GB 2312
    terms: { code: /验证码/u, phone: /手机号/u, sms: /短信/u },
    avoid: [
      halfWidth,
      [/[校检]验码|动态码|确认码/u, '验证码'],
      [/手机号码|电话号码/u, '手机号'],
      [/简讯|短讯|讯息/u, '短信'],
      [/登[入陆]/u, '登录'],
      [/帐/u, '账号'],
      [/国家(?!\/地区)/u, '国家/地区'],
    ],
  },
  'zh-HK': {
    letter: /\p{Script=Han}/u,
    characters: () => charactersOf('big5', [0xa4, 0xf9], [0x40, 0xfe]), // Big5
    terms: { code: /驗證碼/u, phone: /電話號碼/u, sms: /短訊/u },
    avoid: [
      halfWidth,
      [/校驗|動態碼|確認碼/u, '驗證碼'],
      [/手機/u, '電話號碼, 手提電話號碼'],
      [/簡訊|短信|訊息|信息/u, '短訊'],
      [/登[錄陸]/u, '登入'],
      [/註冊/u, '登記'],
      [/帳號|賬/u, '帳戶'],
      [/網路|服務器|使用者|機器人/u, '網絡, 伺服器, 用戶, 機械人'],
      [/身分/u, '身份'],
      [/您/u, '你'],
      [/國家(?!\/地區)/u, '國家/地區'],
      [/傳送|重新取得/u, '發送, 重新索取'],
      [/\p{Script=Han}\{\d\}/u, 'a space before a number'],
    ],
  },
  'zh-TW': {
    letter: /\p{Script=Han}/u,
    characters: () => charactersOf('big5', [0xa4, 0xf9], [0x40, 0xfe]), // Big5
    terms: { code: /驗證碼/u, phone: /手機號碼/u, sms: /簡訊/u },
    avoid: [
      halfWidth,
      [/校驗|動態碼/u, '驗證碼'],
      [/手機號(?!碼)|電話/u, '手機號碼'],
      [/短信|短訊|信息/u, '簡訊'],
      [/登[錄陸]/u, '登入'],
      [/帳戶|賬/u, '帳號'],
      [/網絡|服務器|默認|用戶/u, '網路, 伺服器, 預設, 使用者'],
      [/身份/u, '身分'],
      [/你/u, '您'],
      [/國家(?!\/地區)/u, '國家/地區'],
      [/\p{Script=Han}\{\d\}/u, 'a space before a number'],
    ],
  },
};

/**
 * Units that rightly read as in English, by language.
 *
 * @type {Record<string, readonly string[]>}
 */
export const sameAsSource = {};

/** @type {Map<string, ReadonlySet<string>>} */
const characterSets = new Map();

/**
 * The characters of an old double-byte set: what tells simplified from traditional Chinese.
 *
 * @param {string} encoding
 * @param {readonly [number, number]} lead - First and last lead byte.
 * @param {readonly [number, number]} trail
 */
function charactersOf(encoding, lead, trail) {
  const known = characterSets.get(encoding);
  if (known) return known;
  const decoder = new TextDecoder(encoding);
  /** @type {Set<string>} */
  const characters = new Set();
  for (let first = lead[0]; first <= lead[1]; first++) {
    for (let second = trail[0]; second <= trail[1]; second++) {
      characters.add(decoder.decode(new Uint8Array([first, second])));
    }
  }
  characterSets.set(encoding, characters);
  return characters;
}
