/** Germanic languages: rows of the table in `index.mjs`. */
import { typewriter } from './rules.mjs';

/** @type {Record<string, import('./index.mjs').Language>} */
export default {
  de: {
    name: 'Deutsch',
    english: 'German',
    sms: 'GSM-7',
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
};
