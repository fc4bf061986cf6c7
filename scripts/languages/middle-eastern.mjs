/** Languages of the Middle East: rows of the table in `index.mjs`. */
import { typewriter } from './rules.mjs';

/** @type {Record<string, import('./index.mjs').Language>} */
export default {
  ar: {
    name: 'العربية',
    english: 'Arabic',
    sms: 'UCS-2',
    isRightToLeft: true,
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
  'fa-IR': {
    name: 'فارسی',
    english: 'Persian',
    sms: 'UCS-2',
    isRightToLeft: true,
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
  'tr-TR': {
    name: 'Türkçe',
    english: 'Turkish',
    sms: 'UCS-2',
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
};
