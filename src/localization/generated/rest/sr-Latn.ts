
    // Do not modify this file by hand!
    // Re-generate this file by running lit-localize

    import {html} from 'lit';
    import {str} from '@lit/localize';

    /* eslint-disable no-irregular-whitespace */
    /* eslint-disable @typescript-eslint/no-explicit-any */

    export const templates = {
      'ask-sms': `Pošalji ga SMS-om`,
'ask-voice': `Pozovi me i reci mi kod`,
'ask-whatsapp': `Pošalji ga preko WhatsApp-a`,
'called': html`Pozvali smo <span class="number">${0}</span>`,
'calling': html`Zovemo <span class="number">${0}</span>`,
'country-aliases': `US: Amerika, SAD; GB: Engleska, Velika Britanija; NL: Holandija; KR: Koreja; AE: Emirati; CZ: Češka Republika; CI: Obala Slonovače; MM: Burma; BY: Bela Rusija; CD: DR Kongo, Zair; MK: Makedonija; IR: Persija`,
'create-account': `Napravi nalog`,
'error-account-blocked': `Ovaj nalog je blokiran.`,
'error-account-exists': `Nalog sa ovim brojem već postoji.`,
'error-account-not-found': `Ne postoji nalog sa ovim brojem.`,
'error-captcha': `Potvrdite da niste robot, pa pokušajte ponovo.`,
'error-challenge-gone': `Kod više ne važi.`,
'error-credentials-invalid': `Broj ili lozinka su pogrešni.`,
'error-delivery-failed': `SMS nije poslat. Proverite broj ili pokušajte ponovo.`,
'error-invalid-phone': `Ovaj broj ne može da prima SMS poruke. Proverite ga.`,
'error-just-sent': str`Na ovaj broj smo već poslali kod. Unesite ga tamo gde ste ga zatražili ili pokušajte ponovo ${0}.`,
'error-misconfigured': `Prijava nije dobro podešena. Obavestite vlasnika sajta.`,
'error-password-rejected': `Ova lozinka se lako pogađa. Izaberite drugu.`,
'error-password-reused': `To je vaša stara lozinka. Izaberite novu.`,
'error-password-short': str`Najmanji broj znakova: ${0}`,
'error-phone-blocked': `Ne možemo da pošaljemo SMS na ovaj broj. Unesite drugi.`,
'error-phone-mismatch': `Ovo nije broj vašeg naloga.`,
'error-session-gone': `Sesija je istekla. Počnite ispočetka.`,
'error-signup-disabled': `Ovde nije moguće praviti nove naloge.`,
'error-unauthenticated': `Prvo se prijavite, pa pokušajte ponovo.`,
'forgot-password': `Zaboravili ste lozinku?`,
'heading-new-password': `Izaberite novu lozinku`,
'heading-password': `Unesite lozinku`,
'heading-register-instead': `Želite li da napravite nalog?`,
'heading-sign-in-instead': `Želite li da se prijavite?`,
'help-resent': `Još ništa? Proverite broj i signal. Telefon možda blokira nepoznate pošiljaoce. Svako čekanje je duže od prethodnog.`,
'listen': `Zovemo vas. Javite se i unesite kod koji čujete.`,
'mfa-elsewhere': `Za to je potrebna druga aplikacija ili uređaj i ovde se ne može uključiti.`,
'new-password': `Nova lozinka`,
'number-landline': `Ovo je možda fiksni telefon. Možemo da ga pozovemo.`,
'password': `Lozinka`,
'register-instead': html`Još ne postoji nalog sa brojem <span class="number">${0}</span>.`,
'save-password': `Sačuvaj lozinku`,
'sent-to-whatsapp': html`Poslato preko WhatsApp-a na <span class="number">${0}</span>`,
'sent-whatsapp': `Poslali smo vam kod preko WhatsApp-a.`,
'show-password': `Prikaži lozinku`,
'sign-in': `Prijavi se`,
'sign-in-instead': html`Nalog sa brojem <span class="number">${0}</span> već postoji.`,
'suggest-mfa': `Drugi korak pri prijavi štiti vaš nalog.`,
'turn-on': `Uključi`,
'use-code': `Radije pošalji kod SMS-om`,
'use-password': `Radije koristi lozinku`,
'will-call': html`Pozvaćemo <span class="number">${0}</span>`,
'will-whatsapp': html`Poslaćemo WhatsApp poruku na <span class="number">${0}</span>`,
    };
  