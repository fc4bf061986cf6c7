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
  da: {
    name: 'Dansk',
    english: 'Danish',
    sms: 'GSM-7',
    letter: /[a-zæøåé]/iu,
    terms: { code: /bekræftelseskode/iu, phone: /telefonnummer/iu, sms: /sms/iu },
    avoid: [
      typewriter,
      [/verifikation|engangskode|kodeord|SMS/u, 'bekræftelseskode, adgangskode, sms'],
      [/(?<!\p{L})(?:De|Dem|Deres)(?!\p{L})/u, 'du'],
      [/venligst/iu, 'short: no “please”'],
    ],
  },
  nb: {
    name: 'Norsk bokmål',
    english: 'Norwegian',
    sms: 'GSM-7',
    letter: /[a-zæøåé]/iu,
    terms: { code: /bekreftelseskode/iu, phone: /telefonnummer/iu, sms: /SMS/u },
    avoid: [
      typewriter,
      [/verifiserings|engangskode|tekstmelding/iu, 'bekreftelseskode, SMS'],
      [/(?<!\p{L})(?:De|Dem|Deres)(?!\p{L})/u, 'du'],
      [/vennligst/iu, 'short: no “please”'],
    ],
  },
  nl: {
    name: 'Nederlands',
    english: 'Dutch',
    sms: 'GSM-7',
    letter: /[a-zëïéöü]/iu,
    terms: { code: /verificatiecode/iu, phone: /telefoonnummer/iu, sms: /sms/iu },
    avoid: [
      typewriter,
      [/bevestigingscode|SMS|mobieltje/u, 'verificatiecode, sms, mobiel nummer'],
      [/(?<!\p{L})(?:u|uw)(?!\p{L})/iu, 'je'],
      [/alstublieft|alsjeblieft|graag/iu, 'short: no “please”'],
    ],
  },
  sv: {
    name: 'Svenska',
    english: 'Swedish',
    sms: 'GSM-7',
    letter: /[a-zåäöé]/iu,
    terms: { code: /verifieringskod/iu, phone: /telefonnummer/iu, sms: /sms/iu },
    avoid: [
      typewriter,
      [/bekräftelsekod|engångskod|textmeddelande|SMS/u, 'verifieringskod, sms'],
      [/(?<!\p{L})(?:Ni|Er|Ert)(?!\p{L})/u, 'du'],
      [/vänligen/iu, 'short: no “please”'],
    ],
  },
};
