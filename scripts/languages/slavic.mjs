/** Slavic languages: rows of the table in `index.mjs`. */
import { typewriter } from './rules.mjs';

/** @type {Record<string, import('./index.mjs').Language>} */
export default {
  cs: {
    name: 'Čeština',
    english: 'Czech',
    sms: 'UCS-2',
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
  'pl-PL': {
    name: 'Polski',
    english: 'Polish',
    sms: 'UCS-2',
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
  ru: {
    name: 'Русский',
    english: 'Russian',
    sms: 'UCS-2',
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
  'uk-UA': {
    name: 'Українська',
    english: 'Ukrainian',
    sms: 'UCS-2',
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
};
