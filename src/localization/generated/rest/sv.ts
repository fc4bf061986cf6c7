
    // Do not modify this file by hand!
    // Re-generate this file by running lit-localize

    import {html} from 'lit';
    import {str} from '@lit/localize';

    /* eslint-disable no-irregular-whitespace */
    /* eslint-disable @typescript-eslint/no-explicit-any */

    export const templates = {
      'ask-sms': `Skicka den via sms`,
'ask-voice': `Ring mig med koden`,
'ask-whatsapp': `Skicka den via WhatsApp`,
'called': html`Vi har ringt <span class="number">${0}</span>`,
'calling': html`Vi ringer <span class="number">${0}</span> nu`,
'country-aliases': `US: Amerika; GB: England, Skottland; NL: Holland; KR: Korea; AE: Emiraten; CZ: Tjeckiska republiken; CI: Elfenbenskusten; MM: Burma; BY: Vitryssland; CD: Kongo-Kinshasa, Zaire; MK: Makedonien; IR: Persien`,
'create-account': `Skapa konto`,
'error-account-blocked': `Kontot är spärrat.`,
'error-account-exists': `Det finns redan ett konto med det här numret.`,
'error-account-not-found': `Det finns inget konto med det här numret.`,
'error-captcha': `Bekräfta att du inte är en robot och försök igen.`,
'error-challenge-gone': `Koden gäller inte längre.`,
'error-credentials-invalid': `Numret eller lösenordet är fel.`,
'error-delivery-failed': `Sms:et kunde inte skickas. Kontrollera numret.`,
'error-invalid-phone': `Det här numret kan inte ta emot sms. Kontrollera det.`,
'error-just-sent': str`Vi har redan skickat en kod till numret. Använd den där du begärde den eller försök igen ${0}.`,
'error-misconfigured': `Inloggningen är felinställd. Meddela webbplatsens ägare.`,
'error-password-rejected': `Lösenordet är för lätt att gissa. Välj ett annat.`,
'error-password-reused': `Det är ditt gamla lösenord. Välj ett nytt.`,
'error-password-short': str`Använd minst ${0} tecken.`,
'error-phone-blocked': `Vi kan inte skicka sms till numret. Använd ett annat.`,
'error-phone-mismatch': `Det här är inte numret till ditt konto.`,
'error-session-gone': `Din session har gått ut. Börja om.`,
'error-signup-disabled': `Det går inte att skapa nya konton här.`,
'error-unauthenticated': `Logga in först och försök sedan igen.`,
'forgot-password': `Glömt lösenordet?`,
'heading-new-password': `Välj ett nytt lösenord`,
'heading-password': `Ange ditt lösenord`,
'heading-register-instead': `Vill du skapa ett konto?`,
'heading-sign-in-instead': `Vill du logga in i stället?`,
'help-resent': `Fortfarande ingenting? Kontrollera numret och täckningen. Din telefon kan blockera okända avsändare. Väntetiden blir längre för varje gång.`,
'listen': `Vi ringer dig. Svara och ange koden som du hör.`,
'mfa-elsewhere': `Det kräver en annan app eller enhet och kan inte aktiveras här.`,
'new-password': `Nytt lösenord`,
'number-landline': `Det här kan vara en fast telefon. Vi kan ringa den.`,
'password': `Lösenord`,
'register-instead': html`Det finns inget konto med <span class="number">${0}</span> än.`,
'save-password': `Spara lösenord`,
'sent-to-whatsapp': html`Skickad via WhatsApp till <span class="number">${0}</span>`,
'sent-whatsapp': `Vi har skickat en kod via WhatsApp.`,
'show-password': `Visa lösenord`,
'sign-in': `Logga in`,
'sign-in-instead': html`Det finns redan ett konto med <span class="number">${0}</span>.`,
'suggest-mfa': `Ett andra steg vid inloggning skyddar ditt konto.`,
'turn-on': `Aktivera`,
'use-code': `Få en kod via sms i stället`,
'use-password': `Använd lösenordet i stället`,
'will-call': html`Vi ringer <span class="number">${0}</span>`,
'will-whatsapp': html`Vi skickar ett WhatsApp-meddelande till <span class="number">${0}</span>`,
    };
  