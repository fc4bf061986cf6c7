/** Greek and the Uralic languages: rows of the table in `index.mjs`. */
import { typewriter } from './rules.mjs';

/** @type {Record<string, import('./index.mjs').Language>} */
export default {
  el: {
    name: 'Ελληνικά',
    english: 'Greek',
    sms: 'UCS-2',
    letter: /\p{Script=Greek}/u,
    foreign: ['SMS'],
    terms: { code: /κωδικ\p{L}* επαλήθευσης/iu, phone: /αριθμ\p{L}* τηλεφώνου/iu, sms: /SMS/u },
    avoid: [
      typewriter,
      [/\?/, 'the Greek question mark'],
      [/κωδικ\p{L}* επιβεβαίωσης|μήνυμα κειμένου/iu, 'κωδικός επαλήθευσης, SMS'],
      [/παρακαλ/iu, 'short: no “please”'],
    ],
  },
  fi: {
    name: 'Suomi',
    english: 'Finnish',
    sms: 'GSM-7',
    letter: /[a-zäöå]/iu,
    terms: { code: /vahvistuskoodi/iu, phone: /puhelinnumero/iu, sms: /tekstiviest/iu },
    avoid: [
      typewriter,
      [/varmennuskoodi|kertakäyttö|kännykk|SMS/iu, 'vahvistuskoodi, puhelinnumero, tekstiviesti'],
      [/(?<!\p{L})(?:te|teidän|ole hyvä)(?!\p{L})/iu, 'sinä'],
    ],
  },
  hu: {
    name: 'Magyar',
    english: 'Hungarian',
    sms: 'UCS-2',
    letter: /[a-záéíóöőúüű]/iu,
    terms: { code: /ellenőrző kód/iu, phone: /telefonszám/iu, sms: /SMS/u },
    avoid: [
      typewriter,
      [/megerősítő kód|hitelesítő kód|szöveges üzenet/iu, 'ellenőrző kód, SMS'],
      [/(?<!\p{L})(?:te|neked|tiéd|kérjük|add|írd)(?!\p{L})/iu, 'Ön, and no “kérjük”'],
    ],
  },
};
