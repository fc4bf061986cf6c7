
    // Do not modify this file by hand!
    // Re-generate this file by running lit-localize

    import {html} from 'lit';
    import {str} from '@lit/localize';

    /* eslint-disable no-irregular-whitespace */
    /* eslint-disable @typescript-eslint/no-explicit-any */

    export const templates = {
      'ask-sms': `Send den på sms`,
'ask-voice': `Ring til mig med koden`,
'ask-whatsapp': `Send den på WhatsApp`,
'called': html`Vi har ringet til <span class="number">${0}</span>`,
'calling': html`Vi ringer til <span class="number">${0}</span> nu`,
'country-aliases': `US: Amerika; GB: England, Storbritannien, Skotland; NL: Holland; KR: Korea; AE: Emiraterne; CZ: Den Tjekkiske Republik; CI: Elfenbenskysten; MM: Burma; BY: Hviderusland; CD: DR Congo, Zaire; MK: Makedonien; IR: Persien`,
'create-account': `Opret konto`,
'error-account-blocked': `Kontoen er spærret.`,
'error-account-exists': `Der findes allerede en konto med dette nummer.`,
'error-account-not-found': `Der findes ingen konto med dette nummer.`,
'error-captcha': `Bekræft, at du ikke er en robot, og prøv igen.`,
'error-challenge-gone': `Koden gælder ikke længere.`,
'error-credentials-invalid': `Nummeret eller adgangskoden er forkert.`,
'error-delivery-failed': `Sms’en blev ikke sendt. Tjek nummeret, eller prøv igen.`,
'error-invalid-phone': `Dette nummer kan ikke modtage sms. Tjek det, og prøv igen.`,
'error-just-sent': str`Vi har allerede sendt en kode til nummeret. Brug den der, hvor du bad om den, eller prøv igen ${0}.`,
'error-misconfigured': `Login er sat forkert op. Giv besked til sidens ejer.`,
'error-password-rejected': `Adgangskoden er for let at gætte. Vælg en anden.`,
'error-password-reused': `Det er din gamle adgangskode. Vælg en ny.`,
'error-password-short': str`Brug mindst ${0} tegn.`,
'error-phone-blocked': `Vi kan ikke sende sms til nummeret. Brug et andet.`,
'error-phone-mismatch': `Det er ikke nummeret på din konto.`,
'error-session-gone': `Din session er udløbet. Start forfra.`,
'error-signup-disabled': `Der kan ikke oprettes nye konti her.`,
'error-unauthenticated': `Log ind først, og prøv så igen.`,
'forgot-password': `Har du glemt adgangskoden?`,
'heading-new-password': `Vælg en ny adgangskode`,
'heading-password': `Indtast din adgangskode`,
'heading-register-instead': `Vil du oprette en konto?`,
'heading-sign-in-instead': `Vil du logge ind i stedet?`,
'help-resent': `Stadig ingenting? Tjek nummeret og dækningen. Din telefon blokerer måske ukendte afsendere. Ventetiden bliver længere for hver gang.`,
'listen': `Vi ringer til dig. Tag telefonen, og indtast den kode, du hører.`,
'mfa-elsewhere': `Det kræver en anden app eller enhed og kan ikke slås til her.`,
'new-password': `Ny adgangskode`,
'number-landline': `Det kan være en fastnettelefon. Vi kan ringe til den.`,
'password': `Adgangskode`,
'register-instead': html`Der findes endnu ingen konto med <span class="number">${0}</span>.`,
'save-password': `Gem adgangskode`,
'sent-to-whatsapp': html`Sendt på WhatsApp til <span class="number">${0}</span>`,
'sent-whatsapp': `Vi har sendt dig en kode på WhatsApp.`,
'show-password': `Vis adgangskode`,
'sign-in': `Log ind`,
'sign-in-instead': html`Der findes allerede en konto med <span class="number">${0}</span>.`,
'suggest-mfa': `Et ekstra trin ved login beskytter din konto.`,
'turn-on': `Slå til`,
'use-code': `Få en kode på sms i stedet`,
'use-password': `Brug adgangskoden i stedet`,
'will-call': html`Vi ringer til <span class="number">${0}</span>`,
'will-whatsapp': html`Vi sender en WhatsApp-besked til <span class="number">${0}</span>`,
    };
  