
    // Do not modify this file by hand!
    // Re-generate this file by running lit-localize

    import {html} from 'lit';
    import {str} from '@lit/localize';

    /* eslint-disable no-irregular-whitespace */
    /* eslint-disable @typescript-eslint/no-explicit-any */

    export const templates = {
      'ask-sms': `Pošalji ga SMS-om`,
'ask-voice': `Nazovi me i reci mi kod`,
'ask-whatsapp': `Pošalji ga putem WhatsAppa`,
'called': html`Nazvali smo <span class="number">${0}</span>`,
'calling': html`Zovemo <span class="number">${0}</span>`,
'country-aliases': `US: Amerika, SAD; GB: Engleska, Velika Britanija; NL: Holandija; KR: Koreja; AE: Emirati; CZ: Češka Republika; CI: Bjelokosna Obala; MM: Burma; BY: Bijela Rusija; CD: DR Kongo, Zair; MK: Makedonija; IR: Perzija`,
'create-account': `Izradi račun`,
'error-account-blocked': `Ovaj je račun blokiran.`,
'error-account-exists': `Račun s ovim brojem već postoji.`,
'error-account-not-found': `Ne postoji račun s ovim brojem.`,
'error-captcha': `Potvrdite da niste robot, pa pokušajte ponovno.`,
'error-challenge-gone': `Kod više ne vrijedi.`,
'error-credentials-invalid': `Broj ili lozinka su pogrešni.`,
'error-delivery-failed': `SMS nije poslan. Provjerite broj ili pokušajte ponovno.`,
'error-invalid-phone': `Ovaj broj ne može primati SMS poruke. Provjerite ga.`,
'error-just-sent': str`Na ovaj smo broj već poslali kod. Unesite ga ondje gdje ste ga zatražili ili pokušajte ponovno ${0}.`,
'error-misconfigured': `Prijava nije ispravno postavljena. Javite vlasniku stranice.`,
'error-password-rejected': `Ovu je lozinku lako pogoditi. Odaberite drugu.`,
'error-password-reused': `To je vaša stara lozinka. Odaberite novu.`,
'error-password-short': str`Najmanji broj znakova: ${0}`,
'error-phone-blocked': `Ne možemo poslati SMS na ovaj broj. Unesite drugi.`,
'error-phone-mismatch': `Ovo nije broj vašeg računa.`,
'error-session-gone': `Sesija je istekla. Počnite ispočetka.`,
'error-signup-disabled': `Ovdje nije moguće izraditi nove račune.`,
'error-unauthenticated': `Prvo se prijavite, pa pokušajte ponovno.`,
'forgot-password': `Zaboravili ste lozinku?`,
'heading-new-password': `Odaberite novu lozinku`,
'heading-password': `Unesite lozinku`,
'heading-register-instead': `Želite li izraditi račun?`,
'heading-sign-in-instead': `Želite li se prijaviti?`,
'help-resent': `Još ništa? Provjerite broj i signal. Vaš telefon možda blokira nepoznate pošiljatelje. Svako je čekanje dulje od prethodnog.`,
'listen': `Zovemo vas. Javite se i unesite kod koji čujete.`,
'mfa-elsewhere': `Za to treba druga aplikacija ili uređaj i ne može se uključiti ovdje.`,
'new-password': `Nova lozinka`,
'number-landline': `Ovo je možda fiksni telefon. Možemo ga nazvati.`,
'password': `Lozinka`,
'register-instead': html`Još ne postoji račun s brojem <span class="number">${0}</span>.`,
'save-password': `Spremi lozinku`,
'sent-to-whatsapp': html`Poslano putem WhatsAppa na <span class="number">${0}</span>`,
'sent-whatsapp': `Poslali smo vam kod putem WhatsAppa.`,
'show-password': `Prikaži lozinku`,
'sign-in': `Prijavi se`,
'sign-in-instead': html`Račun s brojem <span class="number">${0}</span> već postoji.`,
'suggest-mfa': `Drugi korak pri prijavi štiti vaš račun.`,
'turn-on': `Uključi`,
'use-code': `Radije pošalji kod SMS-om`,
'use-password': `Radije upotrijebi lozinku`,
'will-call': html`Nazvat ćemo <span class="number">${0}</span>`,
'will-whatsapp': html`Poslat ćemo WhatsApp poruku na <span class="number">${0}</span>`,
    };
  