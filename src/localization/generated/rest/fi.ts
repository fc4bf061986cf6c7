
    // Do not modify this file by hand!
    // Re-generate this file by running lit-localize

    import {html} from 'lit';
    import {str} from '@lit/localize';

    /* eslint-disable no-irregular-whitespace */
    /* eslint-disable @typescript-eslint/no-explicit-any */

    export const templates = {
      'ask-sms': `Lähetä tekstiviestillä`,
'ask-voice': `Soita minulle ja kerro koodi`,
'ask-whatsapp': `Lähetä WhatsAppilla`,
'called': html`Soitimme numeroon <span class="number">${0}</span>`,
'calling': html`Soitamme nyt numeroon <span class="number">${0}</span>`,
'country-aliases': `US: Amerikka, USA; GB: Englanti, Iso-Britannia; NL: Hollanti; KR: Korea; AE: Emiraatit; CZ: Tsekin tasavalta; CI: Norsunluurannikko; MM: Burma; BY: Valko-Venäjä; CD: Kongon demokraattinen tasavalta; MK: Makedonia; IR: Persia`,
'create-account': `Luo tili`,
'error-account-blocked': `Tili on estetty.`,
'error-account-exists': `Tällä numerolla on jo tili.`,
'error-account-not-found': `Tällä numerolla ei ole tiliä.`,
'error-captcha': `Vahvista, ettet ole robotti, ja yritä uudelleen.`,
'error-challenge-gone': `Koodi ei ole enää voimassa.`,
'error-credentials-invalid': `Numero tai salasana on väärä.`,
'error-delivery-failed': `Tekstiviestiä ei lähetetty. Tarkista numero tai yritä uudelleen.`,
'error-invalid-phone': `Tähän numeroon ei voi lähettää tekstiviestejä. Tarkista se.`,
'error-just-sent': str`Tähän numeroon on jo lähetetty koodi. Käytä sitä siellä, missä pyysit koodia, tai yritä uudelleen ${0}.`,
'error-misconfigured': `Kirjautuminen on määritetty väärin. Kerro sivuston omistajalle.`,
'error-password-rejected': `Salasana on liian helppo arvata. Valitse toinen.`,
'error-password-reused': `Tämä on vanha salasanasi. Valitse uusi.`,
'error-password-short': str`Käytä vähintään ${0} merkkiä.`,
'error-phone-blocked': `Tähän numeroon ei voi lähettää viestejä. Käytä toista.`,
'error-phone-mismatch': `Tämä ei ole tilisi numero.`,
'error-session-gone': `Istuntosi on päättynyt. Aloita alusta.`,
'error-signup-disabled': `Täällä ei voi luoda uusia tilejä.`,
'error-unauthenticated': `Kirjaudu ensin sisään ja yritä uudelleen.`,
'forgot-password': `Unohtuiko salasana?`,
'heading-new-password': `Valitse uusi salasana`,
'heading-password': `Kirjoita salasana`,
'heading-register-instead': `Haluatko luoda tilin?`,
'heading-sign-in-instead': `Haluatko kirjautua sisään?`,
'help-resent': `Eikö vieläkään? Tarkista numero ja kuuluvuus. Puhelimesi saattaa estää tuntemattomat lähettäjät. Odotusaika pitenee joka kerralla.`,
'listen': `Soitamme sinulle. Vastaa ja kirjoita koodi, jonka kuulet.`,
'mfa-elsewhere': `Siihen tarvitaan toinen sovellus tai laite, eikä se onnistu täällä.`,
'new-password': `Uusi salasana`,
'number-landline': `Tämä voi olla lankapuhelin. Voimme soittaa siihen.`,
'password': `Salasana`,
'register-instead': html`Numerolla <span class="number">${0}</span> ei ole vielä tiliä.`,
'save-password': `Tallenna salasana`,
'sent-to-whatsapp': html`Lähetetty WhatsAppilla numeroon <span class="number">${0}</span>`,
'sent-whatsapp': `Lähetimme sinulle koodin WhatsAppilla.`,
'show-password': `Näytä salasana`,
'sign-in': `Kirjaudu sisään`,
'sign-in-instead': html`Numerolla <span class="number">${0}</span> on jo tili.`,
'suggest-mfa': `Kirjautumisen toinen vaihe suojaa tiliäsi.`,
'turn-on': `Ota käyttöön`,
'use-code': `Lähetä koodi tekstiviestillä`,
'use-password': `Käytä sen sijaan salasanaa`,
'will-call': html`Soitamme numeroon <span class="number">${0}</span>`,
'will-whatsapp': html`WhatsApp-viesti lähetetään numeroon <span class="number">${0}</span>`,
    };
  