
    // Do not modify this file by hand!
    // Re-generate this file by running lit-localize

    import {html} from 'lit';
    import {str} from '@lit/localize';

    /* eslint-disable no-irregular-whitespace */
    /* eslint-disable @typescript-eslint/no-explicit-any */

    export const templates = {
      'ask-sms': `Per sms sturen`,
'ask-voice': `Code telefonisch ontvangen`,
'ask-whatsapp': `Via WhatsApp sturen`,
'called': html`We hebben <span class="number">${0}</span> gebeld`,
'calling': html`We bellen nu <span class="number">${0}</span>`,
'country-aliases': `US: Amerika, VS; GB: Engeland, Groot-Brittannië; NL: Holland; KR: Korea; AE: Emiraten; CZ: Tsjechische Republiek; CI: Ivoorkust; MM: Birma, Burma; BY: Wit-Rusland; CD: DR Congo, Zaïre; MK: Macedonië; IR: Perzië`,
'create-account': `Account maken`,
'error-account-blocked': `Dit account is geblokkeerd.`,
'error-account-exists': `Er bestaat al een account met dit nummer.`,
'error-account-not-found': `Er is geen account met dit nummer.`,
'error-captcha': `Bevestig dat je geen robot bent en probeer het opnieuw.`,
'error-challenge-gone': `Deze code is niet meer geldig.`,
'error-credentials-invalid': `Het nummer of het wachtwoord is onjuist.`,
'error-delivery-failed': `Sms niet verstuurd. Controleer het nummer of probeer het opnieuw.`,
'error-invalid-phone': `Dit nummer kan geen sms ontvangen. Controleer het.`,
'error-just-sent': str`We hebben al een code naar dit nummer gestuurd. Vul hem in waar je hem hebt aangevraagd, of probeer het ${0} opnieuw.`,
'error-misconfigured': `Inloggen is verkeerd ingesteld. Meld het aan de sitebeheerder.`,
'error-password-rejected': `Dit wachtwoord is te makkelijk te raden. Kies een ander.`,
'error-password-reused': `Dit is je oude wachtwoord. Kies een nieuw wachtwoord.`,
'error-password-short': str`Gebruik minstens ${0} tekens.`,
'error-phone-blocked': `We kunnen dit nummer geen sms sturen. Gebruik een ander.`,
'error-phone-mismatch': `Dit is niet het nummer van je account.`,
'error-session-gone': `Je sessie is verlopen. Begin opnieuw.`,
'error-signup-disabled': `Je kunt hier geen nieuw account maken.`,
'error-unauthenticated': `Log eerst in en probeer het opnieuw.`,
'forgot-password': `Wachtwoord vergeten?`,
'heading-new-password': `Kies een nieuw wachtwoord`,
'heading-password': `Voer je wachtwoord in`,
'heading-register-instead': `Een account maken?`,
'heading-sign-in-instead': `Liever inloggen?`,
'help-resent': `Nog steeds niets? Controleer het nummer en je bereik. Misschien blokkeert je telefoon onbekende afzenders. De wachttijd wordt elke keer langer.`,
'listen': `We bellen je. Neem op en voer de code in die je hoort.`,
'mfa-elsewhere': `Daarvoor is een andere app of een ander apparaat nodig. Dat kan hier niet.`,
'new-password': `Nieuw wachtwoord`,
'number-landline': `Dit is misschien een vast nummer. We kunnen het bellen.`,
'password': `Wachtwoord`,
'register-instead': html`Er is nog geen account met <span class="number">${0}</span>.`,
'save-password': `Wachtwoord opslaan`,
'sent-to-whatsapp': html`Via WhatsApp verstuurd naar <span class="number">${0}</span>`,
'sent-whatsapp': `We hebben je via WhatsApp een code gestuurd.`,
'show-password': `Wachtwoord tonen`,
'sign-in': `Inloggen`,
'sign-in-instead': html`Er bestaat al een account met <span class="number">${0}</span>.`,
'suggest-mfa': `Een tweede stap bij het inloggen beschermt je account.`,
'turn-on': `Inschakelen`,
'use-code': `Liever een code per sms`,
'use-password': `Liever je wachtwoord gebruiken`,
'will-call': html`We bellen <span class="number">${0}</span>`,
'will-whatsapp': html`We sturen een WhatsApp-bericht naar <span class="number">${0}</span>`,
    };
  