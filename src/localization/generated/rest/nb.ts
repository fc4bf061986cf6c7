
    // Do not modify this file by hand!
    // Re-generate this file by running lit-localize

    import {html} from 'lit';
    import {str} from '@lit/localize';

    /* eslint-disable no-irregular-whitespace */
    /* eslint-disable @typescript-eslint/no-explicit-any */

    export const templates = {
      'ask-sms': `Send den på SMS`,
'ask-voice': `Ring meg med koden`,
'ask-whatsapp': `Send den på WhatsApp`,
'called': html`Vi har ringt <span class="number">${0}</span>`,
'calling': html`Vi ringer <span class="number">${0}</span> nå`,
'country-aliases': `US: Amerika; GB: England, Skottland; NL: Holland; KR: Korea; AE: Emiratene; CZ: Den tsjekkiske republikk; CI: Elfenbenkysten; MM: Burma; BY: Hviterussland; CD: DR Kongo, Zaire; MK: Makedonia; IR: Persia; FI: Suomi`,
'create-account': `Opprett konto`,
'error-account-blocked': `Kontoen er sperret.`,
'error-account-exists': `Det finnes allerede en konto med dette nummeret.`,
'error-account-not-found': `Det finnes ingen konto med dette nummeret.`,
'error-captcha': `Bekreft at du ikke er en robot, og prøv igjen.`,
'error-challenge-gone': `Koden gjelder ikke lenger.`,
'error-credentials-invalid': `Nummeret eller passordet er feil.`,
'error-delivery-failed': `SMS-en ble ikke sendt. Sjekk nummeret eller prøv igjen.`,
'error-invalid-phone': `Dette nummeret kan ikke motta SMS. Sjekk det og prøv igjen.`,
'error-just-sent': str`Vi har allerede sendt en kode til dette nummeret. Bruk den der du ba om den, eller prøv igjen ${0}.`,
'error-misconfigured': `Innloggingen er satt opp feil. Si fra til eieren av nettstedet.`,
'error-password-rejected': `Passordet er for lett å gjette. Velg et annet.`,
'error-password-reused': `Det er det gamle passordet ditt. Velg et nytt.`,
'error-password-short': str`Bruk minst ${0} tegn.`,
'error-phone-blocked': `Vi kan ikke sende SMS til nummeret. Bruk et annet.`,
'error-phone-mismatch': `Dette er ikke nummeret til kontoen din.`,
'error-session-gone': `Økten din har utløpt. Begynn på nytt.`,
'error-signup-disabled': `Nye kontoer kan ikke opprettes her.`,
'error-unauthenticated': `Logg inn først, og prøv igjen.`,
'forgot-password': `Glemt passordet?`,
'heading-new-password': `Velg et nytt passord`,
'heading-password': `Skriv inn passordet`,
'heading-register-instead': `Vil du opprette en konto?`,
'heading-sign-in-instead': `Vil du logge inn i stedet?`,
'help-resent': `Fortsatt ingenting? Sjekk nummeret og dekningen. Telefonen din kan blokkere ukjente avsendere. Ventetiden blir lengre for hver gang.`,
'listen': `Vi ringer deg. Ta telefonen og skriv inn koden du hører.`,
'mfa-elsewhere': `Det krever en annen app eller enhet og kan ikke slås på her.`,
'new-password': `Nytt passord`,
'number-landline': `Dette kan være en fasttelefon. Vi kan ringe den.`,
'password': `Passord`,
'register-instead': html`Det finnes ingen konto med <span class="number">${0}</span> ennå.`,
'save-password': `Lagre passord`,
'sent-to-whatsapp': html`Sendt på WhatsApp til <span class="number">${0}</span>`,
'sent-whatsapp': `Vi har sendt deg en kode på WhatsApp.`,
'show-password': `Vis passord`,
'sign-in': `Logg inn`,
'sign-in-instead': html`Det finnes allerede en konto med <span class="number">${0}</span>.`,
'suggest-mfa': `Et ekstra trinn ved innlogging beskytter kontoen din.`,
'turn-on': `Slå på`,
'use-code': `Få en kode på SMS i stedet`,
'use-password': `Bruk passordet i stedet`,
'will-call': html`Vi ringer <span class="number">${0}</span>`,
'will-whatsapp': html`Vi sender en WhatsApp-melding til <span class="number">${0}</span>`,
    };
  