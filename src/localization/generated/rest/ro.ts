
    // Do not modify this file by hand!
    // Re-generate this file by running lit-localize

    import {html} from 'lit';
    import {str} from '@lit/localize';

    /* eslint-disable no-irregular-whitespace */
    /* eslint-disable @typescript-eslint/no-explicit-any */

    export const templates = {
      'ask-sms': `Primiți codul prin SMS`,
'ask-voice': `Primiți codul printr-un apel`,
'ask-whatsapp': `Primiți codul prin WhatsApp`,
'called': html`Am sunat la <span class="number">${0}</span>`,
'calling': html`Sunăm acum la <span class="number">${0}</span>`,
'country-aliases': `US: America, SUA; GB: Anglia, Marea Britanie; NL: Olanda; KR: Coreea; AE: Emirate; CI: Coasta de Fildeș; BY: Rusia Albă; CZ: Republica Cehă; MM: Birmania; CD: RD Congo, Zair; MK: Macedonia; IR: Persia`,
'create-account': `Creați un cont`,
'error-account-blocked': `Acest cont este blocat.`,
'error-account-exists': `Există deja un cont cu acest număr.`,
'error-account-not-found': `Nu există niciun cont cu acest număr.`,
'error-captcha': `Confirmați că nu sunteți robot, apoi încercați din nou.`,
'error-challenge-gone': `Codul nu mai este valabil.`,
'error-credentials-invalid': `Numărul sau parola este greșită.`,
'error-delivery-failed': `SMS-ul nu a fost trimis. Verificați numărul sau reîncercați.`,
'error-invalid-phone': `Acest număr nu poate primi SMS-uri. Verificați-l.`,
'error-just-sent': str`Am trimis deja un cod la acest număr. Folosiți-l acolo unde l-ați solicitat sau încercați din nou ${0}.`,
'error-misconfigured': `Conectarea e configurată greșit. Anunțați proprietarul site-ului.`,
'error-password-rejected': `Parola este prea ușor de ghicit. Alegeți alta.`,
'error-password-reused': `Aceasta este parola veche. Alegeți una nouă.`,
'error-password-short': str`Număr minim de caractere: ${0}`,
'error-phone-blocked': `Nu putem trimite SMS la acest număr. Folosiți altul.`,
'error-phone-mismatch': `Acesta nu este numărul contului dumneavoastră.`,
'error-session-gone': `Sesiunea a expirat. Începeți din nou.`,
'error-signup-disabled': `Aici nu se pot crea conturi noi.`,
'error-unauthenticated': `Conectați-vă mai întâi, apoi încercați din nou.`,
'forgot-password': `Ați uitat parola?`,
'heading-new-password': `Alegeți o parolă nouă`,
'heading-password': `Introduceți parola`,
'heading-register-instead': `Doriți să creați un cont?`,
'heading-sign-in-instead': `Doriți să vă conectați?`,
'help-resent': `Tot nimic? Verificați numărul și semnalul. Telefonul poate bloca expeditorii necunoscuți. De fiecare dată, așteptarea este mai lungă.`,
'listen': `Vă sunăm. Răspundeți și introduceți codul pe care îl auziți.`,
'mfa-elsewhere': `Necesită altă aplicație sau alt dispozitiv și nu se poate activa aici.`,
'new-password': `Parolă nouă`,
'number-landline': `Poate fi un telefon fix. Putem suna la acest număr.`,
'password': `Parolă`,
'register-instead': html`Nu există încă un cont cu numărul <span class="number">${0}</span>.`,
'save-password': `Salvați parola`,
'sent-to-whatsapp': html`Trimis prin WhatsApp la <span class="number">${0}</span>`,
'sent-whatsapp': `V-am trimis un cod prin WhatsApp.`,
'show-password': `Afișați parola`,
'sign-in': `Conectați-vă`,
'sign-in-instead': html`Există deja un cont cu numărul <span class="number">${0}</span>.`,
'suggest-mfa': `Un al doilea pas la conectare vă protejează contul.`,
'turn-on': `Activați`,
'use-code': `Primiți un cod prin SMS`,
'use-password': `Folosiți parola`,
'will-call': html`Vom suna la <span class="number">${0}</span>`,
'will-whatsapp': html`Vom trimite un mesaj WhatsApp la <span class="number">${0}</span>`,
    };
  